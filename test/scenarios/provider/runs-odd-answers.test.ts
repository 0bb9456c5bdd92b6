import assert from "node:assert/strict";
import { type Edit, replacing, withoutClock } from "../../support/answer-proxy";
import { onBothFaces } from "../../support/faces";
import { ann, bob, declaring, invitingKinds, withoutAnn } from "../../support/one-person";
import { ProxiedSetting } from "../../support/proxied-setting";
import { day, ok } from "../../support/stack-setting";

/** Spoils the date of one person's invite. */
const badInviteDate = (email: string, inviteDate: string) =>
  replacing((_key, value) => {
    const isInvite = typeof value === "object" && value !== null && "email" in value && "inviteDate" in value;
    return isInvite && value.email === email ? { ...value, inviteDate } : value;
  });

onBothFaces("a run with odd answers", (face) => {
  const setting = ProxiedSetting.inSuite(face);

  for (const kind of invitingKinds) {
    it(`${kind}: works without a Date header, from invite to end`, async () => {
      setting.proxy.add({ edit: withoutClock });
      ok(await setting.engine.preview(declaring(setting, kind)));
      ok(await setting.engine.up(declaring(setting, kind)));
      assert.equal((await setting.engine.up(declaring(setting, kind))).operations.ann, "same");
      ok(await setting.engine.up(declaring(setting, kind, { role: "edit" })));
      assert.equal(await setting.live(ann), "invite edit");
      assert.equal(await setting.mails(), 2);
      ok(await setting.engine.up(withoutAnn(setting, kind)));
      assert.equal(await setting.live(ann), "absent");
    });

    it(`${kind}: emails nobody twice without a Date header after a refusal`, async () => {
      setting.proxy.add({ edit: withoutClock });
      ok(await setting.engine.up(declaring(setting, kind)));
      await setting.simulator.decline(ann);
      await setting.mails();
      ok(await setting.engine.up(declaring(setting, kind)));
      assert.equal(await setting.mails(), 0);
    });

    it(`${kind}: works where another person's invite has a bad date`, async () => {
      await setting.inviteByHand(bob, "view");
      setting.proxy.add({ edit: badInviteDate(bob, "yesterday") });
      ok(await setting.engine.up(declaring(setting, kind)));
      assert.equal((await setting.engine.up(declaring(setting, kind))).operations.ann, "same");
    });

    for (const inviteDate of ["yesterday", ""]) {
      it(`${kind}: is refreshed, and emails nobody, where its invite has the date "${inviteDate}"`, async () => {
        ok(await setting.engine.up(declaring(setting, kind)));
        await setting.mails();
        setting.proxy.add({ edit: badInviteDate(ann, inviteDate) });
        ok(await setting.engine.preview(declaring(setting, kind)));
        ok(await setting.engine.up(declaring(setting, kind)));
        assert.equal(await setting.mails(), 0);
        ok(await setting.engine.up(withoutAnn(setting, kind)));
        assert.equal(await setting.live(ann), "absent");
      });
    }
  }

  it("Organization: is refreshed where an invite has a bad date, and without a Date header", async () => {
    await setting.inviteByHand(bob, "view");
    const program = { acme: setting.resource("organization", { description: "As code" }) };
    setting.proxy.add({ edit: badInviteDate(bob, "yesterday") });
    setting.proxy.add({ edit: withoutClock });
    ok(await setting.engine.up(program));
    assert.equal((await setting.engine.up(program)).operations.acme, "same");
  });

  it("Organization: is read where its settings are of no form that a program may state", async () => {
    const odd = { name: "", description: "d".repeat(40_000), planId: "p".repeat(2000), iconColor: "blue" };
    setting.proxy.add({
      edit: replacing((_key, value) =>
        typeof value === "object" && value !== null && "members" in value ? { ...value, ...odd } : value,
      ),
    });
    const program = { acme: setting.resource("organization", { mfaMode: "notRequired" }) };
    ok(await setting.engine.up(program));
    assert.equal((await setting.engine.up(program)).operations.acme, "same");
  });

  it("renews an expired invite without a Date header", async () => {
    ok(await setting.engine.up(declaring(setting, "orgMembership")));
    await setting.simulator.advance(8 * day);
    await setting.mails();
    const machine = new Date(Date.now() - 9 * day).toISOString();
    setting.proxy.add({ edit: badInviteDate(ann, machine) });
    setting.proxy.add({ edit: withoutClock });
    ok(await setting.engine.up(declaring(setting, "orgMembership")));
    assert.equal(await setting.mails(), 1);
  });

  for (const kind of ["orgMembership", "orgRoster"] as const) {
    it(`${kind}: refuses a list of applications of which every page is the same, and ends`, async () => {
      await setting.simulator.putState((state) => {
        const owner = { ownerId: setting.orgId, ownerType: "organization" as const };
        const creationDate = "2026-01-01T00:00:00.000Z";
        state.applications = [{ id: "5".repeat(24), name: "Plant", ...owner, creationDate }];
      });
      const more = replacing((key, value) => (key === "totalCount" ? 28_000 : value));
      setting.proxy.add({ request: /^GET \/applications$/, edit: more });
      setting.proxy.add({ request: /^GET \/applications$/, edit: samePage() });
      const entry = { role: "view", applicationRoles: [{ name: "Plant", role: "collaborate" }] };
      const args = kind === "orgRoster" ? { members: { [ann]: entry } } : { email: ann, ...entry };
      const { errors } = await setting.engine.preview({ ann: setting.resource(kind, args) });
      assert.match(
        errors.join("\n"),
        /Listing applications of .* are not one whole list.*page 1 repeats an item/,
      );
      assert.doesNotMatch(errors.join("\n"), /applications named/);
    });
  }
});

/** Answers with the first page, whatever page is asked for. */
function samePage(): Edit {
  let first: string | undefined;
  return (answer) => {
    first ??= answer.body;
    answer.body = first;
  };
}
