import assert from "node:assert/strict";
import fc from "fast-check";
import { RemovalBudget } from "../../../provider/live/removal-budget";

const count = fc.integer({ min: 0, max: 6 });

describe("unit: the removal budget", () => {
  it("lets exactly the allowed number through", () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 0, max: 12 }), (allowed, tries) => {
        const budget = new RemovalBudget({ count: allowed }, 100);
        const taken = Array.from({ length: tries }, () => budget.take()).filter(Boolean).length;
        assert.equal(taken, Math.min(allowed, tries));
        assert.equal(budget.refusals, tries - taken);
      }),
    );
  });

  it("lets no more through than it allows, nor than a wider one allows that it counts in", () => {
    const picks = fc.array(fc.constantFrom("wider" as const, "narrow" as const), { maxLength: 20 });
    fc.assert(
      fc.property(count, count, picks, (widerAllowed, narrowAllowed, sequence) => {
        const wider = new RemovalBudget({ count: widerAllowed }, 100);
        const narrow = new RemovalBudget({ count: narrowAllowed }, 100, { wider });
        const sent = { wider: 0, narrow: 0 };
        for (const name of sequence) {
          const isLeft =
            sent.wider + sent.narrow < widerAllowed && (name === "wider" || sent.narrow < narrowAllowed);
          assert.equal({ wider, narrow }[name].take(), isLeft);
          if (isLeft) sent[name] += 1;
        }
        assert.equal(wider.count.sent, sent.wider + sent.narrow);
      }),
    );
  });

  it("counts by itself where a wider one leaves as many, and by the wider one where that leaves fewer", () => {
    const wider = new RemovalBudget({ count: 3 }, 100);
    const narrow = new RemovalBudget({ count: 2 }, 100, { wider });
    wider.take();
    assert.deepEqual(narrow.count, { allowed: 2, sent: 0, people: 100 });
    wider.take();
    assert.deepEqual(narrow.count, { allowed: 3, sent: 2, people: 100 });
  });

  it("takes a share of the people at the start", () => {
    const budget = new RemovalBudget({ percent: 29 }, 100);
    assert.deepEqual(budget.count, { allowed: 29, sent: 0, people: 100 });
  });
});
