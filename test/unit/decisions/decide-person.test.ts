import assert from "node:assert/strict";
import {
  decidePerson,
  isEnd,
  type PersonSituation,
  type Reach,
} from "../../../provider/decisions/decide-person";
import { statusOf } from "../../../provider/decisions/person-status";
import { email, scenes } from "../resources/states/scenes";
import { idOf, memberOf, now, snapshotOf } from "../samples";

type Row = keyof typeof scenes;
/** What is done by an OrgMembership or a roster, by an OrgInvite and by an OrgMember that goes on declaring somebody. */
type Steps = [either: string, invite: string, member: string];

/** The rows of docs/states.md, declared as before. */
const rows: Record<Exclude<Row, "own">, Steps> = {
  absent: ["invite", "invite", "keep"],
  "not confirmed": ["invite", "invite", "keep"],
  pending: ["keep", "keep", "keep"],
  "about to expire": ["keep", "keep", "keep"],
  expired: ["invite", "invite", "keep"],
  "expired early": ["wait", "wait", "keep"],
  declined: ["wait", "wait", "keep"],
  "declined a week ago": ["invite", "invite", "keep"],
  active: ["keep", "keep", "keep"],
  "changed by hand": ["change roles", "keep", "change roles"],
  "address changed": ["keep", "keep", "keep"],
  left: ["wait", "wait", "keep"],
  "left a week ago": ["wait", "wait", "keep"],
  "left, never invited": ["wait", "wait", "keep"],
  "left, expired invite left over": ["wait", "wait", "keep"],
  ended: ["remove", "keep", "remove"],
  "ended, invited": ["revoke", "revoke", "keep"],
  "ended, expired": ["revoke", "revoke", "keep"],
  "ended, gone": ["keep", "keep", "keep"],
};

function situationOf(row: Row, reach: Reach): PersonSituation {
  const { members, invites, recorded } = scenes[row]();
  const status = statusOf(snapshotOf(members, invites), { email, userId: recorded?.userId });
  // The roles that the refresh reads.
  const seen = status.stage === "member" ? status.member : undefined;
  return { reach, status, recorded, desired: { email, role: "view", until: recorded?.until }, seen, now };
}

describe("unit: what is done about one person", () => {
  for (const [row, steps] of Object.entries(rows)) {
    for (const [at, reach] of (["either", "invite", "member"] as const).entries()) {
      it(`${row}: ${steps[at]}, where a declaration reaches ${reach}`, () => {
        const isRow = (name: string): name is Row => name in scenes;
        assert.ok(isRow(row));
        assert.equal(decidePerson(situationOf(row, reach)).does, steps[at]);
      });
    }
  }

  it("compares roles with what was seen, so that what Pulumi is told to ignore is not changed back", () => {
    const member = memberOf(email, { userId: idOf(0xa), role: "edit" });
    const status = { stage: "member" as const, member };
    const one = {
      reach: "either" as const,
      status,
      recorded: undefined,
      desired: { role: "view" as const },
      now,
    };
    assert.equal(decidePerson({ ...one, seen: { role: "view" } }).does, "keep");
    assert.deepEqual(decidePerson(one), {
      does: "change roles",
      member,
      from: { role: "edit", applicationRoles: [], dashboardRoles: [] },
      want: { role: "view" },
    });
  });

  it("completes lists that an answer leaves out by what was seen", () => {
    const member = memberOf(email, { applicationRoles: undefined });
    const applicationRoles = [{ resourceId: idOf(7), role: "view" as const }];
    const status = { stage: "member" as const, member };
    const desired = { role: member.role, applicationRoles };
    const one = { reach: "member" as const, status, recorded: undefined, desired, now };
    assert.equal(decidePerson({ ...one, seen: { role: "none", applicationRoles } }).does, "keep");
    assert.equal(decidePerson(one).does, "change roles");
  });

  describe("whose access has ended", () => {
    const until = "2026-11-14";
    const member = memberOf(email, { userId: idOf(0xa) });
    const isMember = { stage: "member" as const, member };
    const ending = (more: Partial<PersonSituation>): PersonSituation => {
      const desired = { email, role: "view" as const, until, reason: "plant build" };
      return { reach: "either", status: { stage: "absent" }, recorded: undefined, desired, now, ...more };
    };
    const ended = { until, reason: "plant build" };

    it("is removed under the terms that ended, and recorded as ended", () => {
      const step = decidePerson(ending({ status: isMember }));
      assert.deepEqual(step, { does: "remove", member, ended, status: "ended" });
    });

    const manager = { kinds: "OrgRoster", isRecorded: true };
    const findManager = () => manager;

    it("is left to what else manages them", () => {
      const step = decidePerson(ending({ status: isMember, findManager }));
      assert.deepEqual(step, { does: "keep", ended, status: "ended", manager });
    });

    it("is managed by nobody where nothing of them is there", () => {
      assert.deepEqual(decidePerson(ending({ findManager })), {
        does: "keep",
        ended,
        status: "ended",
      });
    });

    for (const [before, after] of [
      [undefined, "ended"],
      ["pending", "ended"],
      ["ended", "ended"],
      ["active", "left"],
      ["left", "left"],
      ["accepted", "accepted"],
    ] as const) {
      it(`is recorded as ${after} where they are gone and were recorded as ${before}`, () => {
        const step = decidePerson(ending({ recorded: before && { status: before } }));
        assert.ok(isEnd(step));
        assert.equal(step.status, after);
      });
    }

    it("ends no membership by the invite that was accepted", () => {
      assert.deepEqual(decidePerson(ending({ reach: "invite", status: isMember })), { does: "keep" });
    });

    it("is none before the end", () => {
      const desired = { email, role: "view" as const, until: "2027-01-31" };
      assert.ok(!isEnd(decidePerson(ending({ desired }))));
    });
  });
});
