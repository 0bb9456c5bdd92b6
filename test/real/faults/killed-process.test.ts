import { Case, type RunResult } from "../../scenarios/faults/support/case";
import { LosantServer } from "../../scenarios/faults/support/losant-server";
import { kills, type Plans } from "../../scenarios/faults/support/matrix";
import { scenarios } from "../../scenarios/faults/support/scenarios";
import { Tally } from "../../scenarios/faults/support/tally";
import { type Plan, Wire } from "../../scenarios/faults/support/wire";
import { temporaryProject } from "../../support/project-folder";
import { ProviderProcess } from "../../support/provider-process";

const isWhole = process.env.FAULTS === "all";

/** A create, an update that revokes and then invites, and a roster that does all of it; a soak adds their likes. */
const names = ["organization-create", "membership-role", "roster-update"];
const others = ["member-update", "membership-create", "membership-delete", "transfer-create"];

const isTried = ({ name }: { name: string }) => names.includes(name) || (isWhole && others.includes(name));

/** In process every call is tried; a process shows more only where something was sent. */
const killsAtWrites: Plans = (call, isRead) => (isRead && !isWhole ? [] : kills(call, isRead));

describe("a provider process that is killed, with whatever it holds and is about to write", () => {
  const tally = new Tally("killed processes");
  const folder = temporaryProject();
  let server: LosantServer;

  before(async () => {
    server = await LosantServer.start();
  });

  async function killed(prepared: Case, plan: Plan): Promise<RunResult> {
    const wire = new Wire(prepared.losant, plan);
    server.connect(wire);
    const env = {
      LOSANT_API_URL: server.url,
      LOSANT_API_TOKEN: prepared.losant.token,
      LOSANT_MAX_REMOVALS: "100%",
      LOSANT_MAX_ATTEMPTS: "1",
    };
    return ProviderProcess.during({ folder, env }, async (provider) => {
      const death = wire.death.then(() => provider.kill());
      const result = await prepared.runWith(provider, wire);
      if (!result.isKilled) throw new Error(`the process was not killed, as it sent only: ${result.calls}`);
      await death;
      return result;
    });
  }

  for (const scenario of scenarios.filter(isTried)) {
    it(`${scenario.name}: the next up goes on from whichever call it was`, async function () {
      this.timeout(300_000);
      await tally.run(await Case.prepare(scenario), killsAtWrites, killed);
    });
  }

  after(async () => {
    tally.print();
    await server?.close();
  });
});
