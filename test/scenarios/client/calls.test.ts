import assert from "node:assert/strict";
import type { ResourceRole, ResourceTransfer } from "../../../client";
import { useLosant } from "./harness";

const week = { start: "2026-06-01", end: new Date("2026-06-07T00:00:00Z") };
const isIso = (text: string | undefined) => text === new Date(text ?? "").toISOString();

describe("client: the calls", () => {
  const losant = useLosant();
  const orgId = () => losant.orgId;
  const org = () => losant.client().org;

  it("org.get gives the organization with its members, limits and summary", async () => {
    const organization = await org().get({ orgId: orgId() });
    assert.equal(organization.id, orgId());
    assert.deepEqual(
      organization.members.map(({ role }) => role),
      ["admin"],
    );
    assert.equal(organization.limits?.member, 2000);
    assert.equal(organization.summary?.memberCount, 1);
  });

  it("org.patch changes the settings that are given, and no other", async () => {
    const before = await org().get({ orgId: orgId() });
    const organization = { description: "New", mfaMode: "adminRequired" } as const;
    const after = await org().patch({ orgId: orgId(), organization });
    assert.deepEqual([after.description, after.mfaMode, after.name], ["New", "adminRequired", before.name]);
  });

  it("org.delete deletes the organization", async () => {
    assert.deepEqual(await org().delete({ orgId: orgId() }), { success: true });
    assert.equal((await losant.simulator.call("GET", losant.simulator.org())).status, 404);
  });

  it("org.inviteMember gives all invites, and org.pendingInvites lists them", async () => {
    await losant.simulator.invite("bob@example.com");
    const invite = { email: "ann@example.com", role: "edit", disallowTransfer: true } as const;
    const invites = await org().inviteMember({ orgId: orgId(), invite });
    assert.deepEqual(invites.map(({ email }) => email).sort(), ["ann@example.com", "bob@example.com"]);
    assert.deepEqual(await org().pendingInvites({ orgId: orgId() }), invites);
    assert.equal(invites.find(({ role }) => role === "edit")?.disallowTransfer, true);
  });

  it("org.revokeInvite gives the invites that are left", async () => {
    await losant.simulator.invite("ann@example.com");
    await losant.simulator.invite("bob@example.com");
    const ann = (await losant.simulator.invites()).find(({ email }) => email === "ann@example.com");
    const left = await org().revokeInvite({ orgId: orgId(), inviteId: ann?.id ?? "" });
    assert.deepEqual(
      left?.map(({ email }) => email),
      ["bob@example.com"],
    );
  });

  it("org.modifyMember changes the roles that are given, and org.removeMember removes the person", async () => {
    const userId = await losant.simulator.addMember("ann@example.com");
    const [application] = (await losant.simulator.state()).applications;
    const applicationRoles: ResourceRole[] = [{ resourceId: application?.id ?? "", role: "collaborate" }];
    const member = { userId, role: "none", applicationRoles } as const;
    const modified = await org().modifyMember({ orgId: orgId(), member });
    const ann = modified.members.find((one) => one.userId === userId);
    assert.deepEqual([ann?.role, ann?.applicationRoles], ["none", applicationRoles]);
    const removed = await org().removeMember({ orgId: orgId(), userId });
    assert.deepEqual(
      removed?.members.map((one) => one.userId === userId),
      [false],
    );
  });

  it("org.transferResources moves what it is told to", async () => {
    const destination = await losant.client().orgs.post({ organization: { name: "Destination" } });
    const [application] = (await losant.simulator.state()).applications;
    const transfer: ResourceTransfer = {
      destinationId: destination.id,
      destinationType: "organization",
      applicationIds: [application?.id ?? ""],
      strict: true,
    };
    assert.deepEqual(await org().transferResources({ orgId: orgId(), transfer }), { success: true });
    assert.equal((await losant.simulator.state()).applications[0]?.ownerId, destination.id);
  });

  it("org.deviceCounts and org.notebookMinuteCounts give a figure per day, with ISO times", async () => {
    const devices = await org().deviceCounts({ orgId: orgId(), ...week });
    const notebooks = await org().notebookMinuteCounts({ orgId: orgId(), ...week });
    for (const { start, counts } of [devices, notebooks]) {
      assert.equal(start, "2026-06-01T00:00:00.000Z");
      assert.equal(counts.length, 7);
      assert.ok(counts.every(({ date }) => isIso(date)));
    }
  });

  it("org.payloadCounts gives counts by type and source, or bytes, which are more", async () => {
    const total = (answer: Record<string, Record<string, number>>) =>
      Object.values(answer)
        .flatMap((sources) => Object.values(sources))
        .reduce((sum, count) => sum + count, 0);
    const counts = await org().payloadCounts({ orgId: orgId(), ...week });
    const bytes = await org().payloadCounts({ orgId: orgId(), ...week, asBytes: true });
    assert.ok(total(counts) > 0 && total(bytes) > total(counts));
  });

  it("org.payloadCountsBreakdown gives sums by day, or by hour, non-billable ones too if asked", async () => {
    const breakdown = async (more: object) => {
      const { counts } = await org().payloadCountsBreakdown({ orgId: orgId(), ...week, ...more });
      return { steps: counts.length, total: counts.reduce((sum, { value }) => sum + value, 0) };
    };
    const byDay = await breakdown({});
    const byHour = await breakdown({ resolution: 3_600_000 });
    const all = await breakdown({ includeNonBillable: true });
    assert.ok(byDay.steps === 7 && byHour.steps > 100);
    assert.ok(all.total > byDay.total);
    assert.ok((await breakdown({ asBytes: true })).total > byDay.total);
  });

  it("orgs.get pages and filters", async () => {
    for (const name of ["Beta", "Alpha"]) await losant.client().orgs.post({ organization: { name } });
    const names = async (more: object) =>
      (await losant.client().orgs.get(more)).items.map(({ name }) => name);
    assert.deepEqual(await names({ filterField: "name", filter: "*a", perPage: 1, page: 1 }), ["Beta"]);
    assert.deepEqual(await names({ filterField: "name", filter: "*a", sortDirection: "desc" }), [
      "Beta",
      "Alpha",
    ]);
  });

  it("me.get gives the authenticated user", async () => {
    assert.equal((await losant.client().me.get()).userId, losant.simulator.simulator.userId);
  });

  it("applications.get and dashboards.get list what an organization owns", async () => {
    const { applications, dashboards } = losant.client();
    const page = await applications.get({ orgId: orgId(), page: 1, perPage: 2 });
    assert.deepEqual([page.totalCount, page.items.map(({ name }) => name)], [3, ["Smart Lighting"]]);
    assert.deepEqual(
      page.items.map(({ ownerId, ownerType }) => [ownerId, ownerType]),
      [[orgId(), "organization"]],
    );
    const energy = await dashboards.get({ orgId: orgId(), filterField: "name", filter: "Energy" });
    assert.deepEqual(
      energy.items.map(({ ownerId }) => ownerId),
      [orgId()],
    );
  });

  it("now() is the server's time", async () => {
    await losant.simulator.advance(40 * 86_400_000);
    const client = losant.client();
    await client.me.get();
    const ahead = client.now().getTime() - Date.now();
    assert.ok(ahead > 39 * 86_400_000 && ahead < 41 * 86_400_000);
  });

  it("now() follows refusals too", async () => {
    await losant.simulator.advance(40 * 86_400_000);
    const client = losant.client({ apiToken: "wrong" });
    await client.me.get().catch(() => undefined);
    assert.ok(client.now().getTime() - Date.now() > 39 * 86_400_000);
  });

  it("now() is this machine's time before the first answer", () => {
    const before = Date.now();
    const now = losant.client().now().getTime();
    assert.ok(now >= before && now <= Date.now());
  });
});
