import assert from "node:assert/strict";
import type { Organization } from "../../../client";
import { deleteOrganization, organizationIsGone } from "../../../provider/live/delete-organization";
import { CollectedReports } from "../collected-reports";
import { idOf, memberOf, orgId } from "../samples";
import { StubLosant } from "../stub-losant";

const owner = memberOf("owner@example.com", { userId: idOf(0xf), role: "admin" });
const ann = memberOf("ann@example.com");
const empty = { appCount: 0, dashCount: 0 };

function losantWith(summary: Organization["summary"], ...members: (typeof ann)[]): StubLosant {
  const losant = new StubLosant(members, []);
  losant.organization = summary ? { summary } : {};
  return losant;
}

function remove(losant: StubLosant, isForced = false): Promise<string> {
  return deleteOrganization(losant.run().organization(orgId), isForced, new CollectedReports());
}

describe("unit: deleting an organization", () => {
  it("is done where nothing is in it beside the authenticated user", async () => {
    const losant = losantWith(empty, owner);
    assert.equal(await remove(losant), `Organization ${orgId} is deleted for good, with nothing in it.`);
    assert.deepEqual(losant.written, ["deleteOrganization"]);
  });

  it("is refused where anything else is in it, or may be", async () => {
    for (const [losant, content] of [
      [losantWith({ appCount: 1, dashCount: 2 }, owner), "1 application, 2 dashboards"],
      [losantWith({ appCount: 2, dashCount: 1 }, owner), "2 applications, 1 dashboard"],
      [losantWith(empty, owner, ann), "1 other member"],
      [losantWith(empty, ann, memberOf("bob@example.com", { userId: idOf(2) })), "2 other members"],
      [losantWith(undefined, owner), "an unknown number of applications, an unknown number of dashboards"],
    ] as const) {
      await assert.rejects(
        remove(losant),
        new RegExp(`is not deleted: it has ${content}, and .* forceDestroy: true`),
      );
      assert.deepEqual(losant.written, []);
    }
  });

  it("is done by force, and tells what went with it", async () => {
    const losant = losantWith({ appCount: 1, dashCount: 2 }, owner, ann);
    const told = await remove(losant, true);
    assert.match(told, /is deleted for good, with 1 application, 2 dashboards, 1 other member\.$/);
    assert.deepEqual(losant.written, ["deleteOrganization"]);
  });

  it("takes one member for the authenticated user where that one is not known", async () => {
    const losant = losantWith(empty, ann);
    losant.before.set("GET me", () => 403);
    assert.match(await remove(losant), /with nothing in it/);
  });

  it("is told as done already where the token's organizations can be read, without it", async () => {
    const losant = losantWith(empty, owner);
    losant.isThere = false;
    assert.equal(await remove(losant), `Organization ${orgId} was gone already.`);
    assert.equal(await organizationIsGone(losant.run(), orgId), true);
    assert.deepEqual(losant.written, []);
  });

  it("fails where the organization is still among them, or it failed for another reason", async () => {
    const hidden = losantWith(empty, owner);
    hidden.before.set("GET organization", () => 404);
    await assert.rejects(remove(hidden), /Check orgId and the token/);
    assert.equal(await organizationIsGone(hidden.run(), orgId), false);
    const failing = losantWith(empty, owner);
    failing.before.set("DELETE organization", () => {
      failing.isThere = false;
      return 503;
    });
    await assert.rejects(remove(failing), /^LosantError/);
  });
});
