import assert from "node:assert/strict";
import { z } from "zod";
import { assertRefused, invitesOf, organizationOf, unusedId, useSimulator } from "./harness";

describe("simulator state", () => {
  const simulator = useSimulator();
  const put = (state: unknown) => simulator().control("PUT", "/state", state);

  it("shows organizations as GET /orgs/{id} gives them", async () => {
    const { organizations } = await simulator().state();
    assert.deepEqual(organizations, [await simulator().organization()]);
  });

  it("takes what it gave and changes nothing", async () => {
    await simulator().addMember("ada@example.com");
    await simulator().invite("bob@example.com");
    const state = await simulator().state();
    assert.deepEqual((await put(state)).body, state);
    assert.deepEqual(await simulator().state(), state);
  });

  it("takes members of which only address and role are given", async () => {
    await simulator().change((state) => {
      const members: object[] = state.organizations[0]?.members ?? [];
      members.push({ email: "Ada@example.com", role: "edit" });
    });
    const ada = organizationOf(await simulator().call("GET", simulator().org())).members[1];
    assert.deepEqual(
      [ada?.email, ada?.firstName, ada?.role, ada?.applicationRoles],
      ["ada@example.com", "ada", "edit", []],
    );
    assert.match(ada?.userId ?? "", /^[a-f\d]{24}$/);
  });

  it("takes invites of which only address and role are given", async () => {
    const { orgId } = simulator().simulator;
    await simulator().change((state) => {
      Object.assign(state.invites, { [orgId]: [{ email: "ada@example.com", role: "view" }] });
    });
    const [invite] = invitesOf(await simulator().call("GET", simulator().org("/invites")));
    assert.deepEqual([invite?.email, invite?.hasExpired], ["ada@example.com", false]);
  });

  it("gives ids out anew only if they are not taken", async () => {
    await simulator().change((state) => {
      const members: object[] = state.organizations[0]?.members ?? [];
      for (const name of ["a", "b", "c"]) members.push({ email: `${name}@example.com`, role: "view" });
    });
    await simulator().addMember("d@example.com");
    const ids = (await simulator().organization()).members.map((member) => member.userId);
    assert.equal(new Set(ids).size, 5);
  });

  it("gives no id out twice, even after an older state was put back", async () => {
    const older = await simulator().state();
    const first = await simulator().addMember("ada@example.com");
    await put(older);
    assert.notEqual(await simulator().addMember("bob@example.com"), first);
  });

  it("knows a person by the address when a member is put without a userId", async () => {
    const userId = await simulator().addMember("ada@example.com");
    await simulator().call("DELETE", simulator().org(`/member?userId=${userId}`));
    await simulator().change((state) => {
      const members: object[] = state.organizations[0]?.members ?? [];
      members.push({ email: "ada@example.com", role: "view" });
    });
    assert.equal((await simulator().organization()).members[1]?.userId, userId);
  });

  it("holds a thousand members", async () => {
    await simulator().change((state) => {
      const members: object[] = state.organizations[0]?.members ?? [];
      for (let index = 0; index < 1000; index += 1)
        members.push({ email: `m${index}@example.com`, role: "view" });
    });
    const { members, summary } = await simulator().organization();
    assert.deepEqual([members.length, summary.memberCount], [1001, 1001]);
  });

  it("refuses a state that is none, naming the place, and keeps its own", async () => {
    const state = await simulator().state();
    assertRefused(await put({}), 400, /token/);
    assertRefused(await put({ ...state, nickname: "x" }), 400, /nickname/);
    const member = { email: "ada@example.com", role: "owner" };
    const [organization] = state.organizations;
    assertRefused(
      await put({ ...state, organizations: [{ ...organization, members: [member] }] }),
      400,
      /organizations\[0\]\.members\[0\]\.role/,
    );
    assert.deepEqual(await simulator().state(), state);
  });

  it("refuses a state that contradicts itself", async () => {
    const state = await simulator().state();
    const [organization] = state.organizations;
    const twice = [...(organization?.members ?? []), ...(organization?.members ?? [])];
    assertRefused(
      await put({ ...state, organizations: [{ ...organization, members: twice }] }),
      400,
      /twice/,
    );
    assertRefused(await put({ ...state, organizations: [organization, organization] }), 400, /twice/);
    assertRefused(await put({ ...state, invites: { [unusedId]: [] } }), 400, /no organization/);
    assertRefused(await put({ ...state, userId: unusedId }), 400, /authenticated user/);
    const invite = { email: "ada@example.com", role: "view" };
    const invites = { [simulator().simulator.orgId]: [invite, invite] };
    assertRefused(await put({ ...state, invites }), 400, /invited ada@example\.com twice/);
  });

  it("shows the authenticated user as their entry among the members says", async () => {
    await simulator().change((state) => {
      for (const member of state.organizations[0]?.members ?? []) member.email = "moved@example.com";
    });
    const me = z.looseObject({ email: z.string() }).parse((await simulator().call("GET", "/me")).body);
    assert.equal(me.email, "moved@example.com");
  });
});
