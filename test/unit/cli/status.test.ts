import assert from "node:assert/strict";
import { statusOf } from "../../../cli/status/report";
import { OrganizationStatus } from "../../../cli/status/shape";
import { termsIn } from "../../../cli/status/terms";
import { statusText } from "../../../cli/status/text";
import { directoryOf } from "../people/support";
import { ago, day, inviteOf, memberOf, now } from "../samples";
import { pictureOf } from "./pictures";

const token = { role: null, readsApplications: true, readsDashboards: true };
const invite = inviteOf("ann@example.com", { inviteDate: ago(day / 2) });
const members = [memberOf("owner@example.com", { role: "admin" })];

/** The status of an organization, with the terms that a text of people states. */
async function statusWith(people: string, invites = [invite]) {
  const terms = termsIn(directoryOf({ "people.yaml": people }), now);
  const status = statusOf(await pictureOf(members, invites), terms, token);
  assert.deepEqual(OrganizationStatus.strict().parse(status), status);
  return status;
}

const textOf = (status: OrganizationStatus) =>
  statusText({ token: null, organizations: [status], failed: [] });

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
        daysLeft: 6,
        until: "2026-11-30",
        accessDaysLeft: 15,
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
    assert.match(text, /^ {2}INVITE +ROLE +INVITE ENDS +ACCESS ENDS$/m);
    assert.match(text, /^ {2}ann@example\.com +view +in 6 days +2026-11-30 \(in \d+ days\)$/m);
    assert.match(text, /^ {2}MEMBER .* {2}ACCESS ENDS$/m);
  });
});

describe("the status of people who stand in files only", () => {
  it("names them", async () => {
    const text =
      "people: { Zoe@example.com: { until: 2026-11-30 }, ann@example.com: view, owner@example.com: admin, " +
      "bob@example.com: { role: view, until: 2026-11-01 }, lapsed@example.com: view }\n";
    const lapsed = inviteOf("lapsed@example.com", { inviteDate: ago(9 * day), hasExpired: true });
    const status = await statusWith(text, [invite, lapsed]);
    assert.deepEqual(status.absent, [
      { email: "bob@example.com", until: "2026-11-01", daysLeft: -14 },
      { email: "zoe@example.com", until: "2026-11-30", daysLeft: 15 },
    ]);
    assert.match(
      textOf(status),
      /^ {2}2 people stand in the files, and are neither members nor invited: bob@example\.com \(ended\), zoe@example\.com$/m,
    );
  });

  it("names ten of many", async () => {
    const many = Array.from({ length: 12 }, (_, at) => `p${String(at).padStart(2, "0")}@example.com: view`);
    const text = textOf(await statusWith(`people: { ${many.join(", ")} }\n`));
    assert.match(text, /^ {2}12 people stand in the files.*: p00@.*p09@example\.com, and 2 more$/m);
    assert.doesNotMatch(text, /p10@/);
  });

  it("says nothing where there is none", async () => {
    const status = await statusWith("people: { owner@example.com: admin }\n");
    assert.deepEqual(status.absent, []);
    assert.doesNotMatch(textOf(status), /stand in the files|stands in the files/);
  });
});
