import assert from "node:assert/strict";
import fc from "fast-check";
import type { Invite } from "../../../client";
import { inviteRecord, sentRecord } from "../../../provider/decisions/invite-record";
import { nextStep } from "../../../provider/decisions/next-step";
import { type NotMember, statusOf } from "../../../provider/decisions/person-status";
import { describeCause, describeWait, type NextStep } from "../../../provider/decisions/steps";
import type { DesiredInvite, RecordedInvite } from "../../../provider/vocabulary/desired-invite";
import { rolesOf } from "../../../provider/vocabulary/roles";
import { resourceRoles, role } from "../arbitraries";
import { ago, day, hour, idOf, inviteOf, memberOf, now, snapshotOf } from "../samples";

const email = "ann@example.com";
const list = fc.option(resourceRoles, { nil: undefined });
const declarations: fc.Arbitrary<DesiredInvite> = fc.record({
  email: fc.constant(email),
  role,
  applicationRoles: list,
  dashboardRoles: list,
  disallowTransfer: fc.option(fc.boolean(), { nil: undefined }),
  renewal: fc.constantFrom(undefined, "automatic" as const, "manual" as const, "always" as const),
});

/** What an answer may leave out. */
const optional = [
  "applicationRoles",
  "dashboardRoles",
  "disallowTransfer",
  "inviteDate",
  "ttl",
  "hasExpired",
];
const leftOut = fc.subarray(optional);

interface Step {
  hours: number;
  event: "none" | "ends early" | "withdrawn" | "accepted" | "left";
  leftOut: string[];
}
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    hours: fc.integer({ min: 1, max: 100 }),
    event: fc.constantFrom(
      "none" as const,
      "ends early" as const,
      "withdrawn" as const,
      "accepted" as const,
      "left" as const,
    ),
    leftOut,
  }),
  { maxLength: 30, size: "max" },
);

/** One person over weeks: what happens to them, and a run of an unchanged program after each event. */
class History {
  readonly emails: Date[] = [];
  private time = now;
  private invite: Invite | undefined;
  private isMember = false;
  private recorded: RecordedInvite | undefined;

  constructor(private readonly desired: DesiredInvite) {}

  proceed({ hours, event, leftOut }: Step): void {
    this.time = new Date(this.time.getTime() + hours * hour);
    this.suffer(event);
    this.run(leftOut);
  }

  private suffer(event: Step["event"]): void {
    if (event === "ends early" && this.invite) this.invite = { ...this.invite, ttl: 0 };
    if (event === "accepted" && this.invite) this.isMember = true;
    if (event === "left") this.isMember = false;
    if (event === "accepted" || event === "withdrawn") this.invite = undefined;
  }

  private run(names: string[]): void {
    const members = this.isMember ? [memberOf(email, { ...this.sentRoles(), userId: idOf(1) })] : [];
    const invites = this.invite ? [without(this.listed(this.invite), names)] : [];
    const snapshot = { ...snapshotOf(members, invites), now: this.time };
    const status = statusOf(snapshot, { email, userId: this.recorded?.userId });
    if (status.stage === "member") {
      this.recorded = { ...this.recorded, status: "active", userId: status.member.userId };
      return;
    }
    const next = nextStep({ status, recorded: this.recorded, desired: this.desired, now: this.time });
    const record = next.does === "invite" ? this.send(names) : inviteRecord(status, this.recorded);
    this.recorded = { ...this.desired, ...record };
  }

  private send(names: string[]) {
    this.emails.push(this.time);
    const inviteDate = this.time.toISOString();
    this.invite = inviteOf(email, {
      ...this.sentRoles(),
      inviteDate,
      disallowTransfer: this.desired.disallowTransfer ?? true,
    });
    // The live organization fills in the date of an invite that it has just sent.
    return sentRecord({ ...without(this.invite, names), inviteDate }, this.desired);
  }

  private sentRoles() {
    const { role = "none", applicationRoles = [], dashboardRoles = [] } = rolesOf(this.desired);
    return { role, applicationRoles, dashboardRoles };
  }

  private listed(invite: Invite): Invite {
    const expiry = Date.parse(invite.inviteDate ?? "") + (invite.ttl ?? 0);
    return { ...invite, hasExpired: expiry <= this.time.getTime() };
  }
}

