import assert from "node:assert/strict";
import { replacing } from "../../support/answer-proxy";
import { onBothFaces } from "../../support/faces";
import { ProxiedSetting } from "../../support/proxied-setting";
import { ok, owner } from "../../support/stack-setting";

/** What the simulator takes for an address, and every program could not name. */
const odd = [
  "r&d@example.com",
  "dept/ops@example.com",
  "x@example.xn--p1ai",
  "o'brien+a=b@example.com",
  "it@x1.co",
];

onBothFaces("people with unusual addresses", (face) => {
  const setting = ProxiedSetting.inSuite(face);

  const roster = (email: string, more = {}) => ({
    all: setting.resource("orgRoster", {
      members: { [owner]: "admin", [email]: "view" },
      unmanaged: "fail",
      ...more,
    }),
  });
  const single = (email: string) => ({ one: setting.resource("orgMembership", { email, role: "view" }) });

  for (const email of odd) {
    it(`${email} is invited, kept, and taken back by an OrgMembership`, async () => {
      ok(await setting.engine.up(single(email)));
      assert.equal(await setting.live(email), "invite view");
      await setting.simulator.accept(email);
      ok(await setting.engine.up(single(email)));
      assert.equal((await setting.engine.preview(single(email))).operations.one, "same");
      ok(await setting.engine.up({}));
      assert.equal(await setting.live(email), "absent");
    });

    it(`${email} is a member whom every class adopts and reads by id, and whom a roster keeps and removes`, async () => {
      await setting.simulator.addMember({ email, role: "view" });
      const { props } = await setting.reading("orgMembership", `${setting.orgId}/${email}`);
      assert.equal(props.email, email);
      ok(await setting.engine.up(single(email)));
      ok(await setting.engine.up(roster(email)));
      const again = setting.anotherStack();
      ok(await again.up({ one: setting.resource("orgMember", { email, role: "view" }) }));
      assert.equal(await setting.writes(), 0);
      ok(await setting.engine.up(roster(email, { members: { [owner]: "admin" } })));
      assert.equal(await setting.live(email), "absent");
    });

    it(`${email} is an invite that an OrgInvite adopts, reads by id, and revokes`, async () => {
      await setting.inviteByHand(email, "view");
      await setting.mails();
      const { props } = await setting.reading("orgInvite", `${setting.orgId}/${email}`);
      assert.equal(props.email, email);
      ok(await setting.engine.up({ one: setting.resource("orgInvite", { email, role: "view" }) }));
      assert.equal(await setting.mails(), 0);
      ok(await setting.engine.up({}));
      assert.equal(await setting.live(email), "absent");
    });
  }

  for (const email of ["müller@example.com", "x@exämple.com", '"a b/c"@example.com', "root@localhost"]) {
    describe(`${email}, which the simulator cannot hold,`, () => {
      const stand = "stand-in@example.com";

      beforeEach(async () => {
        setting.proxy.add({
          edit: replacing((key, value) => (key === "email" && value === stand ? email : value)),
        });
        await setting.simulator.addMember({ email: stand, role: "view" });
      });

      it("is a member whom a roster and an OrgMembership adopt, keep, read by id and remove", async () => {
        ok(await setting.engine.up(roster(email)));
        assert.equal((await setting.engine.preview(roster(email))).operations.all, "same");
        const { props } = await setting.reading("orgMembership", `${setting.orgId}/${email}`);
        assert.equal(props.email, email);
        assert.equal(await setting.writes(), 0);
        ok(await setting.engine.up(roster(email, { members: { [owner]: "admin" } })));
        assert.equal(await setting.live(stand), "absent");
      });
    });
  }

  for (const [email, told] of [
    ["root@localhost", /what is after the @ is not the name of a domain/],
    ["a..b@example.com", /what is before the @ is not the name of a mailbox/],
    ["müller@example.com", /what is before the @ is not the name of a mailbox/],
    ["x@exämple.com", /state its domain in ASCII, x@xn--exmple-cua\.com/],
  ] as const) {
    it(`${email}, who is not there, is refused by every class that invites, at preview`, async () => {
      const programs = [
        roster(email),
        single(email),
        { one: setting.resource("orgInvite", { email, role: "view" }) },
      ];
      for (const program of programs) {
        const { errors } = await setting.engine.preview(program);
        assert.match(errors.join("\n"), /cannot be invited to organization/);
        assert.match(errors.join("\n"), told);
      }
    });
  }
});
