import assert from "node:assert/strict";
import { Case, type RunResult } from "./support/case";
import { InProcessProvider } from "./support/in-process-provider";
import { LosantServer } from "./support/losant-server";
import { scenarios } from "./support/scenarios";
import { Tally } from "./support/tally";
import { type Plan, Wire } from "./support/wire";
import { redirectTo, wireFaults } from "./support/wire-faults";

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
    const connection = { token: prepared.losant.token, apiUrl: server.url, requestTimeout: 1 };
    const result = await prepared.runWith(new InProcessProvider(connection), wire);
    assert.deepEqual(other.calls, [], "a redirect was followed");
    return result;
  }

  const plans = (call: number): Plan[] =>
    [...wireFaults, redirectTo(elsewhere.url)].map((fault) => ({ call, fault, mode: "once" }));

  for (const scenario of scenarios.filter(({ name }) => names.includes(name))) {
    it(`${scenario.name}: ends well whatever becomes of the bytes`, async function () {
      this.timeout(300_000);
      await tally.run(await Case.prepare(scenario), plans, run);
    });
  }

  it("reads no more of an answer of 200 MB than fits into memory", function () {
    if (process.env.FAULT_CASE !== undefined) this.skip();
    assert.ok(server.largest > 0, "no such answer was sent");
    assert.ok(server.largest < mostRead, `${server.largest} bytes were read`);
  });

  after(async () => {
    tally.print();
    await server?.close();
    await elsewhere?.close();
  });
});
