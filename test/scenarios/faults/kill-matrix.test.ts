import { Case } from "./support/case";
import { kills } from "./support/matrix";
import { scenarios } from "./support/scenarios";
import { Tally } from "./support/tally";

describe("the kill matrix, in one process", () => {
  const tally = new Tally("kills");

  for (const scenario of scenarios) {
    it(`${scenario.name}: goes on after a death at whichever call`, async function () {
      this.timeout(300_000);
      await tally.run(await Case.prepare(scenario), kills);
    });
  }

  after(() => tally.print());
});
