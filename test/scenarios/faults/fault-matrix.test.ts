import { Case } from "./support/case";
import { matrixFrom } from "./support/matrix";
import { scenarios } from "./support/scenarios";
import { Tally } from "./support/tally";

describe("the fault matrix", () => {
  const tally = new Tally("faults");

  for (const [turn, scenario] of scenarios.entries()) {
    it(`${scenario.name}: ends well whatever goes wrong at whichever call`, async function () {
      this.timeout(300_000);
      const prepared = await Case.prepare(scenario);
      await tally.run(prepared, matrixFrom(turn));
    });
  }

  after(() => tally.print());
});
