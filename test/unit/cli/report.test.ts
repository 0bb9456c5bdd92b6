import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { authorIn } from "../../../cli/report/changes";
import { readEarlier } from "../../../cli/report/earlier";
import { type ReadOrganization, readOrganization } from "../../../cli/report/read-organization";
import { reportedOrganization, unreadOf } from "../../../cli/report/reported-organization";
import { type StatedPeople, statedPeople } from "../../../cli/report/stated";
import { unstatedRoles } from "../../../cli/report/unstated-roles";
import { type AuditLogEntry, type Invite, LosantClient, type Member } from "../../../client";
import { sharedReads } from "../../../client/data-functions";
import { readDirectory } from "../../../people";
import { reportJson } from "../../../report/evidence";
import { temporaryFolder } from "../../support/project-folder";
import { bigReport, personOf } from "../report/samples";
import { ago, day, idOf, inviteOf, memberOf, now, orgId } from "../samples";
import { StubLosant } from "../stub-losant";

const pumps = { id: idOf(1), name: "Pumps" };

function readOf(members: Member[], more: Partial<ReadOrganization> = {}): ReadOrganization {
  const organization = { id: orgId, name: "Example", members };
  return { organization, invites: [], applications: [pumps], dashboards: [], unread: [], ...more };
}

/** What a file of people says. */
function statedIn(yaml: string): StatedPeople {
  const folder = temporaryFolder("report-people");
  writeFileSync(join(folder, "people.yaml"), yaml);
  return statedPeople(readDirectory(["people.yaml"], folder, now), now);
}

describe("an organization in a report", () => {
  it("has members by address, with roles by name where the name is known", () => {
    const roles = [
      { resourceId: idOf(2), role: "view" as const },
      { resourceId: pumps.id.toUpperCase(), role: "collaborate" as const },
    ];
    const members = [
      memberOf("zoe@example.com", { role: "none", unknownRole: "owner", ssoLinked: true }),
      memberOf("ann@example.com", {
        firstName: "Ann",
        lastName: "Reed",
        applicationRoles: roles,
        twoFactorAuthEnabled: false,
      }),
    ];
    const { people } = reportedOrganization(readOf(members), undefined, now);
    assert.deepEqual(
      people.map(({ email, name, role }) => [email, name, role]),
      [
        ["ann@example.com", "Ann Reed", "view"],
        ["zoe@example.com", null, "owner"],
      ],
    );
    assert.deepEqual(people[0]?.applicationRoles, [
      { id: idOf(2), name: null, role: "view" },
      { ...pumps, role: "collaborate" },
    ]);
    assert.deepEqual(
      people.map(({ twoFactor, singleSignOn, isNamed }) => [twoFactor, singleSignOn, isNamed]),
      [
        [false, null, null],
        [null, true, null],
      ],
    );
  });

  it("counts seats as Losant does, and says that they are not known where invites could not be read", () => {
    const invites: Invite[] = [inviteOf("a@example.com"), inviteOf("b@example.com", { hasExpired: true })];
    const members = [memberOf("ann@example.com")];
    const seatsOf = (more: Partial<ReadOrganization>) =>
      reportedOrganization(readOf(members, more), undefined, now).seats;
    assert.equal(seatsOf({ invites }).taken, 2);
    assert.equal(seatsOf({ invites: undefined }).taken, null);
  });

  it("has of files until when, why, who answers for it, and by which team", () => {
    const stated = statedIn(`
teams:
  field: { role: view, until: 2026-12-24, reason: season, owner: boss@example.com, members: [ann@example.com] }
people:
  gone@example.com: { role: view, until: 2026-11-01 }
  bob@example.com: edit
`);
    const read = readOf([memberOf("Ann@Example.com"), memberOf("eve@example.com")], {
      invites: [inviteOf("bob@example.com")],
    });
    const { people, invites, absent } = reportedOrganization(read, stated, now);
    const { isNamed, until, endsAt, reason, owner, teams } = people[0] ?? assert.fail();
    assert.deepEqual(
      { isNamed, until, endsAt, reason, owner, teams },
      {
        isNamed: true,
        until: "2026-12-24",
        endsAt: "2026-12-25T00:00:00.000Z",
        reason: "season",
        owner: "boss@example.com",
        teams: ["field"],
      },
    );
    assert.deepEqual([people[1]?.isNamed, invites[0]?.isNamed], [false, true]);
    assert.deepEqual(absent, [{ email: "gone@example.com", until: "2026-11-01", isEnded: true }]);
  });

  it("says which lists are missing in an answer: that is not nothing", () => {
    const read = readOf([memberOf("ann@example.com", { applicationRoles: undefined })]);
    const [problem, ...others] = unreadOf(read);
    assert.deepEqual([problem?.what, others], ["roles", []]);
    assert.match(problem?.problem ?? "", /1 lists of roles/);
    assert.equal(reportedOrganization(read, undefined, now).people[0]?.applicationRoles, null);
    assert.deepEqual(unreadOf(readOf([memberOf("ann@example.com")])), []);
  });

  it("keeps the time at which an invite was sent, and when it expires", () => {
    const invites = [
      inviteOf("a@example.com", { inviteDate: ago(2 * day) }),
      inviteOf("b@example.com", { inviteDate: undefined }),
    ];
    const { invites: reported } = reportedOrganization(readOf([], { invites }), undefined, now);
    assert.deepEqual(
      reported.map(({ sentAt, expiresAt }) => [sentAt, expiresAt]),
      [
        [ago(2 * day), ago(-5 * day)],
        [null, null],
      ],
    );
  });
});

