import assert from "node:assert/strict";
import { assertRefused, organizationOf, unusedId, useSimulator } from "./harness";

describe("simulator members", () => {
  const simulator = useSimulator();
  const modify = (body: object) => simulator().call("PATCH", simulator().org("/member"), body);
  const remove = (userId: string) => simulator().call("DELETE", simulator().org(`/member?userId=${userId}`));

  it("changes a member's role and answers with the whole organization", async () => {
    const userId = await simulator().addMember("ada@example.com");
    const { members } = organizationOf(await modify({ userId, role: "edit" }));
    assert.equal(members.find((member) => member.userId === userId)?.role, "edit");
    assert.deepEqual((await simulator().organization()).members, members);
  });

  it("keeps the roles on single resources that a change leaves out", async () => {
    const userId = await simulator().addMember("ada@example.com", "none");
    const applicationRoles = [{ resourceId: unusedId, role: "collaborate" }];
    await modify({ userId, applicationRoles });
    const { members } = organizationOf(await modify({ userId, role: "view" }));
    assert.deepEqual(members[1]?.applicationRoles, applicationRoles);
    const cleared = organizationOf(await modify({ userId, applicationRoles: [] }));
    assert.deepEqual(cleared.members[1]?.applicationRoles, []);
  });

  it("refuses a change of one's own role", async () => {
    await simulator().addMember("ada@example.com", "admin");
    assertRefused(await modify({ userId: simulator().simulator.userId, role: "view" }), 400, /own role/);
  });

  it("answers 404 for a change of somebody who is no member", async () => {
    assertRefused(await modify({ userId: unusedId, role: "view" }), 404, /not a member/);
  });

  it("removes a member and answers with the whole organization", async () => {
    const userId = await simulator().addMember("ada@example.com", "admin");
    const { members } = organizationOf(await remove(userId));
    assert.deepEqual(
      members.map((member) => member.email),
      ["owner@example.com"],
    );
    assertRefused(await remove(userId), 404, /not a member/);
  });

  it("keeps the last admin", async () => {
    await simulator().addMember("ada@example.com", "edit");
    assertRefused(await remove(simulator().simulator.userId), 400, /at least one admin/);
  });

  it("lets an admin leave while another one stays", async () => {
    await simulator().addMember("ada@example.com", "admin");
    const { members } = organizationOf(await remove(simulator().simulator.userId));
    assert.deepEqual(
      members.map((member) => member.email),
      ["ada@example.com"],
    );
  });

  it("lets anyone leave, whatever the role", async () => {
    await simulator().actAs("none");
    assert.equal((await remove(simulator().simulator.userId)).status, 200);
  });
});
