import assert from "node:assert/strict";
import type { Invite, Member } from "../../../client";
import type { PersonKey } from "../../../provider/decisions/people-index";
import { type RemovalRules, removePerson, runRules } from "../../../provider/live/remove-person";
import type { Run } from "../../../provider/live/run";
import type { RunOrganization } from "../../../provider/live/run-organization";
import { CollectedReports } from "../collected-reports";
import { idOf, inviteOf, memberOf, orgId } from "../samples";
import { StubLosant } from "../stub-losant";

const email = "ann@example.com";
const moved = "ann.new@example.com";
const owner = memberOf("owner@example.com", { userId: idOf(0xf), role: "admin" });
const ann = memberOf(email);
const invite = inviteOf(email);

/** An organization of the owner and others, from which people are taken out. */
class Scene {
  readonly losant: StubLosant;
  readonly run: Run;
  readonly organization: RunOrganization;

  constructor(members: Member[], invites: Invite[] = [], most?: number) {
    this.losant = new StubLosant([owner, ...members], invites);
    this.run = this.losant.run(most === undefined ? {} : { maxRemovals: { count: most } });
    this.organization = this.run.organization(orgId);
  }

  async remove(person: PersonKey = { email }, reach: RemovalRules["reach"] = "either") {
    const rules = await runRules(this.organization, reach);
    return removePerson(this.organization, person, rules, new CollectedReports());
  }

  /** The run has begun to check the program's resources. */
  checking(): this {
    this.run.beginStep();
    return this;
  }

  /** Declares Ann elsewhere in the program. */
  declare(kind: "OrgInvite" | "OrgMembership", isRecorded: boolean): this {
    this.organization.declared.declare(kind, { email });
    if (isRecorded) this.organization.declared.markRecorded(kind, { email });
    return this;
  }

  /** Before an invite is revoked, it is gone; who accepted it is a member. */
  losesInvite(...accepted: Member[]): this {
    this.losant.before.set("DELETE invites", () => {
      this.losant.before.delete("DELETE invites");
      const [, ...others] = this.losant.invites;
      this.losant.invites = others;
      this.losant.members = [...this.losant.members, ...accepted];
      return 404;
    });
    return this;
  }
}

