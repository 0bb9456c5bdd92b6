import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";

onBothFaces("people who are declared twice", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
    await setting.reset();
    await setting.simulator.addMember({ email: "ann@example.com", role: "view" });
  });

  after(() => setting?.close());

  const preview = (text: string) => {
    setting.program(`const pulumi = require("@pulumi/pulumi");\n${text}`);
    return setting.workspace.preview();
  };

  for (const [title, text, names] of [
    [
      "by two classes, in different case",
      `new losant.OrgMember("one", { orgId, email: "ann@example.com" });
       new losant.OrgMembership("two", { orgId, email: "Ann@Example.com", role: "view" });`,
      /ann@example\.com is declared twice in this program, by OrgMember "one" and by OrgMembership "two"/,
    ],
    [
      "by one class",
      `new losant.OrgInvite("one", { orgId, email: "bob@example.com", role: "view" });
       new losant.OrgInvite("two", { orgId, email: "bob@example.com", role: "view" });`,
      /by OrgInvite "one" and by OrgInvite "two"/,
    ],
    [
      "by resources of one name in components of two kinds",
      `for (const kind of ["Team", "Squad"]) {
         const parent = new pulumi.ComponentResource("test:index:" + kind, kind);
         new losant.OrgMembership("lead", { orgId, email: "bob@example.com", role: "view" }, { parent });
       }`,
      /bob@example\.com is declared twice in this program, by OrgMembership "lead" and by OrgMembership "lead"/,
    ],
    [
      "in an organization that is an Output",
      `const acme = new losant.Organization("acme", { orgId });
       for (const name of ["one", "two"]) {
         new losant.OrgMembership(name, { orgId: pulumi.output(orgId), email: "bob@example.com", role: "view" });
       }`,
      /by OrgMembership "one" and by OrgMembership "two"/,
    ],
    [
      "by an address that is an Output",
      `new losant.OrgMembership("one", { orgId, email: pulumi.output("bob@example.com"), role: "view" });
       new losant.OrgMembership("two", { orgId, email: "bob@example.com", role: "view" });`,
      /bob@example\.com is declared twice in this program, by OrgMembership "(one|two)" and by OrgMembership "(one|two)"/,
    ],
    [
      "by a roster that stands beside a single resource",
      `new losant.OrgRoster("all", { orgId, members: { "owner@example.com": "admin" } });
       new losant.OrgMember("ann", { orgId, email: "ann@example.com" });`,
      /OrgMember "ann" is declared beside OrgRoster "all"/,
    ],
    [
      "by a single resource that stands before a roster",
      `new losant.OrgMember("ann", { orgId, email: "ann@example.com" });
       new losant.OrgRoster("all", { orgId, members: { "owner@example.com": "admin" }, unmanaged: pulumi.output("warn") });`,
      /OrgMember "ann" is declared beside OrgRoster "all"/,
    ],
    [
      "by a roster that ignores others, but names the same person",
      `new losant.OrgMember("ann", { orgId, email: "ann@example.com" });
       new losant.OrgRoster("all", { orgId, members: { "ann@example.com": "view" }, unmanaged: "ignore" });`,
      /by OrgMember "ann" and by OrgRoster "all"/,
    ],
    [
      "by two rosters",
      `for (const name of ["one", "two"]) {
         new losant.OrgRoster(name, { orgId, members: { "owner@example.com": "admin" }, unmanaged: "ignore" });
       }`,
      /OrgRoster "two" is declared beside OrgRoster "one"|OrgRoster "one".*OrgRoster "two"/,
    ],
    [
      "as one organization, in different case",
      `new losant.Organization("one", { orgId });
       new losant.Organization("two", { orgId: orgId.toUpperCase() });`,
      /Organization [0-9a-f]{24} is declared twice in this program, by Organization "one" and by Organization "two"/,
    ],
    [
      "as one organization, by an Output",
      `new losant.Organization("one", { orgId: pulumi.output(orgId) });
       new losant.Organization("two", { orgId });`,
      /is declared twice in this program, by Organization "(one|two)" and by Organization "(one|two)"/,
    ],
    [
      "by a secret email, which is not shown",
      `new losant.OrgMembership("one", { orgId, email: pulumi.secret("bob@example.com"), role: "view" });
       new losant.OrgMembership("two", { orgId, email: pulumi.secret("bob@example.com"), role: "view" });`,
      /: A person whose email is secret is declared twice in this program, by OrgMembership "/,
    ],
  ] as const) {
    it(`${title}, are told with both names`, async () => {
      assert.match(await fail(preview(text)), names);
    });
  }

  it("as an OrgInvite and the OrgMember who comes of it are fine", async () => {
    await succeed(
      preview(
        `new losant.OrgInvite("invite", { orgId, email: "ann@example.com", role: "view" });
         new losant.OrgMember("member", { orgId, email: "ann@example.com", role: "view" });`,
      ),
    );
  });

  it("with addresses that only a foreign alphabet makes equal are not one person", async () => {
    const output = await fail(
      preview(
        `new losant.OrgMembership("ascii", { orgId, email: "kelvin@example.com", role: "view" });
         new losant.OrgMembership("sign", { orgId, email: "\\u212Aelvin@example.com", role: "view" });`,
      ),
    );
    assert.match(output, /email: must be an email address/);
    assert.doesNotMatch(output, /twice/);
  });

  it("as two new organizations are fine", async () => {
    await succeed(
      preview(
        `new losant.Organization("one", { name: "One" });
         new losant.Organization("two", { name: "Two" });`,
      ),
    );
  });

  it("in two organizations are fine", async () => {
    const other = await setting.simulator.state();
    assert.equal(other.organizations.length, 1);
    await succeed(
      preview(
        `const made = new losant.Organization("made", { name: "Made" });
         new losant.OrgMembership("here", { orgId, email: "ann@example.com", role: "view" });
         new losant.OrgMembership("there", { orgId: made.orgId, email: "ann@example.com", role: "view" });`,
      ),
    );
  });
});
