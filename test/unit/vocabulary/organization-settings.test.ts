import assert from "node:assert/strict";
import { parseArguments } from "../../../provider/vocabulary/arguments";
import {
  differingSettings,
  OrganizationSettings,
  recordedSettings,
  settingsIn,
  settingsOf,
} from "../../../provider/vocabulary/organization-settings";
import { orgId } from "../samples";

const live = {
  id: orgId,
  name: "Example",
  description: "of\u001B[2J",
  iconColor: "#FF8800",
  billingEmail: "Bills@Example.com",
  planId: "plan",
  mfaMode: "required" as const,
  members: [],
};

function problemsOf(settings: object): string[] {
  return parseArguments(OrganizationSettings, settings).problems;
}

describe("unit: settings of an organization", () => {
  it("have a name that is not empty, and texts of limited length", () => {
    assert.deepEqual(problemsOf({ name: "" }), ["name: must not be empty"]);
    for (const [name, most] of [
      ["name", 255],
      ["description", 32767],
      ["planId", 1024],
      ["cardToken", 1024],
    ] as const) {
      assert.deepEqual(problemsOf({ [name]: "x".repeat(most) }), []);
      assert.deepEqual(problemsOf({ [name]: "x".repeat(most + 1) }), [
        `${name}: must have at most ${most} characters`,
      ]);
    }
  });

  it("have a color of three or six hex digits, kept in lower case", () => {
    for (const iconColor of ["#FF8800", "#f80"]) {
      const { values } = parseArguments(OrganizationSettings, { iconColor });
      assert.equal(values?.iconColor, iconColor.toLowerCase());
    }
    for (const iconColor of ["ff8800", "x#f80", "#f8", "#f800", "#ff88000", "#ggg", "#gggggg", "#ff88 0"]) {
      assert.deepEqual(problemsOf({ iconColor }), ["iconColor: must be a color such as #ff8800"]);
    }
  });

  it("have one of three modes of multi-factor authentication", () => {
    for (const mfaMode of ["notRequired", "adminRequired", "required"]) {
      assert.deepEqual(problemsOf({ mfaMode }), []);
    }
    assert.equal(problemsOf({ mfaMode: "" }).length, 1);
  });

  it("are compared in the form that a program's have", () => {
    assert.deepEqual(settingsOf(live), {
      name: "Example",
      description: "of\u001B[2J",
      iconColor: "#ff8800",
      billingEmail: "bills@example.com",
      planId: "plan",
      mfaMode: "required",
    });
    assert.deepEqual(settingsOf({ id: orgId, name: "Example", members: [] }), {
      name: "Example",
      description: "",
      iconColor: undefined,
      billingEmail: undefined,
      planId: undefined,
      mfaMode: undefined,
    });
  });

  it("are recorded as the program stated them, and otherwise without what a terminal obeys", () => {
    assert.equal(recordedSettings(live, { description: live.description }).description, live.description);
    const recorded = recordedSettings(live, { description: "other" });
    assert.deepEqual(recorded, { ...settingsOf(live), description: "of\uFFFD[2J" });
    const bare = { id: orgId, name: "Example", members: [] };
    assert.equal(recordedSettings(bare, { planId: "plan" }).planId, undefined);
    const hostile = {
      ...live,
      name: "\u001B",
      iconColor: "\u001B",
      billingEmail: "\u001B",
      planId: "\u001B",
    };
    const { name, iconColor, billingEmail, planId } = recordedSettings(hostile, {});
    assert.deepEqual([name, iconColor, billingEmail, planId], ["\uFFFD", "\uFFFD", "\uFFFD", "\uFFFD"]);
  });

  it("are sent as far as a program states them, and they are not so already", () => {
    const desired = { name: "Other", planId: "plan", orgId, mfaMode: undefined };
    assert.deepEqual(settingsIn(desired), { name: "Other", planId: "plan" });
    assert.deepEqual(differingSettings(settingsOf(live), desired), { name: "Other" });
    assert.deepEqual(differingSettings({}, {}), {});
  });
});
