import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, bob, carol } from "../../support/one-person";
import { ok, owner, StackSetting } from "../../support/stack-setting";

onBothFaces("guard rails of OrgRoster", (face) => {
  const setting = StackSetting.inSuite(face);

  beforeEach(async () => {
    for (const [email, role] of [
      [ann, "admin"],
      [bob, "view"],
    ] as const) {
      await setting.simulator.addMember({ email, role });
    }
  });

  const refused = async (program: Program, reason: RegExp) => {
    await setting.simulator.clearRequests();
    const { errors } = await setting.engine.preview(program);
    assert.match(errors.join("\n"), reason);
    assert.equal(await setting.writes(), 0);
  };

  it("refuses the same address twice in different case", () =>
    refused(
      setting.roster({ "Ann@example.com": "view", [ann]: "edit" }),
      /members\.ann@example\.com: is in the roster twice/,
    ));

  it("refuses what is no address, naming it", () =>
    refused(
      setting.roster({ "ann(at)example.com": "view" }),
      /members\.ann\(at\)example\.com: is not an email address/,
    ));

  it("refuses a wrong role, naming the person and what is allowed", () =>
    refused(setting.roster({ [ann]: "boss" }), /members\.ann@example\.com: must be one of admin, edit/));

  it("refuses a wrong list inside an entry by its path", () =>
    refused(
      setting.roster({ [ann]: { role: "view", applicationRoles: [{ resourceId: "x", role: "view" }] } }),
      /members\.ann@example\.com\.applicationRoles\.0\.resourceId: must be an id of 24 hex digits/,
    ));

  it("refuses an empty roster unless allowEmpty", async () => {
    const empty = { everybody: setting.resource("orgRoster", { members: {} }) };
    await refused(empty, /members: is empty.*allowEmpty: true/);
    const allowed = { everybody: setting.resource("orgRoster", { members: {}, allowEmpty: true }) };
    ok(await setting.engine.preview(allowed));
  });

  it("refuses a roster without those whom requireAdmins names", () =>
    refused(
      setting.roster({ [ann]: "edit" }, { requireAdmins: [owner, ann] }),
      /requireAdmins: ann@example\.com must be in members as admin/,
    ));

  it("refuses to remove the authenticated user", async () => {
    ok(await setting.engine.up(setting.roster({ [ann]: "admin" })));
    const without = { everybody: setting.resource("orgRoster", { members: { [ann]: "admin" } }) };
    await refused(
      without,
      /owner@example\.com is the user whom the API token belongs to, and the roster .* would remove them/,
    );
  });

  it("refuses to change the authenticated user", () =>
    refused(
      setting.roster({ [owner]: "edit" }),
      /owner@example\.com is the user whom the API token belongs to, and no run changes/,
    ));

  it("refuses to remove the authenticated user as a stranger with unmanaged: remove", async () => {
    const without = {
      everybody: setting.resource("orgRoster", { members: { [ann]: "admin" }, unmanaged: "remove" }),
    };
    await refused(without, /would remove them: add them to members/);
  });

  it("refuses to remove everybody where the user of the token cannot be identified", async () => {
    await setting.simulator.putState((state) => {
      state.tokenScopes = ["org.*"];
    });
    const others = {
      everybody: setting.resource("orgRoster", { members: { [carol]: "admin" }, unmanaged: "remove" }),
    };
    await refused(others, /would remove every member \(3 of 3\)/);
  });

  it("refuses to go below minAdmins, with the numbers", () =>
    refused(
      setting.roster({ [ann]: "edit" }, { minAdmins: 2 }),
      /would keep 1 of 2 accepted admins, and minAdmins is 2/,
    ));

  it("lets the configuration's higher floor win over the roster's", async () => {
    setting.env = { LOSANT_MIN_ADMINS: "2" };
    await refused(setting.roster({ [ann]: "edit" }, { minAdmins: 1 }), /minAdmins is 2/);
  });

  it("replaces an admin by another in one up if the new one has accepted", async () => {
    ok(await setting.engine.up(setting.roster({ [ann]: "admin", [bob]: "view" }, { minAdmins: 2 })));
    ok(await setting.engine.up(setting.roster({ [bob]: "admin" }, { minAdmins: 2 })));
    assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["absent", "member admin"]);
  });

  it("refuses to replace an admin by one who is only invited, while the floor needs the old one", async () => {
    ok(await setting.engine.up(setting.roster({ [ann]: "admin", [bob]: "view" }, { minAdmins: 2 })));
    const swap = setting.roster({ [bob]: "view", [carol]: "admin" }, { minAdmins: 2 });
    await refused(swap, /an invited admin counts once they have accepted/);
  });

  it("refuses more removals than maxRemovals, with the numbers", async () => {
    ok(await setting.engine.up(setting.roster({ [ann]: "admin", [bob]: "view" })));
    await refused(
      setting.roster({}, { maxRemovals: 1 }),
      /would remove 2 of 3 people, and this run may remove 1/,
    );
    await refused(setting.roster({}, { maxRemovals: "40%" }), /this run may remove 1/);
    ok(await setting.engine.up(setting.roster({}, { maxRemovals: 2 })));
    assert.equal((await setting.simulator.fetchOrganization()).members.length, 1);
  });

  it("lets the configuration's lower cap win over the roster's", async () => {
    ok(await setting.engine.up(setting.roster({ [ann]: "admin", [bob]: "view" })));
    setting.env = { LOSANT_MAX_REMOVALS: "1" };
    await refused(setting.roster({}, { maxRemovals: 5 }), /this run may remove 1/);
  });

  it("refuses what has no seats, and swaps people in a full organization in one up", async () => {
    ok(await setting.engine.up(setting.roster({ [ann]: "admin", [bob]: "view" })));
    await setting.simulator.setLimits({ member: 3 });
    await refused(
      setting.roster({ [ann]: "admin", [bob]: "view", [carol]: "view" }),
      /has 3 seats, and 4 would be taken/,
    );
    ok(await setting.engine.up(setting.roster({ [ann]: "admin", [carol]: "view" })));
    assert.deepEqual([await setting.live(bob), await setting.live(carol)], ["absent", "invite view"]);
  });

  it("counts the seats that other resources of the run take", async () => {
    await setting.simulator.setLimits({ member: 4 });
    const { errors } = await setting.engine.preview({
      dave: setting.resource("orgMembership", { email: "dave@example.com", role: "view" }),
      ...setting.roster({ [ann]: "admin", [bob]: "view", [carol]: "view" }, { unmanaged: "ignore" }),
    });
    assert.match(errors.join(), /has 4 seats, and 5 would be taken/);
  });

  it("refuses people outside the organization's domains", async () => {
    await setting.simulator.setOrganization({ whitelistedEmailDomains: ["example.com"] });
    await refused(setting.roster({ "eve@example.org": "view" }), /eve@example\.org is outside the domains/);
  });

  it("goes on with the next up after it was killed between two calls", async () => {
    const program = setting.roster({ [ann]: "edit", [bob]: "edit", [carol]: "view" });
    await setting.killedAt(/^POST .*\/invites$/, (provider) =>
      provider.create("orgRoster", program.everybody.args),
    );
    assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["member edit", "member edit"]);
    ok(await setting.engine.up(program));
    assert.equal(await setting.live(carol), "invite view");
    assert.equal((await setting.engine.up(program)).operations.everybody, "same");
  });
});
