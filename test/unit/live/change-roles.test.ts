import assert from "node:assert/strict";
import type { Member } from "../../../client";
import { changeRoles } from "../../../provider/live/change-roles";
import type { Roles } from "../../../provider/vocabulary/roles";
import { CollectedReports } from "../collected-reports";
import { idOf, memberOf, orgId } from "../samples";
import { StubLosant } from "../stub-losant";

const owner = memberOf("owner@example.com", { userId: idOf(0xf), role: "admin" });
const ann = memberOf("ann@example.com", { userId: idOf(1), role: "admin" });
const bob = memberOf("bob@example.com", { userId: idOf(2), role: "view" });

function stepTo(member: Member, want: Partial<Roles>) {
  return { does: "change roles" as const, member, want };
}

/** Changes the roles of a member, and gives what was written. */
async function change(
  members: Member[],
  member: Member,
  roles: Partial<Roles>,
  own = owner,
): Promise<string[]> {
  const losant = new StubLosant(members, []);
  losant.own = own;
  const organization = losant.run().organization(orgId);
  const changed = await changeRoles(organization, stepTo(member, roles), 1, new CollectedReports());
  assert.equal(changed.userId, member.userId);
  return losant.written;
}

describe("unit: changing roles", () => {
  it("is done for whoever is not the authenticated user, up and down", async () => {
    assert.deepEqual(await change([owner, ann, bob], bob, { role: "admin" }), ["modifyMember admin"]);
    assert.deepEqual(await change([owner, ann, bob], ann, { role: "view" }), ["modifyMember view"]);
  });

  it("is refused for the authenticated user", async () => {
    await assert.rejects(
      change([owner, bob], bob, { role: "edit" }, bob),
      /^ProviderError: bob@example\.com is the user/,
    );
  });

  it("is refused where it takes the role of the last admin, as the organization is now", async () => {
    const seen = { ...ann };
    await assert.rejects(
      change([{ ...owner, role: "edit" }, ann, bob], seen, { role: "view" }),
      /ann@example\.com stays an admin of organization .* would keep 0 of 1 accepted admins/,
    );
  });

  it("is done for the last admin where they stay one", async () => {
    const members = [{ ...owner, role: "edit" as const }, ann];
    assert.deepEqual(await change(members, ann, { dashboardRoles: [] }), ["modifyMember undefined"]);
    assert.deepEqual(await change(members, ann, { role: "admin" }), ["modifyMember admin"]);
  });

  it("does not ask for the members anew where no admin loses the role", async () => {
    const losant = new StubLosant([owner, ann, bob], []);
    let asked = 0;
    losant.before.set("GET organization", () => {
      asked += 1;
      return undefined;
    });
    const organization = losant.run().organization(orgId);
    await organization.live.organization();
    asked = 0;
    await changeRoles(organization, stepTo(bob, { role: "admin" }), 1, new CollectedReports());
    assert.equal(asked, 0);
    await changeRoles(organization, stepTo(ann, { role: "edit" }), 1, new CollectedReports());
    assert.equal(asked, 1);
  });
});
