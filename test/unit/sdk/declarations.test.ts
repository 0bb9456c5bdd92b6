import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { runMocked } from "../../support/mocked-program";
import { ofBothModules, orgId } from "./both-modules";

const [role, ann, bob] = ["view", "ann@example.com", "bob@example.com"] as const;
const members = { "owner@example.com": "admin" } as const;

ofBothModules("people who are declared twice", (losant) => {
  const refused: Record<string, [program: () => unknown, names: RegExp]> = {
    "by two classes, in different case": [
      () => {
        new losant.OrgMember("one", { orgId, email: ann });
        new losant.OrgMembership("two", { orgId, email: "Ann@Example.com", role });
      },
      /ann@example\.com is declared twice in this program, by OrgMember "one" and by OrgMembership "two"/,
    ],
    "by one class": [
      () => {
        new losant.OrgInvite("one", { orgId, email: bob, role });
        new losant.OrgInvite("two", { orgId, email: bob, role });
      },
      /by OrgInvite "one" and by OrgInvite "two"/,
    ],
    "by resources of one name in components of two kinds": [
      () => {
        for (const kind of ["Team", "Squad"]) {
          const parent = new pulumi.ComponentResource(`test:index:${kind}`, kind);
          new losant.OrgMembership("lead", { orgId, email: bob, role }, { parent });
        }
      },
      /bob@example\.com is declared twice in this program, by OrgMembership "lead" and by OrgMembership "lead"/,
    ],
    "in an organization that is an Output": [
      () => {
        new losant.Organization("acme", { orgId });
        for (const name of ["one", "two"])
          new losant.OrgMembership(name, { orgId: pulumi.output(orgId), email: bob, role });
      },
      /by OrgMembership "one" and by OrgMembership "two"/,
    ],
    "by an address that is an Output": [
      () => {
        new losant.OrgMembership("one", { orgId, email: pulumi.output(bob), role });
        new losant.OrgMembership("two", { orgId, email: bob, role });
      },
      /bob@example\.com is declared twice in this program, by OrgMembership "(one|two)" and by OrgMembership "(one|two)"/,
    ],
    "by a roster that stands beside a single resource": [
      () => {
        new losant.OrgRoster("all", { orgId, members });
        new losant.OrgMember("ann", { orgId, email: ann });
      },
      /OrgMember "ann" is declared beside OrgRoster "all"/,
    ],
    "by a single resource that stands before a roster": [
      () => {
        new losant.OrgMember("ann", { orgId, email: ann });
        new losant.OrgRoster("all", { orgId, members, unmanaged: pulumi.output("warn" as const) });
      },
      /OrgMember "ann" is declared beside OrgRoster "all"/,
    ],
    "by a roster that ignores others, but names the same person": [
      () => {
        new losant.OrgMember("ann", { orgId, email: ann });
        new losant.OrgRoster("all", { orgId, members: { [ann]: role }, unmanaged: "ignore" });
      },
      /by OrgMember "ann" and by OrgRoster "all"/,
    ],
    "by two rosters": [
      () => {
        for (const name of ["one", "two"])
          new losant.OrgRoster(name, { orgId, members, unmanaged: "ignore" });
      },
      /OrgRoster "two" is declared beside OrgRoster "one"/,
    ],
    "as one organization, in different case": [
      () => {
        new losant.Organization("one", { orgId });
        new losant.Organization("two", { orgId: orgId.toUpperCase() });
      },
      /Organization [0-9a-f]{24} is declared twice in this program, by Organization "one" and by Organization "two"/,
    ],
    "as one organization, by an Output": [
      () => {
        new losant.Organization("one", { orgId: pulumi.output(orgId) });
        new losant.Organization("two", { orgId });
      },
      /is declared twice in this program, by Organization "(one|two)" and by Organization "(one|two)"/,
    ],
    "by a secret email, which is not shown": [
      () => {
        for (const name of ["one", "two"])
          new losant.OrgMembership(name, { orgId, email: pulumi.secret(bob), role });
      },
      /: A person whose email is secret is declared twice in this program, by OrgMembership "/,
    ],
  };

  for (const [title, [program, names]] of Object.entries(refused)) {
    it(`${title}, are told with both names`, async () => {
      const { error } = await runMocked(program, { isPreview: true });
      assert.match(error?.message ?? "", names);
      assert.ok(pulumi.RunError.isInstance(error), "an error that is shown without a stack");
    });
  }

  const fine: Record<string, () => unknown> = {
    "as an OrgInvite and the OrgMember who comes of it": () => {
      new losant.OrgInvite("invite", { orgId, email: ann, role });
      new losant.OrgMember("member", { orgId, email: ann, role });
    },
    "with addresses that only a foreign alphabet makes equal": () => {
      new losant.OrgMembership("ascii", { orgId, email: "kelvin@example.com", role });
      new losant.OrgMembership("sign", { orgId, email: "\u212Aelvin@example.com", role });
    },
    "as two new organizations": () => {
      new losant.Organization("one", { name: "One" });
      new losant.Organization("two", { name: "Two" });
    },
    "in two organizations": () => {
      const made = new losant.Organization("made", { name: "Made" });
      new losant.OrgMembership("here", { orgId, email: ann, role });
      new losant.OrgMembership("there", { orgId: made.orgId, email: ann, role });
    },
  };

  for (const [title, program] of Object.entries(fine)) {
    it(`are none ${title}`, async () => {
      const register = () => ({ orgId: "575ed70c7ae143cd83dc4aa9" });
      const { error, registered } = await runMocked(program, { register });
      assert.equal(error, undefined);
      assert.ok(registered.length > 1);
    });
  }
});
