import assert from "node:assert/strict";
import { z } from "zod";
import { assertRefused, organizationOf, unusedId, useSimulator } from "./harness";
import { schemaFaults, vendorApiIsHere } from "./vendor-api";

const page = z.looseObject({
  items: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  count: z.number(),
  totalCount: z.number(),
  perPage: z.number(),
  page: z.number(),
});

describe("simulator organizations", () => {
  const simulator = useSimulator();
  const create = (name: string) => simulator().call("POST", "/orgs", { name });
  const list = async (query = "") => page.parse((await simulator().call("GET", `/orgs${query}`)).body);
  const names = async (query: string) => (await list(query)).items.map((item) => item.name);

  it("starts with one organization, whose only member is the authenticated user, an admin", async () => {
    const { members, limits } = await simulator().organization();
    assert.deepEqual(
      members.map(({ userId, role }) => ({ userId, role })),
      [{ userId: simulator().simulator.userId, role: "admin" }],
    );
    assert.equal(limits.member, 2000);
    assert.equal((await list()).totalCount, 1);
  });

  it("would not pass with an answer that the vendor's schema does not describe", function () {
    if (!vendorApiIsHere) return this.skip();
    assert.notDeepEqual(schemaFaults("org", { nickname: "x" }), []);
    assert.notDeepEqual(schemaFaults("orgInvites", [{ id: 1 }]), []);
  });

  it("changes the settings given, keeps the others, and tells when", async () => {
    const harness = simulator();
    const first = await harness.organization();
    await harness.advance(1000);
    const patch = { description: "Pumps", mfaMode: "required", billingEmail: "bills@example.com" };
    const changed = organizationOf(await harness.call("PATCH", harness.org(), patch));
    assert.deepEqual({ ...changed, ...patch }, changed);
    assert.equal(changed.name, first.name);
    assert.notEqual(changed.lastUpdated, first.lastUpdated);
    assert.deepEqual(await harness.organization(), changed);
  });

  it("takes a card and never gives it back", async () => {
    const harness = simulator();
    const answer = await harness.call("PATCH", harness.org(), { cardToken: "tok_secret" });
    assert.equal(answer.status, 200);
    assert.doesNotMatch(JSON.stringify([answer.body, await harness.state()]), /tok_secret|cardToken/);
  });

  it("creates an organization of which the authenticated user is the admin", async () => {
    const answer = await create("Second");
    assert.equal(answer.status, 201);
    const created = organizationOf(answer);
    assert.equal(created.members[0]?.userId, simulator().simulator.userId);
    assert.equal(created.members[0]?.role, "admin");
    assert.deepEqual(await simulator().call("GET", `/orgs/${created.id}`).then(organizationOf), created);
  });

  it("refuses to create an organization without a name", async () => {
    assertRefused(await simulator().call("POST", "/orgs", {}), 400, /name/);
  });

  it("lists organizations by page, sorted and filtered", async () => {
    for (const name of ["Beta", "Alpha", "Gamma"]) await create(name);
    assert.deepEqual(await names("?filterField=name&filter=*a*&perPage=2"), ["Alpha", "Beta"]);
    assert.deepEqual(await names("?filterField=name&filter=GAM*"), ["Gamma"]);
    assert.deepEqual(await names("?filterField=name&filter=gam"), []);
    assert.deepEqual(await names("?filterField=name&filter=amma"), []);
    assert.equal((await names("?filterField=name&filter=")).length, 4);
    assert.deepEqual((await names("?sortDirection=desc")).at(-1), "Alpha");
    const { items, ...second } = await list("?page=1&perPage=3");
    assert.deepEqual(
      {
        items: items.length,
        count: second.count,
        totalCount: second.totalCount,
        perPage: 3,
        page: second.page,
      },
      { items: 1, count: 1, totalCount: 4, perPage: 3, page: 1 },
    );
  });

  it("deletes an organization with its applications, dashboards and invites", async () => {
    const harness = simulator();
    await harness.invite("ada@example.com");
    const answer = await harness.call("DELETE", harness.org());
    assert.deepEqual([answer.status, answer.body], [200, { success: true }]);
    const { organizations, invites, applications, dashboards } = await harness.state();
    assert.deepEqual([organizations, invites, applications, dashboards], [[], {}, [], []]);
    assertRefused(await harness.call("DELETE", harness.org()), 404, /not found/);
  });

  it("counts applications, dashboards, members and unexpired invites in the summary", async () => {
    const harness = simulator();
    await harness.addMember("ada@example.com");
    await harness.invite("late@example.com");
    await harness.advance(8 * 86_400_000);
    await harness.invite("bob@example.com");
    const { summary } = await harness.organization();
    const { appCount, dashCount, memberCount, pendingInviteCount } = summary;
    assert.deepEqual(
      { appCount, dashCount, memberCount, pendingInviteCount },
      { appCount: 3, dashCount: 2, memberCount: 2, pendingInviteCount: 1 },
    );
  });

  it("shows those figures of the summary that are asked for", async () => {
    const harness = simulator();
    const summaryOf = async (query: string) =>
      organizationOf(await harness.call("GET", harness.org(query))).summary;
    assert.deepEqual(
      Object.keys(await summaryOf("?summaryInclude=appCount,dashCount&summaryExclude=appCount")),
      ["dashCount"],
    );
    assert.equal("memberCount" in (await summaryOf("?summaryExclude=memberCount")), false);
    assert.equal("payloadCount" in (await summaryOf("")), false);
    assert.equal("payloadCount" in (await summaryOf("?summaryInclude=payloadCount")), true);
  });

  it("tells who the authenticated user is, and what they used lately only when asked", async () => {
    const harness = simulator();
    const me = z.looseObject({
      userId: z.string(),
      email: z.string(),
      recentOrganizations: z.unknown().optional(),
    });
    const plain = me.parse((await harness.call("GET", "/me")).body);
    assert.deepEqual([plain.userId, plain.recentOrganizations], [harness.simulator.userId, undefined]);
    const recent = JSON.stringify((await harness.call("GET", "/me?includeRecent=true")).body);
    assert.match(recent, new RegExp(harness.simulator.orgId));
  });

  it("refuses to delete an organization that is not there", async () => {
    assertRefused(await simulator().call("DELETE", `/orgs/${unusedId}`), 404, /not found/);
  });
});
