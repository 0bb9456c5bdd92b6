import assert from "node:assert/strict";
import { type Rule, replacing } from "../../support/answer-proxy";
import { onBothFaces } from "../../support/faces";
import { ann, bob, declaring } from "../../support/one-person";
import { ProxiedSetting } from "../../support/proxied-setting";
import { ok, owner } from "../../support/stack-setting";

/** What Losant answers of bob, instead of all. */
const inPart = (edit: (member: Record<string, unknown>) => void): Rule => ({
  request: /^GET \/orgs\/[^/]+$/,
  edit: replacing((_key, value) => {
    if (isMember(value) && value.email === bob) edit(value);
    return value;
  }),
});

function isMember(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && "userId" in value;
}

const answers = {
  "without an email": (member: Record<string, unknown>) => delete member.email,
  "with null for an email": (member: Record<string, unknown>) => Object.assign(member, { email: null }),
  "with a role word that is new": (member: Record<string, unknown>) =>
    Object.assign(member, { role: "owner" }),
  "with null for a role": (member: Record<string, unknown>) => Object.assign(member, { role: null }),
};

onBothFaces("a member who is answered in part", (face) => {
  const setting = ProxiedSetting.inSuite(face);
  let bobId: string;
  beforeEach(async () => {
    bobId = await setting.simulator.addMember({ email: bob, role: "edit" });
  });

  for (const [what, edit] of Object.entries(answers)) {
    for (const kind of ["orgMembership", "orgInvite", "orgRoster"] as const) {
      it(`${what} stops no ${kind} of others, and stays`, async () => {
        setting.proxy.add(inPart(edit));
        const program = declaring(setting, kind);
        ok(await setting.engine.up(program));
        const again = await setting.engine.preview(program);
        ok(again);
        assert.equal(again.operations.ann, "same");
        assert.equal(await setting.live(bob), "member edit");
      });
    }
  }

  it("without an email is named by user id where unmanaged is warn or fail, and not removed where it is remove", async () => {
    setting.proxy.add(inPart(answers["without an email"]));
    const named = new RegExp(`user ${bobId} .*is not in the roster`);
    const warned = await setting.engine.preview(declaring(setting, "orgRoster", { unmanaged: "warn" }));
    assert.match(warned.printed, named);
    const failed = await setting.engine.preview(declaring(setting, "orgRoster", { unmanaged: "fail" }));
    assert.match(
      failed.errors.join("\n"),
      new RegExp(
        `user ${bobId} .*is not in the roster.*gives no address, so the roster .* cannot name them: remove them in Losant`,
      ),
    );
    const removing = declaring(setting, "orgRoster", { unmanaged: "remove" });
    const removed = await setting.engine.up(removing);
    ok(removed);
    assert.match(removed.printed, /is not in the roster .*gives no address, so no roster can name or remove/);
    assert.equal(await setting.live(bob), "member edit");
    assert.equal((await setting.engine.preview(removing)).operations.ann, "same");
  });

  it("without an email goes on being followed, and is removed where they are taken out", async () => {
    const members = { [owner]: "admin", [bob]: "edit" };
    const roster = { ann: setting.resource("orgRoster", { members }) };
    ok(await setting.engine.up(roster));
    setting.proxy.add(inPart(answers["without an email"]));
    const again = await setting.engine.preview(roster);
    ok(again);
    assert.equal(again.operations.ann, "same");
    ok(await setting.engine.up({ ann: setting.resource("orgRoster", { members: { [owner]: "admin" } }) }));
    assert.equal(await setting.live(bob), "absent");
  });

  it("with a role word that is new is no admin for the minimum of admins, and shown as Losant says it", async () => {
    await setting.simulator.setMember(bob, { role: "admin" });
    await setting.simulator.addMember({ email: ann, role: "admin" });
    setting.proxy.add(inPart(answers["with a role word that is new"]));
    setting.env.LOSANT_MIN_ADMINS = "2";
    const outcome = await setting.engine.preview(declaring(setting, "orgRoster"));
    assert.match(outcome.errors.join("\n"), /keep 1 of 2 accepted admins/);
    assert.match(outcome.printed, /bob@example.com is not in the roster \("owner"\)/);
  });

  for (const kind of ["orgMember", "orgMembership", "orgRoster"] as const) {
    it(`with a role word that is new is changed by an ${kind}, and shown as Losant says it`, async () => {
      setting.proxy.add(inPart(answers["with a role word that is new"]));
      const roster = { members: { [owner]: "admin", [bob]: "view" } };
      const args = kind === "orgRoster" ? roster : { email: bob, role: "view" };
      const { printed } = await setting.engine.preview({ bob: setting.resource(kind, args) });
      assert.match(printed, /role "owner" => view/);
    });
  }

  it("with a role word that is new is changed in an update, and shown as Losant says it", async () => {
    const membership = (role: string) => ({ bob: setting.resource("orgMembership", { email: bob, role }) });
    ok(await setting.engine.up(membership("edit")));
    setting.proxy.add(inPart(answers["with a role word that is new"]));
    const { printed } = await setting.engine.preview(membership("view"));
    assert.match(printed, /roles will be changed .*role "owner" => view/);
  });

  it("without an email is declared by user id", async () => {
    setting.proxy.add(inPart(answers["without an email"]));
    const program = { ann: setting.resource("orgMember", { userId: bobId, role: "view" }) };
    ok(await setting.engine.up(program));
    assert.equal(await setting.live(bob), "member view");
    assert.equal((await setting.engine.preview(program)).operations.ann, "same");
  });
});