describe("roles that no file gives", () => {
  const stated = (yaml: string) => statedIn(`people:\n  ann@example.com: ${yaml}\n`).get("ann@example.com");
  const person = {
    role: "view",
    applicationRoles: [{ ...pumps, role: "collaborate" }],
    dashboardRoles: [{ id: idOf(9), name: null, role: "view" }],
  };
  const found = (yaml: string) =>
    unstatedRoles(person, stated(yaml)).map(
      ({ on, name, role, stated }) => `${on} ${name}: ${role}, ${stated}`,
    );

  it("are another role in the organization, and roles on what the files leave out", () => {
    assert.deepEqual(found("edit"), [
      "organization : view, edit",
      "application Pumps: collaborate, null",
      `dashboard ${idOf(9)}: view, null`,
    ]);
  });

  it("are none where the files give the same, by name or by id", () => {
    assert.deepEqual(
      found(`{ role: view, applications: { Pumps: collaborate }, dashboards: { "${idOf(9)}": view } }`),
      [],
    );
    assert.deepEqual(
      found(`{ role: view, applications: { "${pumps.id}": view }, dashboards: { "${idOf(9)}": view } }`),
      ["application Pumps: collaborate, view"],
    );
  });

  it("are not claimed where the name is not known and the files give names", () => {
    assert.deepEqual(
      found("{ role: view, applications: { Pumps: collaborate }, dashboards: { Fleet: view } }"),
      [],
    );
  });

  describe("of who is to be an admin once they have a second factor", () => {
    const roster = "roster: { requireTwoFactor: admins, roleUntilTwoFactor: view }";
    const reported = (bob: Partial<Member>, yaml = roster) => {
      const stated = statedIn(`${yaml}\npeople:\n  bob@example.com: admin\n`);
      const member = memberOf("bob@example.com", { role: "view", twoFactorAuthEnabled: false, ...bob });
      const [person] = reportedOrganization(readOf([member]), stated, now).people;
      return [person?.unstatedRoles.map(({ role }) => role), person?.awaitsTwoFactor];
    };

    it("are none while they have the role for the meantime, whose reason is told", () => {
      assert.deepEqual(reported({}), [[], true]);
      assert.deepEqual(reported({ twoFactorAuthEnabled: undefined, ssoLinked: false }), [[], true]);
    });

    it("are others, and the role for the meantime once the second factor is there", () => {
      assert.deepEqual(reported({ role: "edit" }), [["edit"], undefined]);
      assert.deepEqual(reported({ twoFactorAuthEnabled: true }), [["view"], undefined]);
      assert.deepEqual(reported({ ssoLinked: true }), [["view"], undefined]);
      assert.deepEqual(reported({}, "roster: { requireTwoFactor: admins }"), [["view"], undefined]);
    });
  });

  it("are none of somebody whom no file names, or whose access has ended", () => {
    assert.deepEqual(unstatedRoles(person, undefined), []);
    assert.deepEqual(found("{ role: edit, until: 2026-11-01 }"), []);
  });
});

