import assert from "node:assert/strict";
import { Case, type RunResult } from "../../scenarios/faults/support/case";
import { LosantServer } from "../../scenarios/faults/support/losant-server";
import { scenarios } from "../../scenarios/faults/support/scenarios";
import { Tally } from "../../scenarios/faults/support/tally";
import { type Plan, Wire } from "../../scenarios/faults/support/wire";
import { redirectTo, wireFaults } from "../../scenarios/faults/support/wire-faults";
import { InProcessDynamic } from "../../support/in-process-dynamic";

const names = ["membership-role", "member-delete-admin"];
const mostRead = 48 * 2 ** 20;

describe("faults on a real socket", () => {
  const tally = new Tally("faults on a real socket");
  let server: LosantServer;
  let elsewhere: LosantServer;

  before(async () => {
    server = await LosantServer.start();
    elsewhere = await LosantServer.start();
  });

  async function run(prepared: Case, plan: Plan): Promise<RunResult> {
    const wire = new Wire(prepared.losant, plan);
    const other = new Wire(prepared.losant);
    server.connect(wire);
    elsewhere.connect(other);
    const { env } = prepared.options;
    const reaching = { ...env, LOSANT_API_URL: server.url, LOSANT_REQUEST_TIMEOUT: "1" };
    const client = { backoff: () => 0 };
    const result = await prepared.runWith(new InProcessDynamic({ folder: "", env: reaching, client }), wire);
    assert.deepEqual(other.calls, [], "a redirect was followed");
    return result;
  }

  const plans = (call: number): Plan[] =>
    [...wireFaults, redirectTo(elsewhere.url)].map((fault) => ({ call, fault, mode: "once" }));

  for (const scenario of scenarios.filter(({ name }) => names.includes(name))) {
    it(`${scenario.name}: ends well whatever becomes of the bytes`, async function () {
      this.timeout(300_000);
      await tally.run(await Case.prepare(scenario), plans, run);
      assert.ok(server.largest < mostRead, `${server.largest} bytes of an answer of 200 MB were read`);
    });
  }

  after(async () => {
    tally.print();
    await server?.close();
    await elsewhere?.close();
  });
});
