import assert from "node:assert/strict";
import { Case } from "../../scenarios/faults/support/case";
import { InProcessLosant } from "../../scenarios/faults/support/in-process-losant";
import { LosantServer } from "../../scenarios/faults/support/losant-server";
import { type Picture, pictureOf } from "../../scenarios/faults/support/picture";
import { bystanders, type Scenario, scenarios } from "../../scenarios/faults/support/scenarios";
import { type Plan, Wire } from "../../scenarios/faults/support/wire";
import { succeed } from "../../support/cli-setting";
import type { Program } from "../../support/engine";
import { type Face, onBothFaces } from "../../support/faces";
import { PulumiWorkspace } from "../../support/pulumi-workspace";
import { daySeed } from "../../support/seed";

/** Where it dies: which scenario, at which call, and what that call is. */
interface Dying {
  name: string;
  plan: Plan;
  call: RegExp;
}

/** The engine records a create as pending; what it was in the middle of otherwise, it does again. */
const creating: Dying = {
  name: "membership-create",
  plan: { call: 4, death: "killed-after" },
  call: /^POST .*invites$/,
};
const updating: Dying = {
  name: "roster-update",
  plan: { call: 6, death: "killed-before" },
  call: /^(PATCH|DELETE|GET) /,
};

/** All of them, or one a face that changes each day: whether this one's turn is today. */
const isTurn = (face: Face, index: number) =>
  process.env.FAULTS === "all" || (daySeed().number + index) % 2 === (face.name === "dynamic" ? 0 : 1);

const text = (program: Program) =>
  Object.entries(program)
    .map(([name, { kind, args }]) => {
      const className = kind.charAt(0).toUpperCase() + kind.slice(1);
      return `new losant.${className}("${name}", ${JSON.stringify(args)});`;
    })
    .join("\n");

/** How things are after the same run without a death. */
async function expectedOf(scenario: Scenario): Promise<Picture> {
  const prepared = await Case.prepare(scenario);
  await prepared.clean();
  return prepared.picture;
}

onBothFaces("a run that is killed on the real CLI, of which the engine alone keeps a record", (face) => {
  let server: LosantServer;
  let workspace: PulumiWorkspace;
  let losant: InProcessLosant;

  before(async () => {
    server = await LosantServer.start();
  });

  beforeEach(async () => {
    losant = new InProcessLosant();
    const env = { LOSANT_API_URL: server.url, LOSANT_API_TOKEN: losant.token, LOSANT_MAX_REMOVALS: "100%" };
    workspace = await PulumiWorkspace.create({ face, env });
  });

  afterEach(() => workspace?.dispose());
  after(() => server?.close());

  const connect = (plan?: Plan) => {
    const wire = new Wire(losant, plan);
    server.connect(wire);
    return wire;
  };

  async function prepare({ seed, before = {} }: Scenario): Promise<void> {
    await losant.change((state) => {
      bystanders(state);
      seed?.(state);
    });
    connect();
    if (Object.keys(before).length > 0) {
      workspace.program(text(before));
      await succeed(workspace.up());
    }
    losant.journal.clear();
  }

  /** What people do who find the stack locked. */
  async function recover(): Promise<string> {
    await succeed(workspace.run("cancel", "--yes", "--non-interactive"));
    return succeed(workspace.up());
  }

  /** Begins the update of a scenario, and goes on when it is where the process is to die. */
  async function upTo({ name, plan, call }: Dying) {
    const scenario = scenarios.find((one) => one.name === name);
    assert.ok(scenario);
    await prepare(scenario);
    const wire = connect(plan);
    workspace.program(text(scenario.program));
    const run = workspace.beginUp();
    await Promise.race([wire.death, run.ended()]);
    assert.match(wire.calls.at(-1) ?? "", call);
    return { scenario, run };
  }

  async function insistOnTheRest(scenario: Scenario): Promise<void> {
    assert.deepEqual(pictureOf(losant.state, losant.now), await expectedOf(scenario));
    assert.equal(
      new Set(losant.journal.emails).size,
      losant.journal.emails.length,
      "somebody got two emails",
    );
    await succeed(workspace.preview("--expect-no-changes"));
  }

  const inTurn = (index: number, title: string, test: () => Promise<void>) => {
    if (isTurn(face, index)) it(title, test).timeout(300_000);
  };

  inTurn(
    0,
    "goes on after the death of CLI and provider in a create: after pulumi cancel the next up does the rest",
    async () => {
      const { scenario, run } = await upTo(creating);
      await run.kill();
      connect();
      await recover();
      await insistOnTheRest(scenario);
    },
  );

  inTurn(
    1,
    "goes on after the death of the provider alone in an update: the CLI fails, and the next up does the rest",
    async () => {
      const { scenario, run } = await upTo(updating);
      assert.ok(run.killStarted(face.processes) > 0);
      assert.notEqual(await run.ended(), 0);
      connect();
      await succeed(workspace.up());
      await insistOnTheRest(scenario);
    },
  );
});
