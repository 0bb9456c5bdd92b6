import assert from "node:assert/strict";
import { statusOf } from "../../../cli/status/report";
import { OrganizationStatus } from "../../../cli/status/shape";
import { termsIn } from "../../../cli/status/terms";
import { endWarning } from "../../../provider/decisions/access-end";
import { directoryOf } from "../people/support";
import { ago, day, hour, inviteOf, memberOf, now, orgId } from "../samples";
import { snapshotOf, textOf } from "./snapshots";

const token = { role: null, limitedTo: null, readsApplications: true, readsDashboards: true };
const invite = inviteOf("ann@example.com", { inviteDate: ago(day / 2) });
const members = [memberOf("owner@example.com", { role: "admin" })];

/** The status of an organization, with the terms that a text of people states. */
async function statusWith(people: string, invites = [invite]) {
  const terms = termsIn(directoryOf({ "people.yaml": people }), now);
  const status = statusOf(await snapshotOf(members, invites), terms, token);
  assert.deepEqual(OrganizationStatus.strict().parse(status), status);
  return status;
}

describe("the status of people who are only invited", () => {
  const people =
    "people: { ann@example.com: { role: view, until: 2026-11-30, reason: audit, owner: owner@example.com } }\n";

  it("has the end of their access beside that of the invite", async () => {
    const { invites } = await statusWith(people);
    assert.deepEqual(invites, [
      {
        email: "ann@example.com",
        role: "view",
        expiresAt: "2026-11-22T00:00:00.000Z",
        isExpired: false,
        daysLeft: 7,
        until: "2026-11-30",
        accessDaysLeft: 16,
        reason: "audit",
        owner: "owner@example.com",
      },
    ]);
  });

  it("has nothing of it where no file tells", async () => {
    const { invites } = await statusWith("people: { bob@example.com: view }\n");
    const [{ until, accessDaysLeft, reason, owner } = assert.fail()] = invites;
    assert.deepEqual([until, accessDaysLeft, reason, owner], [null, null, null, null]);
  });

  it("tells the two ends in columns of their own", async () => {
    const text = textOf(await statusWith(people));
    assert.match(text, /^ {2}INVITE +ROLE +INVITE ENDS +ACCESS ENDS +REASON, OWNER$/m);
    const ends =
      /^ {2}ann@example\.com +view +in 7 days +2026-11-30 \(in 16 days\) {2}audit, owner@example\.com$/m;
    assert.match(text, ends);
    assert.match(text, /^ {2}MEMBER .* {2}ACCESS ENDS$/m);
  });
});

describe("the days that are left in a status", () => {
  const empty = { invites: [], expired: [], pending: [], applications: undefined, dashboards: undefined };
  const organization = { id: orgId, name: "Example", members };
  const ann = "ann@example.com";

  /** Of a member whose access ends after so many milliseconds. */
  function memberWith(milliseconds: number) {
    const end = new Date(now.getTime() + milliseconds);
    const terms = new Map([[ann, { until: end.toISOString(), end }]]);
    return statusOf({ ...empty, organization, members: [memberOf(ann)], now }, terms, token);
  }

  for (const [left, days] of [
    [1, 1],
    [day, 1],
    [day + 1, 2],
    [3 * day + hour, 4],
  ] as const) {
    it(`are ${days} where ${left} ms are, as a preview counts them`, () => {
      const [member] = memberWith(left).members;
      assert.equal(member?.daysLeft, days);
      const preview = endWarning(ann, { until: member?.until ?? undefined }, now);
      assert.match(preview ?? "", new RegExp(`access ends in ${days} days?`));
    });
  }

  for (const [left, days] of [
    [0, 0],
    [-1, -1],
    [-day - hour, -2],
  ] as const) {
    it(`are ${days} where it ended ${-left} ms ago`, () => {
      const status = memberWith(left);
      assert.equal(status.members[0]?.daysLeft, days);
      assert.match(textOf(status), /ann@example\.com .*Z \(ended\)$/m);
    });
  }
});

describe("the status of people who are in files only", () => {
  it("names them", async () => {
    const text =
      "people: { Zoe@example.com: { until: 2026-11-30 }, ann@example.com: view, owner@example.com: admin, " +
      "bob@example.com: { role: view, until: 2026-11-01 }, past@example.com: view }\n";
    const past = inviteOf("past@example.com", { inviteDate: ago(9 * day), hasExpired: true });
    const status = await statusWith(text, [invite, past]);
    assert.deepEqual(status.absent, [
      { email: "bob@example.com", until: "2026-11-01", daysLeft: -14 },
      { email: "zoe@example.com", until: "2026-11-30", daysLeft: 16 },
    ]);
    assert.match(
      textOf(status),
      /^ {2}in the files, but not at Losant: bob@example\.com \(ended\), zoe@example\.com$/m,
    );
  });

  it("names ten of many", async () => {
    const many = Array.from({ length: 12 }, (_, at) => `p${String(at).padStart(2, "0")}@example.com: view`);
    const text = textOf(await statusWith(`people: { ${many.join(", ")} }\n`));
    assert.match(text, /^ {2}in the files, but not at Losant: p00@.*p09@example\.com, and 2 more$/m);
    assert.doesNotMatch(text, /p10@/);
  });

  it("says nothing where there is none", async () => {
    const status = await statusWith("people: { owner@example.com: admin }\n");
    assert.deepEqual(status.absent, []);
    assert.doesNotMatch(textOf(status), /in the files/);
  });
});
