import assert from "node:assert/strict";
import { mock } from "node:test";
import { Counts } from "../../../provider/calls/counts";

describe("unit: lines that count resources", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
  afterEach(() => mock.timers.reset());

  it("are told once nobody adds to them, and say that a later one counts all", () => {
    const told: string[] = [];
    const counts = new Counts((text) => told.push(text));
    const add = (about: string) => counts.add(about, (count) => `${about}: ${count}.`);
    add("members");
    mock.timers.tick(30);
    add("members");
    add("invites");
    mock.timers.tick(100);
    assert.deepEqual(told, ["members: 2.", "invites: 1."]);
    add("members");
    mock.timers.tick(100);
    assert.deepEqual(told.slice(2), ["members: 3 in all."]);
  });
});
