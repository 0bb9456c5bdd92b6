import { Case } from "./support/case";
import { matrix } from "./support/matrix";
import { scenarios } from "./support/scenarios";
import { Tally } from "./support/tally";

describe("the fault matrix", () => {
  const tally = new Tally("faults");

  for (const scenario of scenarios) {
    it(`${scenario.name}: ends well whatever goes wrong at whichever call`, async function () {
      this.timeout(300_000);
      const prepared = await Case.prepare(scenario);
      await tally.run(prepared, matrix);
    });
  }

  after(() => tally.print());
});
