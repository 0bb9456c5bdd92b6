import assert from "node:assert/strict";
import { OrganizationUsage } from "../../../usage/figures";
import { readOf, standingOf, usageOf } from "./samples";

const refused = { problem: "403" };

describe("unit: the usage of an organization", () => {
  it("has each figure so far, projected, and beside its limit", () => {
    const usage = usageOf();
    const told = usage.standings.map(({ figure, value, projected, limit }) => [
      figure,
      value,
      projected,
      limit,
    ]);
    assert.deepEqual(told, [
      ["devices", 64, 80, 100],
      ["payloads", 1500, 3103, 2000],
      ["notebookMinutes", 30, 62, 1000],
      ["seats", 3, null, 10],
    ]);
    assert.deepEqual(usage.unread, []);
    assert.deepEqual(OrganizationUsage.strict().parse(usage), usage);
  });

  it("names what could not be read once, though it is asked twice, and says nothing of its value", () => {
    const { inPeriod } = readOf();
    const usage = usageOf({ payloads: refused, inPeriod: { ...inPeriod, payloads: refused } });
    assert.deepEqual(usage.unread, [{ what: "payloads", problem: "403" }]);
    assert.deepEqual([usage.payloads, standingOf(usage, "payloads").value], [null, null]);
    assert.equal(standingOf(usage, "payloads").projected, null);
    assert.equal(standingOf(usage, "devices").value, 64);
  });

  it("knows no seats where the invites could not be read: members alone would be too few", () => {
    const usage = usageOf({ invites: refused });
    assert.deepEqual([usage.seats, standingOf(usage, "seats").value], [null, null]);
    assert.deepEqual(usage.unread, [{ what: "seats", problem: "403" }]);
  });

  it("takes no days for no payloads, and for no known number of devices", () => {
    const none = { data: [] };
    const usage = usageOf({ inPeriod: { devices: none, payloads: none, notebooks: none } });
    assert.equal(standingOf(usage, "payloads").value, 0);
    assert.equal(standingOf(usage, "devices").value, null);
    assert.deepEqual(
      usage.unread.map(({ what }) => what),
      ["devices"],
    );
  });

  it("tells limits that were not answered from one that is not stated", () => {
    const { organization } = readOf();
    const without = (limits: Record<string, unknown> | undefined) =>
      usageOf({ organization: { ...organization, limits } });
    assert.deepEqual(without({ device: 5 }).unread, []);
    assert.equal(standingOf(without({ device: 5 }), "payloads").limit, null);
    assert.deepEqual(
      without(undefined).unread.map(({ what }) => what),
      ["limits"],
    );
    assert.deepEqual(
      without({ device: "many" }).unread.map(({ what }) => what),
      ["limits"],
    );
  });

  it("knows the difference between no hours and hours that nobody asked for", () => {
    assert.equal(usageOf().payloadHours, null);
    assert.deepEqual(usageOf({ hours: { data: [] } }).payloadHours, []);
    assert.deepEqual(usageOf({ hours: refused }).unread, [{ what: "payloads by hour", problem: "403" }]);
  });
});