describe("unit: taking a member out", () => {
  it("takes their invites back as well, under the old address and the new one", async () => {
    const renamed = { ...ann, email: moved };
    const others = [inviteOf(moved, { id: idOf(2) }), inviteOf("bob@example.com", { id: idOf(3) })];
    const scene = new Scene([renamed], [invite, ...others]);
    const outcome = await scene.remove({ email, userId: ann.userId });
    assert.deepEqual(scene.losant.written, ["revokeInvite", "revokeInvite", "removeMember"]);
    assert.ok(outcome.outcome === "removed");
    assert.equal(outcome.member.email, moved);
    assert.deepEqual(outcome.invites.map(({ id }) => id).sort(), [idOf(2), invite.id]);
  });

  it("names only invites that were still there", async () => {
    const outcome = await new Scene([ann], [invite]).losesInvite().remove();
    assert.deepEqual(outcome.outcome === "removed" && outcome.invites, []);
  });

  it("is kept from whom the program declares elsewhere, and says whether the stack goes on with them", async () => {
    for (const isRecorded of [true, false]) {
      const scene = new Scene([ann], [invite]).declare("OrgMembership", isRecorded);
      assert.deepEqual(await scene.remove(), {
        outcome: "kept",
        because: "declared elsewhere in the program (OrgMembership)",
        isHandedOver: isRecorded,
        isThere: true,
      });
      assert.deepEqual(scene.losant.written, []);
    }
  });

  it("is kept from the authenticated user, and so are their invites", async () => {
    const scene = new Scene([ann], [invite]);
    scene.losant.own = ann;
    const kept = { outcome: "kept", because: "the API token is theirs", isHandedOver: false, isThere: true };
    assert.deepEqual(await scene.remove(), kept);
    assert.deepEqual(scene.losant.written, []);
  });

  it("is refused for the last admin, as the organization is now", async () => {
    const scene = new Scene([{ ...ann, role: "admin" }]);
    await scene.organization.live.snapshot();
    scene.losant.members = [
      { ...owner, role: "edit" },
      { ...ann, role: "admin" },
    ];
    await assert.rejects(scene.remove(), /ann@example\.com stays an admin .* would keep 0 of 1/);
    assert.deepEqual(scene.losant.written, []);
  });

  it("is done for an admin who is not the last one", async () => {
    const scene = new Scene([{ ...ann, role: "admin" }]);
    assert.equal((await scene.remove()).outcome, "removed");
    assert.deepEqual(scene.losant.written, ["removeMember"]);
  });

  it("is done for a member without looking at the members anew, whatever the admins", async () => {
    const scene = new Scene([ann]);
    await scene.organization.live.snapshot();
    scene.losant.before.set("GET organization", () => 503);
    assert.equal((await scene.remove()).outcome, "removed");
  });

  it("takes the invites of an admin back who has left meanwhile", async () => {
    for (const [invites, outcome] of [
      [[invite], "revoked"],
      [[], "absent"],
    ] as const) {
      const scene = new Scene([{ ...ann, role: "admin" }], [...invites]);
      await scene.organization.live.snapshot();
      scene.losant.members = [owner];
      assert.equal((await scene.remove()).outcome, outcome);
    }
  });

  it("keeps a member whose invite cannot be revoked: the next run finds both", async () => {
    const scene = new Scene([ann], [invite]);
    scene.losant.before.set("DELETE invites", () => 400);
    await assert.rejects(scene.remove(), /^LosantError: Revoking invite/);
    assert.deepEqual(
      scene.losant.written.filter((call) => call === "removeMember"),
      [],
    );
  });

  it("tells of the invites that were revoked before a removal failed", async () => {
    const scene = new Scene([ann], [invite]);
    scene.losant.before.set("DELETE member", () => 400);
    await assert.rejects(
      scene.remove(),
      /^ProviderError: ann@example\.com: invite revoked in organization .*; to restore: \{.*\}; .*/i,
    );
  });

  it("tells only the failure where nothing was done before it", async () => {
    const scene = new Scene([{ ...ann, role: "admin" }], [invite]);
    await scene.organization.live.snapshot();
    scene.losant.members = [owner];
    scene.losant.before.set("DELETE invites", () => 400);
    await assert.rejects(scene.remove(), /^LosantError: /);
  });

  it("tells what restores somebody where the answer was lost, and not where Losant refused", async () => {
    const scene = new Scene([ann]);
    scene.losant.before.set("DELETE member", () => 503);
    await assert.rejects(
      scene.remove(),
      /If ann@example\.com is gone, this restores them: \{"email":"ann@example/,
    );
    scene.losant.before.set("DELETE member", () => 400);
    await assert.rejects(scene.remove(), (error: Error) => !error.message.includes("restores"));
  });
});

describe("unit: taking an invite back", () => {
  it("takes all of the address, and tells which", async () => {
    const invites = [invite, inviteOf(email, { id: idOf(2) }), inviteOf("bob@example.com", { id: idOf(3) })];
    const scene = new Scene([], invites);
    const outcome = await scene.remove();
    assert.equal(outcome.outcome === "revoked" && outcome.invites.length, 2);
    assert.deepEqual(
      scene.losant.invites.map(({ id }) => id),
      [idOf(3)],
    );
  });

  it("is nothing where there is none", async () => {
    const scene = new Scene([]);
    assert.deepEqual(await scene.remove(), { outcome: "absent" });
    assert.deepEqual(scene.losant.written, []);
  });

  it("reaches no member where only invites are meant, and no invite where only members are", async () => {
    const member = new Scene([ann], [invite]);
    assert.equal((await member.remove({ email }, "invite")).outcome, "revoked");
    assert.deepEqual(member.losant.written, ["revokeInvite"]);
    const invited = new Scene([], [invite]);
    assert.deepEqual(await invited.remove({ email }, "member"), { outcome: "absent" });
    assert.deepEqual(invited.losant.written, []);
  });

  it("finds by a second look who has accepted meanwhile", async () => {
    const scene = new Scene([], [invite]).losesInvite(ann);
    assert.equal((await scene.remove()).outcome, "removed");
    assert.deepEqual(scene.losant.written, ["removeMember"]);
  });

  it("finds who has accepted while the organization was read", async () => {
    const scene = new Scene([]);
    await scene.organization.live.snapshot();
    scene.losant.members = [owner, ann];
    assert.equal((await scene.remove()).outcome, "removed");
  });

  it("finds who has accepted one of two invites", async () => {
    const scene = new Scene([], [invite, inviteOf(email, { id: idOf(2) })]).losesInvite(ann);
    assert.equal((await scene.remove()).outcome, "removed");
    assert.deepEqual(scene.losant.written, ["revokeInvite", "removeMember"]);
  });

  it("leaves who has accepted meanwhile where only invites are meant", async () => {
    const scene = new Scene([], [invite]).losesInvite(ann);
    assert.deepEqual(await scene.remove({ email }, "invite"), { outcome: "absent" });
    assert.deepEqual(scene.losant.written, []);
  });

  it("takes no second look where every invite was still there", async () => {
    const scene = new Scene([], [invite]);
    await scene.organization.live.snapshot();
    scene.losant.before.set("GET organization", () => 503);
    const outcome = await scene.remove();
    assert.deepEqual(outcome.outcome === "revoked" && outcome.invites.length, 1);
  });

  it("is what happened where one of two was gone and nobody has accepted", async () => {
    const scene = new Scene([], [invite, inviteOf(email, { id: idOf(2) })]).losesInvite();
    const outcome = await scene.remove();
    assert.deepEqual(outcome.outcome === "revoked" && outcome.invites.map(({ id }) => id), [idOf(2)]);
  });
});

describe("unit: the limit of what a run takes out", () => {
  it("counts members and unexpired invites", async () => {
    const bob = memberOf("bob@example.com", { userId: idOf(2) });
    const scene = new Scene([ann, bob], [inviteOf("cleo@example.com")], 2);
    await scene.remove();
    await scene.remove({ email: "cleo@example.com" });
    await assert.rejects(
      scene.remove({ email: bob.email }),
      /^ProviderError: bob@example\.com stays .*\(2 of 2;/,
    );
    assert.deepEqual(scene.losant.written, ["removeMember", "revokeInvite"]);
  });

  it("does not count expired invites", async () => {
    const scene = new Scene([], [inviteOf(email, { hasExpired: true })], 0);
    assert.equal((await scene.remove()).outcome, "revoked");
    const pending = new Scene([], [invite], 0);
    await assert.rejects(pending.remove(), /removal limit reached/);
    assert.deepEqual(pending.losant.written, []);
  });

  it("tells how many removals are left: those that were refused, or those that the stack expects", async () => {
    const bob = memberOf("bob@example.com", { userId: idOf(2) });
    const cleo = memberOf("cleo@example.com", { userId: idOf(3) });
    const scene = new Scene([ann, bob, cleo], [], 1).checking();
    for (const one of [ann, bob, cleo])
      scene.organization.expectRemoval({ email: one.email, userId: one.userId });
    await scene.remove();
    await assert.rejects(
      scene.remove({ email: bob.email }),
      /At least 2 removals are left .*LOSANT_MAX_REMOVALS=2 /,
    );
    const unexpected = new Scene([ann, bob], [], 0);
    await assert.rejects(unexpected.remove(), /At least 1 removal is left/);
    await assert.rejects(unexpected.remove({ email: bob.email }), /At least 2 removals are left/);
  });
});
