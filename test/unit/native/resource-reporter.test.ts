import assert from "node:assert/strict";
import type { Log } from "../../../native/engine-log";
import { Plans, ResourceReporter } from "../../../native/resource-reporter";

describe("what is told under a resource", () => {
  let told: string[];
  let plans: Plans;

  const log: Log = {
    write: (severity, text, urn) => told.push(`${severity} ${urn}: ${text}`),
    progress: (text, urn) => told.push(`progress ${urn}: ${text}`),
  };

  beforeEach(() => {
    told = [];
    plans = new Plans(log);
  });

  it("is told at once by a change", () => {
    const report = new ResourceReporter(log, "ann");
    report.info("done");
    report.warn("careful");
    report.progress("1 of 2");
    assert.deepEqual(told, ["info ann: done", "warning ann: careful", "progress ann: 1 of 2"]);
  });

  it("waits, as a plan, for the preview of the change; warnings do not", () => {
    plans.reporter("ann").info("will change");
    plans.reporter("bob").info("will come");
    plans.reporter("ann").warn("careful");
    assert.deepEqual(told, ["warning ann: careful"]);
    plans.report("ann");
    plans.report("ann");
    assert.deepEqual(told, ["warning ann: careful", "info ann: will change"]);
  });

  it("is not told of a plan that is carried out, but for what that leaves out", () => {
    plans.reporter("ann").info("will change");
    plans.reporter("ann").info("will change, and bob is missing", "bob is missing");
    plans.begin("ann");
    plans.report("ann");
    assert.deepEqual(told, ["info ann: bob is missing"]);
  });

  it("is told once of all resources that say it alike, in a preview only", () => {
    for (const urn of ["ann", "bob"]) plans.reporter(urn).once("some are adopted");
    plans.begin("ann");
    assert.deepEqual(told, []);
    for (const urn of ["bob", "carol"]) {
      plans.reporter(urn).once("some are adopted");
      plans.report(urn);
    }
    assert.deepEqual(told, ["info : some are adopted"]);
  });

  it("is told whole in a preview", () => {
    plans.reporter("ann").info("will change, and bob is missing", "bob is missing");
    plans.report("ann");
    assert.deepEqual(told, ["info ann: will change, and bob is missing"]);
  });
});
