import assert from "node:assert/strict";
import { personFrom } from "../../../../provider/decisions/roster/people";
import type { Plan } from "../../../../provider/decisions/roster/plan";
import { planRoster } from "../../../../provider/decisions/roster/plan-roster";
import { stepsThat } from "../../../../provider/decisions/steps";
import type { RosterMembers } from "../../../../provider/vocabulary/roster-arguments";
import { orgId, snapshotOf } from "../../samples";
import { desired, email, scenes, yesterday } from "./scenes";
import { type Outcome, type Scene, Stack } from "./stack";

const owner = "owner@example.com";
/** The guard rails refuse what a plan would do to the authenticated user. */
const { own: _own, ...people } = scenes;

/* OrgRoster treats each of its people as OrgMembership treats its one. */
describe("unit: a roster's plan for one person", () => {
  for (const [name, scene] of Object.entries(people)) {
    const title = `${name}:`;

    it(`${title} newly declared, is that of a membership`, async () => {
      const outcome = await new Stack({ ...scene(), recorded: undefined }).create(desired());
      assert.deepEqual(planned(scene(), { [email]: "view" }, "new"), comparable(outcome));
    });

    if (!scene().recorded) continue;
    it(`${title} once the access has ended, is that of a membership`, async () => {
      const outcome = await new Stack(scene()).up(desired({ until: yesterday }));
      const entry = { role: "view" as const, until: yesterday };
      assert.deepEqual(planned(scene(), { [email]: entry }), outcome.written);
    });

    for (const role of ["view", "edit"] as const) {
      it(`${title} declared with the role ${role}, is that of a membership`, async () => {
        const outcome = await new Stack(scene()).up(desired({ role }));
        assert.deepEqual(planned(scene(), { [email]: role }), comparable(outcome));
      });
    }

    it(`${title} taken out, is that of a membership, apart from expired invites, which it leaves`, async () => {
      const outcome = await new Stack(scene()).destroy("remove");
      const expected = name.includes("expired") ? [] : comparable(outcome);
      assert.deepEqual(planned(scene(), {}), expected);
    });
  }
});

/** What a roster's plan would write for the person. */
function planned(scene: Scene, members: RosterMembers, age: "new" | "known" = "known"): string[] {
  const person = age === "known" ? personFrom(scene.recorded) : undefined;
  const plan = planRoster(
    { orgId, members: { ...members, [owner]: "admin" }, unmanaged: "ignore" },
    {
      snapshot: snapshotOf(scene.members, scene.invites),
      known: person ? { [email]: person } : {},
      takenOver: {},
      managerOf: () => undefined,
    },
  );
  return writesOf(plan);
}

function writesOf(plan: Plan): string[] {
  return [
    ...stepsThat(plan, "change roles").map(({ want }) => `modifyMember ${want.role}`),
    ...stepsThat(plan, "revoke").flatMap(({ isExpired, ended }) =>
      isExpired && !ended ? [] : "revokeInvite",
    ),
    ...stepsThat(plan, "remove").map(() => "removeMember"),
    ...stepsThat(plan, "invite").map(({ desired }) => `inviteMember ${desired.role}`),
    ...plan.waiting.map(() => "wait"),
  ];
}

/** What a membership wrote; an invite in the place of another is one step, and an update without a write waits. */
function comparable({ operation, written, state }: Outcome): string[] {
  const isReplaced = written.some((write) => write.startsWith("inviteMember"));
  if (isReplaced) return written.filter((write) => write !== "revokeInvite");
  const isMissing = state?.status !== "pending" && state?.status !== "active";
  const waits = operation !== "delete" && written.length === 0 && isMissing;
  return waits ? ["wait"] : written;
}
