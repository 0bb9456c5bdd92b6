import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann, bob, carol } from "../../support/one-person";
import { ok, owner, StackSetting } from "../../support/stack-setting";

onBothFaces("guard rails of single resources", (face) => {
  const setting = StackSetting.inSuite(face);

  const person = (kind: "orgMember" | "orgMembership", email: string, more: object = {}) =>
    setting.resource(kind, { email, role: "admin", ...more });

  describe("admin floor", () => {
    beforeEach(async () => {
      for (const email of [ann, bob]) await setting.simulator.addMember({ email, role: "admin" });
      setting.env = { LOSANT_MIN_ADMINS: "2" };
    });

    for (const kind of ["orgMember", "orgMembership"] as const) {
      it(`lets ${kind} demote while enough admins stay`, async () => {
        ok(await setting.engine.up({ ann: person(kind, ann, { role: "edit" }) }));
        assert.equal(await setting.live(ann), "member edit");
      });

      it(`refuses at preview what two ${kind}s may not do together`, async () => {
        const program = {
          ann: person(kind, ann, { role: "edit" }),
          bob: person(kind, bob, { role: "edit" }),
        };
        const { errors, operations } = await setting.engine.preview(program);
        assert.deepEqual(operations, { ann: "create", bob: "failed" });
        assert.match(
          errors.join(),
          /bob@example\.com stays an admin .* keep 1 of 3 accepted admins, and minAdmins is 2/,
        );
      });

      it(`lets only one of two ${kind}s pass when both demote at once`, async () => {
        const outcomes = await setting.during((provider) =>
          Promise.allSettled(
            [ann, bob].map((email) => provider.create(kind, { orgId: setting.orgId, email, role: "edit" })),
          ),
        );
        assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
        const { members } = await setting.simulator.fetchOrganization();
        assert.equal(members.filter(({ role }) => role === "admin").length, 2);
      });

      it(`keeps ${kind} from removing an admin who is needed`, async () => {
        ok(await setting.engine.up({ ann: person(kind, ann), bob: person(kind, bob) }));
        const { errors } = await setting.engine.destroy();
        assert.match(errors.join(), /stays an admin of organization/);
        const { members } = await setting.simulator.fetchOrganization();
        assert.equal(members.filter(({ role }) => role === "admin").length, 2);
      });
    }

    it("counts nobody as admin who is only invited", async () => {
      await setting.inviteByHand(carol, "admin");
      const program = {
        ann: person("orgMember", ann, { role: "edit" }),
        bob: person("orgMember", bob, { role: "view" }),
      };
      assert.equal((await setting.engine.preview(program)).operations.bob, "failed");
    });

    it("counts whom the program makes an admin before", async () => {
      await setting.simulator.addMember({ email: carol, role: "view" });
      const program = {
        carol: person("orgMember", carol),
        ann: person("orgMember", ann, { role: "edit" }),
        bob: person("orgMember", bob, { role: "edit" }),
      };
      const preview = await setting.engine.preview({ carol: program.carol, ann: program.ann });
      assert.deepEqual(preview.errors, []);
      ok(await setting.engine.up({ carol: program.carol, ann: program.ann }));
      assert.deepEqual([await setting.live(carol), await setting.live(ann)], ["member admin", "member edit"]);
    });

    it("looks at the live organization right before it demotes", async () => {
      await setting.during(async (provider) => {
        const args = { orgId: setting.orgId, email: ann, role: "edit" };
        assert.deepEqual((await provider.check("orgMember", {}, args)).failures, []);
        await setting.simulator.setMember(bob, { role: "view" });
        await assert.rejects(provider.create("orgMember", args), /ann@example\.com stays an admin/);
      });
    });

    it("takes the floor from the stack's configuration where the environment has none", async () => {
      setting.env = {};
      const args = { orgId: setting.orgId, email: ann, role: "edit" };
      const { failures } = await setting.during((provider) => provider.check("orgMember", {}, args), {
        config: { "losant:minAdmins": "3" },
      });
      assert.match(failures[0]?.reason ?? "", /minAdmins is 3/);
    });
  });

  describe("removal cap", () => {
    const team = ["p1", "p2", "p3", "p4", "p5"].map((name) => `${name}@example.com`);
    const program = () =>
      Object.fromEntries(team.map((email) => [email, person("orgMember", email, { role: "view" })]));

    beforeEach(async () => {
      for (const email of team) await setting.simulator.addMember({ email, role: "view" });
      ok(await setting.engine.up(program()));
    });

    const left = async () => (await setting.simulator.fetchOrganization()).members.length - 1;

    it("stops after three removals in a small organization, and says how to go on", async () => {
      const { errors } = await setting.engine.up({}, { refresh: false });
      assert.equal(errors.length, 2);
      assert.match(
        errors.join(),
        /removal limit reached \(3 of 3; the organization had 6 people .*run again to go on/,
      );
      assert.equal(await left(), 2);
    });

    it("goes on at the next run", async () => {
      await setting.engine.up({}, { refresh: false });
      ok(await setting.engine.up({}, { refresh: false }));
      assert.equal(await left(), 0);
    });

    for (const [limit, stay] of [
      ["5", 0],
      ["1", 4],
      ["50%", 2],
      ["0.34", 3],
      ["0", 5],
    ] as const) {
      it(`lets LOSANT_MAX_REMOVALS=${limit} leave ${stay} of five`, async () => {
        setting.env = { LOSANT_MAX_REMOVALS: limit };
        await setting.engine.up({}, { refresh: false });
        assert.equal(await left(), stay);
      });
    }
  });

  it("counts revoked invites among the removals", async () => {
    const emails = ["q1", "q2", "q3", "q4"].map((name) => `${name}@example.com`);
    ok(
      await setting.engine.up(
        Object.fromEntries(
          emails.map((email) => [email, setting.resource("orgInvite", { email, role: "view" })]),
        ),
      ),
    );
    const { errors } = await setting.engine.up({}, { refresh: false });
    assert.equal(errors.length, 1);
    assert.equal((await setting.simulator.fetchInvites()).length, 1);
  });

  describe("seats", () => {
    beforeEach(() => setting.simulator.setLimits({ member: 2 }));

    for (const kind of ["orgInvite", "orgMembership"] as const) {
      it(`refuses three of ${kind} for one seat at preview, with the numbers`, async () => {
        const program = Object.fromEntries(
          [ann, bob, carol].map((email) => [email, setting.resource(kind, { email, role: "view" })]),
        );
        const { errors, operations } = await setting.engine.preview(program);
        assert.deepEqual(Object.values(operations), ["create", "failed", "failed"]);
        assert.match(
          errors[1] ?? "",
          /has 2 seats, and 4 would be taken: 1 members \+ 0 unexpired invites \+ 3 planned by this run/,
        );
        assert.match(errors[0] ?? "", /Pulumi creates before it deletes/);
        assert.equal(await setting.mails(), 0);
      });

      it(`lets only one of two ${kind}s take the last seat when both try at once`, async () => {
        const outcomes = await setting.during((provider) =>
          Promise.allSettled(
            [ann, bob].map((email) => provider.create(kind, { orgId: setting.orgId, email, role: "view" })),
          ),
        );
        const rejected = outcomes.find((outcome) => outcome.status === "rejected");
        assert.match(String(rejected?.reason), /has 2 seats/);
        assert.equal((await setting.simulator.fetchInvites()).length, 1);
      });
    }

    it("counts one person once, however often they are checked", async () => {
      await setting.during(async (provider) => {
        const args = { orgId: setting.orgId, email: ann, role: "view" };
        await provider.check("orgMembership", {}, args);
        assert.deepEqual((await provider.check("orgMembership", {}, args)).failures, []);
      });
    });

    it("counts no expired invite", async () => {
      await setting.inviteByHand(bob, "view");
      await setting.simulator.advance(8 * 24 * 60 * 60 * 1000);
      const program = { ann: setting.resource("orgInvite", { email: ann, role: "view" }) };
      assert.deepEqual((await setting.engine.preview(program)).errors, []);
    });
  });

  it("refuses an address outside the organization's domains at preview", async () => {
    await setting.simulator.setOrganization({ whitelistedEmailDomains: ["example.org"] });
    const program = { ann: setting.resource("orgMembership", { email: ann, role: "view" }) };
    const { errors } = await setting.engine.preview(program);
    assert.match(errors.join(), /ann@example\.com is outside the domains .* allows: example\.org/);
  });

  it("says once that the guard of the authenticated user is off, and which scope turns it on", async () => {
    for (const email of [ann, bob]) await setting.simulator.addMember({ email, role: "admin" });
    await setting.simulator.putState((state) => {
      state.tokenScopes = ["org.*"];
    });
    const program = {
      ann: person("orgMember", ann, { role: "view" }),
      bob: person("orgMember", bob, { role: "view" }),
    };
    const { printed, errors } = await setting.engine.up(program);
    assert.deepEqual(errors, []);
    assert.equal(printed.split("me.get").length - 1, 1);
    assert.equal(await setting.live(owner), "member admin");
  });
});