describe("unit: the next step", () => {
  it("emails nobody twice in seven days for an unchanged program, whatever happens and answers leave out", () => {
    fc.assert(
      fc.property(declarations, steps, (desired, list) => {
        const history = new History(desired);
        for (const step of list) history.proceed(step);
        const gaps = history.emails
          .slice(1)
          .map((one, index) => one.getTime() - (history.emails[index]?.getTime() ?? 0));
        assert.ok(
          gaps.every((gap) => gap >= 7 * day),
          `${gaps.map((gap) => gap / hour)} hours`,
        );
        if (desired.renewal === "manual") assert.ok(history.emails.length <= 1);
        else if (list.length > 0) assert.ok(history.emails.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps a pending invite that is as wanted, whatever its answer leaves out", () => {
    fc.assert(
      fc.property(declarations, leftOut, fc.boolean(), (desired, names, isRecorded) => {
        const { role: wanted = "none", applicationRoles = [], dashboardRoles = [] } = desired;
        const { disallowTransfer = true } = desired;
        const whole = inviteOf(email, { role: wanted, applicationRoles, dashboardRoles, disallowTransfer });
        const invite = without(
          whole,
          names.filter((name) => name !== "hasExpired"),
        );
        const recorded = isRecorded ? { ...desired, ...sentRecord(whole, desired) } : undefined;
        assert.deepEqual(nextStep({ status: { stage: "pending", invite }, recorded, desired, now }), {
          does: "keep",
        });
      }),
    );
  });

  it("waits with the date of the next email", () => {
    const recorded = { status: "pending", role: "view" as const, inviteDate: "2026-11-14T12:00:00.000Z" };
    const next = nextStep({ status: { stage: "absent" }, recorded, desired: { email, role: "view" }, now });
    assert.equal(next.does, "wait");
    assert.deepEqual("until" in next && next.until, new Date("2026-11-21T12:00:00.000Z"));
  });

  it("invites who is declared for the first time, and calls it the first invite", () => {
    const first = { does: "invite", reason: "is not a member yet" };
    assert.deepEqual(shownFor(absent, undefined), first);
    assert.deepEqual(shownFor(absent, undefined, { renewal: "manual" }), first);
  });

  it("says why an invite lapsed, before sending it again", () => {
    const old = ago(8 * day);
    for (const [status, recorded, reason] of [
      [expiredOn(old), { status: "pending", inviteDate: old }, `the invite of ${old} has expired`],
      [expiredOn(old), undefined, `the invite of ${old} has expired`],
      [expiredOn(undefined), undefined, "the invite of unknown date has expired"],
      [absent, { status: "withdrawn" }, "was not invited: the last attempt failed"],
      [
        absent,
        { status: "pending", inviteDate: old },
        "has no invite any more (declined, revoked by hand, or accepted and removed since)",
      ],
    ] as const) {
      const next = shownFor(status, recorded && { ...recorded, role: "view" });
      assert.deepEqual(next, { does: "invite", reason, isLapsed: true });
    }
  });

  it("waits for the program where a member is gone, whatever is left of an invite, and invites with renewal always", () => {
    const reason = "is no longer a member (left, or removed by hand)";
    const old = ago(8 * day);
    for (const [status, recorded] of [
      [absent, { status: "active", inviteDate: old }],
      [absent, { status: "left" }],
      [absent, { status: "accepted" }],
      [absent, { status: "withdrawn", userId: idOf(1), inviteDate: old }],
      [expiredOn(old), { status: "active", inviteDate: old }],
      [expiredOn(old), { status: "pending", userId: idOf(1), inviteDate: old }],
    ] as const) {
      const known = { ...recorded, role: "view" as const };
      const wait = { does: "wait", reason: `${reason}; not invited again by itself`, hasLeft: true };
      for (const renewal of [undefined, "automatic", "manual"] as const) {
        assert.deepEqual(shownFor(status, known, { renewal }), wait);
      }
      assert.deepEqual(shownFor(status, known, { renewal: "always" }), {
        does: "invite",
        reason,
        isLapsed: true,
      });
      assert.equal(stepFor(status, known, { resend: "now" }).does, "invite");
      assert.deepEqual(shownFor(status, known, { role: "edit" }), wait);
      assert.equal(stepFor(status, known, { role: "edit", renewal: "always" }).does, "invite");
    }
    assert.equal(stepFor(absent, { status: "ended", userId: idOf(1), role: "view" }).does, "invite");
  });

  it("sends a lapsed invite again at the end of the seventh day, and not before", () => {
    const actions = [-1, 0, 1].map(
      (late) => stepFor(absent, { status: "pending", role: "view", inviteDate: ago(7 * day + late) }).does,
    );
    assert.deepEqual(actions, ["wait", "invite", "invite"]);
  });

  it("never waits for a first declaration whose renewal is manual, also where an expired invite is there", () => {
    const status = expiredOn(ago(day));
    assert.equal(stepFor(status, undefined).does, "wait");
    assert.equal(stepFor(status, undefined, { renewal: "manual" }).does, "invite");
  });

  it("carries out a changed disallowTransfer at once, compared with the live invite, else with the recorded one", () => {
    const sent = { role: "view" as const, inviteDate: ago(day), disallowTransfer: true };
    const reason = "disallowTransfer true => false";
    for (const status of [pendingWith({ disallowTransfer: true }), absent]) {
      const next = shownFor(status, sent, { disallowTransfer: false });
      assert.deepEqual(next, { does: "invite", reason });
    }
    const changedByHand = pendingWith({ disallowTransfer: false });
    assert.equal(stepFor(changedByHand, sent, { disallowTransfer: false }).does, "keep");
    assert.equal(stepFor(changedByHand, sent, { disallowTransfer: true }).does, "invite");
    const leftOutNow = pendingWith({ disallowTransfer: undefined });
    assert.equal(stepFor(leftOutNow, sent, { disallowTransfer: true }).does, "keep");
    assert.equal(stepFor(leftOutNow, sent, { disallowTransfer: false }).does, "invite");
    assert.equal(stepFor(leftOutNow, undefined, { disallowTransfer: false }).does, "keep");
  });

  it("compares roles with a live invite, and those of an expired one with what was recorded", () => {
    const recorded = { role: "view" as const, inviteDate: ago(day) };
    const changedByHand = { does: "invite", reason: "role edit => view" };
    assert.deepEqual(shownFor(pendingWith({ role: "edit" }), recorded), changedByHand);
    assert.deepEqual(shownFor(expiredOn(ago(day), "edit"), undefined), changedByHand);
    assert.equal(stepFor(expiredOn(ago(day), "edit"), recorded).does, "wait");
  });

  it("sends an invite again where resend has changed, and not where it is new to a person or taken out", () => {
    const recorded = { role: "view" as const, inviteDate: ago(day), resend: "1" };
    assert.deepEqual(shownFor(pendingWith({}), recorded, { resend: "2" }), {
      does: "invite",
      reason: "resend has changed",
    });
    assert.equal(stepFor(pendingWith({}), recorded, { resend: "1" }).does, "keep");
    assert.equal(stepFor(pendingWith({}), recorded).does, "keep");
    assert.equal(stepFor(pendingWith({}), undefined, { resend: "1" }).does, "keep");
  });
});

const absent: NotMember = { stage: "absent" };

function pendingWith(more: Partial<Invite>): NotMember {
  return { stage: "pending", invite: inviteOf(email, more) };
}

function expiredOn(inviteDate: string | undefined, role: Invite["role"] = "view"): NotMember {
  return { stage: "expired", invite: inviteOf(email, { inviteDate, role, hasExpired: true }) };
}

/** As `stepFor`, with its reason as people read it. */
function shownFor(...[status, recorded, more]: Parameters<typeof stepFor>) {
  return shown(stepFor(status, recorded, more));
}

function shown(step: NextStep) {
  const noName = () => undefined;
  if (step.does === "keep") return step;
  if (step.does === "wait") {
    return { does: step.does, reason: describeWait(step, noName), ...(step.hasLeft && { hasLeft: true }) };
  }
  const { does, cause, isLapsed, hasLeft } = step;
  const flags = { ...(isLapsed && { isLapsed }), ...(hasLeft && { hasLeft }) };
  return { does, reason: describeCause(cause, noName), ...flags };
}

/** What happens to somebody who is wanted with the role view. */
function stepFor(status: NotMember, recorded: RecordedInvite | undefined, more: Partial<DesiredInvite> = {}) {
  return nextStep({ status, recorded, desired: { email, role: "view", ...more }, now });
}

function without(invite: Invite, names: string[]): Invite {
  return { ...invite, ...Object.fromEntries(names.map((name) => [name, undefined])) };
}
