import assert from "node:assert/strict";
import { routes } from "../../../simulator/routes/index";
import { assertRefused, unusedId, useSimulator } from "./harness";

describe("simulator access", () => {
  const simulator = useSimulator();

  it("refuses every call but those of the mail's link without the token", async () => {
    const harness = simulator();
    for (const route of routes.filter((each) => !each.isPublic)) {
      const path = route.path.replace("{orgId}", harness.simulator.orgId);
      const answer = await harness.call(route.method, path, route.method === "GET" ? undefined : {}, "wrong");
      assertRefused(answer, 401, /token/);
    }
  });

  it("refuses a request without any Authorization header", async () => {
    const response = await fetch(`${simulator().simulator.url}/me`);
    assert.equal(response.status, 401);
  });

  it("refuses an action that no scope of the token covers", async () => {
    const harness = simulator();
    await harness.change((state) => Object.assign(state, { tokenScopes: ["all.Organization"] }));
    assertRefused(await harness.call("GET", "/me"), 403, /me\.\*/);
    assertRefused(await harness.call("POST", "/orgs", { name: "New" }), 403, /orgs\.post/);
    assert.equal((await harness.call("GET", harness.org())).status, 200);
  });

  it("lets a token that only reads read and not write", async () => {
    const harness = simulator();
    await harness.change((state) => Object.assign(state, { tokenScopes: ["all.Organization.read"] }));
    assert.equal((await harness.call("GET", harness.org("/invites"))).status, 200);
    assertRefused(await harness.invite("ada@example.com"), 403, /org\.inviteMember/);
  });

  it("accepts the new token and refuses the old one after a rotation", async () => {
    const harness = simulator();
    await harness.change((state) => Object.assign(state, { token: "rotated" }));
    assert.equal((await harness.call("GET", "/me")).status, 401);
    assert.equal((await harness.call("GET", "/me", undefined, "rotated")).status, 200);
  });

  it("refuses what only admins may do to any other role", async () => {
    const harness = simulator();
    await harness.actAs("edit");
    const forbidden: [string, string, object?][] = [
      ["PATCH", "", { name: "Other" }],
      ["DELETE", ""],
      ["GET", "/invites"],
      ["POST", "/invites", { email: "ada@example.com", role: "view" }],
      ["DELETE", `/invites?inviteId=${unusedId}`],
      ["PATCH", "/member", { userId: unusedId, role: "view" }],
      ["DELETE", `/member?userId=${unusedId}`],
      ["PATCH", "/transferResources", { destinationId: unusedId, destinationType: "user" }],
    ];
    for (const [method, below, body] of forbidden)
      assertRefused(await harness.call(method, harness.org(below), body), 403, /admin/);
  });

  it("shows the organization to a member of any role, but no usage figures to the role none", async () => {
    const harness = simulator();
    await harness.actAs("none");
    assert.equal((await harness.call("GET", harness.org())).status, 200);
    assertRefused(await harness.call("GET", harness.org("/deviceCounts")), 403, /usage/);
  });

  it("answers 404 for an organization that is not there", async () => {
    assertRefused(await simulator().call("GET", `/orgs/${unusedId}`), 404, new RegExp(unusedId));
  });

  it("answers 404 for an organization of which one is no member", async () => {
    const harness = simulator();
    await harness.actAs("view");
    await harness.call("DELETE", harness.org(`/member?userId=${harness.simulator.userId}`));
    assertRefused(await harness.call("GET", harness.org()), 404, /not found/);
  });

  it("refuses an organization id that is none", async () => {
    assertRefused(await simulator().call("GET", "/orgs/elsewhere"), 400, /24 hex digits/);
  });

  it("takes ids in either case", async () => {
    const harness = simulator();
    const answer = await harness.call("GET", `/orgs/${harness.simulator.orgId.toUpperCase()}`);
    assert.equal(answer.status, 200);
  });

  it("refuses changes of a read-only organization", async () => {
    const harness = simulator();
    await harness.changeOrganization({ isReadOnly: true });
    assertRefused(await harness.invite("ada@example.com"), 403, /read-only/);
    assertRefused(await harness.call("PATCH", harness.org(), { name: "Other" }), 403, /read-only/);
  });

  it("answers 404 for a path that it does not have", async () => {
    assertRefused(await simulator().call("GET", "/devices"), 404, /no GET \/devices/);
  });
});
