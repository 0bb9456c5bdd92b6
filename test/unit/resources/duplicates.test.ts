import assert from "node:assert/strict";
import { Journal } from "../../../provider/journal/journal";
import type { Run } from "../../../provider/live/run";
import { orgInvite } from "../../../provider/resources/org-invite";
import { orgMember } from "../../../provider/resources/org-member";
import { orgMembership } from "../../../provider/resources/org-membership";
import { orgRoster } from "../../../provider/resources/org-roster";
import { organization } from "../../../provider/resources/organization";
import type { Context } from "../../../provider/resources/resource-lifecycle";
import { temporaryFolder } from "../../support/project-folder";
import { CollectedReports } from "../collected-reports";
import { idOf, memberOf, orgId } from "../samples";
import { StubLosant } from "../stub-losant";

/** Where the journals of a test are. */
let journals = "";
const ann = "ann@example.com";
const bob = "bob@example.com";
const owner = "owner@example.com";
const person = { orgId, email: ann, role: "view" } as const;

/** Where the two resources are checked: in one process, or in two of one run. */
const processes: Record<string, () => [Run, Run]> = {
  "one process": () => {
    const run = losant().run();
    return [run, run];
  },
  "two processes": () => [
    losant().run({ journal: Journal.of("127.0.0.1:34567", journals) }),
    losant().run({ journal: Journal.of("127.0.0.1:34567", journals) }),
  ],
};

/** A check of a resource, under a name or without one. */
type Check = (run: Run, name?: string) => Promise<string[]>;

const membership: Check = (run, name) =>
  problems(orgMembership.check?.(person, undefined, context(run, name)));
const member: Check = (run, name) => problems(orgMember.check?.(person, undefined, context(run, name)));
const invite: Check = (run, name) => problems(orgInvite.check?.(person, undefined, context(run, name)));
const byUserId: Check = (run, name) =>
  problems(orgMember.check?.({ orgId, userId: idOf(1) }, undefined, context(run, name)));
const rosterOf =
  (email: string, unmanaged?: "ignore" | "fail"): Check =>
  (run, name) => {
    const members = { [email]: "view", [owner]: "admin" } as const;
    return problems(orgRoster.check?.({ orgId, members, unmanaged }, undefined, context(run, name)));
  };
const settings =
  (description: string): Check =>
  (run, name) =>
    problems(organization.check?.({ orgId, description }, undefined, context(run, name)));

describe("unit: duplicates", () => {
  beforeEach(() => {
    journals = temporaryFolder("journals");
  });

  for (const [where, start] of Object.entries(processes)) {
    for (const [title, one, other, expected] of [
      [
        "two memberships of a person",
        membership,
        membership,
        /^ann@example\.com \(user 0+1\) is declared twice in this program, by OrgMembership "one" and by OrgMembership "two": keep one/,
      ],
      ["two classes", member, membership, /by OrgMember "one" and by OrgMembership "two"/],
      ["two invites", invite, invite, /by OrgInvite "one" and by OrgInvite "two"/],
      [
        "a person by user id and by address",
        byUserId,
        member,
        /ann@example\.com \(user 0+1\) is declared twice .*, by OrgMember "one" and by OrgMember "two"/,
      ],
      [
        "a person by address and by user id",
        membership,
        byUserId,
        /^ann@example\.com \(user 0+1\) is declared twice .*, by OrgMembership "one" and by OrgMember "two"/,
      ],
      [
        "a person and a roster that names them",
        membership,
        rosterOf(ann, "ignore"),
        /by OrgMembership "one" and by OrgRoster "two"/,
      ],
      [
        "a roster and a person whom it names",
        rosterOf(ann, "ignore"),
        membership,
        /by OrgRoster "one" and by OrgMembership "two"/,
      ],
      [
        "a roster and somebody beside it",
        rosterOf(bob),
        membership,
        /^OrgMembership "two" is declared beside OrgRoster "one" of the same organization, which manages everybody in it: name/,
      ],
      [
        "somebody and a roster beside them",
        invite,
        rosterOf(bob),
        /OrgInvite "one" is declared beside OrgRoster "two"/,
      ],
      ["two rosters", rosterOf(bob), rosterOf(bob), /OrgRoster "two" is declared beside OrgRoster "one"/],
      [
        "two organizations that state the same",
        settings("same"),
        settings("same"),
        new RegExp(
          `^Organization ${orgId} is declared twice in this program, by Organization "one" and by Organization "two"`,
        ),
      ],
    ] as const) {
      it(`of ${title} are refused with both names in ${where}`, async () => {
        const [first, second] = start();
        assert.deepEqual(await one(first, "one"), []);
        assert.deepEqual(await one(first, "one"), []);
        assert.match((await other(second, "two")).join("\n"), expected);
      });
    }

    for (const [title, one, other] of [
      ["an invite and the member who comes of it", invite, member],
      ["a roster that ignores others, and somebody beside it", rosterOf(bob, "ignore"), membership],
    ] as const) {
      it(`of ${title} are none in ${where}`, async () => {
        const [first, second] = start();
        assert.deepEqual(await one(first, "one"), []);
        assert.deepEqual(await other(second, "two"), []);
      });
    }
  }

  for (const [title, check] of [
    ["a membership", membership],
    ["a roster", rosterOf(bob)],
    ["an organization", settings("same")],
  ] as const) {
    it(`are none where ${title} is checked again`, async () => {
      const run = losant().run();
      for (const name of ["one", "one", undefined, "one"]) assert.deepEqual(await check(run, name), []);
    });
  }

  it("are none where a resource states something else at its next check", async () => {
    const run = losant().run();
    assert.deepEqual(await settings("first")(run, "one"), []);
    assert.deepEqual(await settings("second")(run, "one"), []);
    assert.deepEqual(await byUserId(run, "ann"), []);
    assert.deepEqual(await member(run, "ann"), []);
  });

  it("are as before where the names are not known", async () => {
    const run = losant().run();
    assert.deepEqual(await membership(run), []);
    assert.deepEqual(await membership(run), []);
    assert.deepEqual(await rosterOf(bob)(run), []);
    assert.match(
      (await member(run)).join(),
      /OrgMember of ann@example\.com and OrgMembership of ann@example/,
    );
    assert.match(
      (await rosterOf(owner)(run)).join(),
      /organization \w+ is declared by two OrgRoster resources/,
    );
  });

  it("with a name that forges a line are told on one", async () => {
    const run = losant().run();
    await membership(run, "one\nerror: forged");
    assert.doesNotMatch((await membership(run, "two")).join(), /\n/);
  });
});

function losant(): StubLosant {
  return new StubLosant(
    [
      memberOf(ann),
      memberOf(owner, { userId: idOf(0xf), role: "admin" }),
      memberOf(bob, { userId: idOf(2) }),
    ],
    [],
  );
}

function context(run: Run, name?: string): Context {
  run.beginStep();
  return { run, report: new CollectedReports(), isUnknown: () => false, name };
}

async function problems(found: Promise<string[]> | undefined): Promise<string[]> {
  return (await found) ?? [];
}
