import assert from "node:assert/strict";
import { z } from "zod";
import { assertRefused, dayMs, useSimulator } from "./harness";

describe("simulator control routes", () => {
  const fixed = Date.UTC(2026, 5, 15, 12);
  const simulator = useSimulator({ now: () => fixed });
  const counted = async () => (await simulator().control("GET", "/requests")).body;
  const answerInvite = (how: string, email: string) =>
    simulator().control("POST", `/${how}`, { orgId: simulator().simulator.orgId, email });

  it("counts calls by action on arrival, refused ones too, and leaves control routes out", async () => {
    await simulator().organization();
    await simulator().organization();
    await simulator().call("GET", "/me", undefined, "wrong");
    await simulator().invite("owner@example.com");
    await simulator().state();
    assert.deepEqual(await counted(), {
      total: 4,
      byAction: { "org.get": 2, "me.get": 1, "org.inviteMember": 1 },
    });
  });

  it("starts counting anew when the counts are deleted", async () => {
    await simulator().organization();
    assert.equal((await simulator().control("DELETE", "/requests")).status, 204);
    assert.deepEqual(await counted(), { total: 0, byAction: {} });
  });

  it("lets time pass, and says so in the Date header of every answer", async () => {
    const dates = async () =>
      Promise.all([
        simulator().call("GET", "/me"),
        simulator().call("GET", "/me", undefined, "wrong"),
        simulator().call("GET", "/nowhere"),
        simulator().control("GET", "/requests"),
      ]).then((answers) => answers.map((answer) => answer.headers.get("Date")));
    assert.deepEqual(await dates(), Array(4).fill(new Date(fixed).toUTCString()));
    const answer = await simulator().advance(3 * dayMs);
    assert.deepEqual(answer.body, { now: new Date(fixed + 3 * dayMs).toISOString() });
    assert.deepEqual(await dates(), Array(4).fill(new Date(fixed + 3 * dayMs).toUTCString()));
  });

  it("dates new invites by the simulator's clock", async () => {
    await simulator().advance(dayMs);
    await simulator().invite("ada@example.com");
    assert.equal((await simulator().invites())[0]?.inviteDate, new Date(fixed + dayMs).toISOString());
  });

  it("refuses to let time run backwards", async () => {
    assertRefused(await simulator().advance(-1), 400, /advanceMs/);
  });

  it("makes a member with the invite's roles of a person who accepts", async () => {
    await simulator().invite("ada@example.com", { role: "edit" });
    const { userId } = z
      .object({ userId: z.string() })
      .parse((await answerInvite("accept", "Ada@example.com")).body);
    const ada = (await simulator().organization()).members.find((member) => member.userId === userId);
    assert.deepEqual([ada?.email, ada?.role], ["ada@example.com", "edit"]);
    assert.deepEqual(await simulator().invites(), []);
  });

  it("gives a person who comes back the same userId", async () => {
    const userId = await simulator().addMember("ada@example.com");
    await simulator().call("DELETE", simulator().org(`/member?userId=${userId}`));
    assert.equal(await simulator().addMember("ada@example.com"), userId);
  });

  it("takes the invite of a person who declines off the list", async () => {
    await simulator().invite("ada@example.com");
    assert.equal((await answerInvite("decline", "ada@example.com")).status, 204);
    assert.deepEqual(await simulator().invites(), []);
    assert.equal((await simulator().organization()).members.length, 1);
  });

  it("answers 404 for an answer without an invite, and 410 after it has ended", async () => {
    assertRefused(await answerInvite("accept", "ada@example.com"), 404, /not found/);
    await simulator().invite("ada@example.com");
    await simulator().advance(8 * dayMs);
    assertRefused(await answerInvite("accept", "ada@example.com"), 410, /expired/);
    assertRefused(await answerInvite("decline", "ada@example.com"), 410, /expired/);
  });

  it("refuses to make somebody a member twice", async () => {
    await simulator().invite("ada@example.com");
    await simulator().change((state) => {
      const members: object[] = state.organizations[0]?.members ?? [];
      members.push({ email: "ada@example.com", role: "view" });
    });
    assertRefused(await answerInvite("accept", "ada@example.com"), 400, /already a member/);
  });

  it("goes back to the start: state, clock, faults and counts", async () => {
    const start = await simulator().state();
    await simulator().invite("ada@example.com");
    await simulator().advance(dayMs);
    await simulator().control("POST", "/faults", { action: "*", times: 5, status: 500 });
    assert.equal((await simulator().control("POST", "/reset")).status, 204);
    assert.deepEqual(await simulator().state(), start);
    assert.deepEqual(await counted(), { total: 0, byAction: {} });
    const answer = await simulator().call("GET", "/me");
    assert.deepEqual([answer.status, answer.headers.get("Date")], [200, new Date(fixed).toUTCString()]);
  });

  it("refuses control bodies with unknown keys", async () => {
    for (const path of ["/faults", "/clock", "/accept", "/decline"])
      assertRefused(await simulator().control("POST", path, { nickname: "x" }), 400, /nickname/);
  });
});