describe("the reading of an organization for a report", () => {
  const clientOf = ({ fetch }: StubLosant) =>
    new LosantClient({ apiToken: "token", apiUrl: "http://127.0.0.1:1", maxAttempts: 1, fetch });

  const readFrom = (losant: StubLosant, wanted: { orgId: string; name: string | null }) => {
    const client = clientOf(losant);
    const reads = sharedReads(
      (read) => read(client),
      () => 0,
    );
    return readOrganization(client, reads, wanted);
  };

  it("tells what could not be read beside what could", async () => {
    const losant = new StubLosant([memberOf("ann@example.com")], []);
    losant.before.set("GET invites", () => 403);
    const read = await readFrom(losant, { orgId, name: null });
    assert.ok("organization" in read);
    const invites = read.unread.find(({ what }) => what === "invites");
    assert.equal(invites?.name, "Example");
    assert.match(invites?.problem ?? "", /403/);
    assert.equal(read.invites, undefined);
    assert.equal(read.organization.members.length, 1);
  });

  it("of one that cannot be read gives why", async () => {
    const losant = new StubLosant([], []);
    losant.isThere = false;
    const read = await readFrom(losant, { orgId, name: "Example" });
    assert.ok("problem" in read && read.what === "organization" && /404/.test(read.problem));
  });
});

describe("the data of an earlier report", () => {
  const folder = temporaryFolder("earlier");
  const write = (text: string) => {
    const file = join(folder, "earlier.json");
    writeFileSync(file, text);
    return file;
  };

  it("are read as they were written", () => {
    const report = bigReport(3);
    assert.deepEqual(readEarlier(write(reportJson(report))), report);
  });

  it("are refused with what to do where they are none", () => {
    assert.throws(() => readEarlier(write("no")), /earlier\.json is not JSON.*report --json/);
    assert.throws(
      () => readEarlier(write('{"version": 2}')),
      /is no data of a report \(version: .*report --json/,
    );
    assert.throws(() => readEarlier(join(folder, "none.json")), /cannot be read \(ENOENT\)/);
  });
});

describe("who made a change, by an audit log", () => {
  const ann = personOf("ann@example.com", { role: "admin" });
  const since = ago(day);
  const entry = (requestAction: string, more: Partial<AuditLogEntry> = {}): AuditLogEntry => ({
    requestAction,
    actorType: "User",
    actorName: "Ben Stone",
    creationDate: ago(day / 2),
    userId: ann.userId.toUpperCase(),
    ...more,
  });
  const invite = (more: Partial<AuditLogEntry> = {}) =>
    entry("inviteMember", { userId: undefined, email: "Ann@example.com", role: "view", ...more });
  const byBen = { name: "Ben Stone", kind: "user", at: ago(day / 2) };
  const found = (
    what: "came" | "invited" | "went" | "promoted" | "demoted",
    entries: AuditLogEntry[],
    wasInvited = false,
  ) => authorIn(entries, { orgId, what, person: ann, wasInvited }, since);

  it("is who removed whom, and no change of roles before it", () => {
    const [change, removal] = [entry("modifyMember", { role: "admin" }), entry("removeMember")];
    assert.deepEqual(found("went", [change, removal]), byBen);
    assert.equal(found("went", [change]), undefined);
  });

  it("is who gave the role that they have now, not who changed something else after it", () => {
    const later = entry("modifyMember", { actorName: "Carl" });
    const other = entry("modifyMember", { actorName: "Dora", role: "edit" });
    assert.deepEqual(found("promoted", [later, other, entry("modifyMember", { role: "admin" })]), byBen);
    assert.equal(found("demoted", [later, other]), undefined);
  });

  it("is who gave the role, not who sent it with another change since", () => {
    const resent = entry("modifyMember", { actorName: "Carl", role: "admin" });
    const before = entry("modifyMember", { actorName: "Dora", role: "edit" });
    assert.deepEqual(found("promoted", [resent, entry("modifyMember", { role: "admin" }), before]), byBen);
    const long = { role: "admin", creationDate: ago(2 * day) };
    assert.equal(found("promoted", [resent, entry("modifyMember", long)]), undefined);
  });

  it("is nobody who did it before the earlier report, or was refused", () => {
    const old = { role: "admin", creationDate: ago(2 * day) };
    assert.equal(found("promoted", [entry("modifyMember", old)]), undefined);
    const refused = { role: "admin", responseStatus: 403 };
    assert.equal(found("promoted", [entry("modifyMember", refused)]), undefined);
  });

  it("is who invited whoever came, before the earlier report where that has the invite", () => {
    assert.deepEqual(found("came", [invite()]), byBen);
    const earlier = invite({ creationDate: ago(3 * day) });
    assert.equal(found("came", [earlier]), undefined);
    assert.equal(found("came", [earlier], true)?.at, ago(3 * day));
  });

  it("is who invited somebody at that role since", () => {
    assert.deepEqual(found("invited", [invite({ role: "edit" }), invite({ role: "admin" })]), byBen);
    assert.equal(found("invited", [invite({ role: "admin", creationDate: ago(3 * day) })]), undefined);
  });

  it("has no time where the log has none that can be read", () => {
    assert.equal(found("came", [invite({ creationDate: "soon" })], true)?.at, null);
  });
});
