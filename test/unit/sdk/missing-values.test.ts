import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { runMocked } from "../../support/mocked-program";
import { ofBothModules, orgId } from "./both-modules";

const absent = () => pulumi.output({}).apply((outputs) => Reflect.get(outputs, "absent"));
const given = { orgId, email: "bob@example.com", role: "view" };
const unmanaged = "ignore";

ofBothModules("an argument without a value", (losant) => {
  /** A resource `bob` of a program without types; gives what its provider would check. */
  const inputsOf = async (kind: keyof typeof losant, args: () => object) => {
    const { error, registered } = await runMocked(() => Reflect.construct(losant[kind], ["bob", args()]));
    assert.equal(error, undefined);
    return Object.keys(registered[0]?.inputs ?? {}).filter((name) => name !== "__provider");
  };

  for (const [title, kind, args, left] of [
    ["orgId as an absent output", "OrgMembership", () => ({ ...given, orgId: absent() }), "email,role"],
    ["orgId as undefined", "OrgInvite", () => ({ ...given, orgId: undefined }), "email,role"],
    ["email as an absent output", "OrgMembership", () => ({ ...given, email: absent() }), "orgId,role"],
    ["email as undefined", "OrgMembership", () => ({ ...given, email: undefined }), "orgId,role"],
    ["email as null", "OrgMembership", () => ({ ...given, email: null }), "orgId,role"],
    ["members as undefined", "OrgRoster", () => ({ orgId, members: undefined }), "orgId"],
    [
      "members as an absent output",
      "OrgRoster",
      () => ({ orgId, members: absent(), unmanaged }),
      "orgId,unmanaged",
    ],
    [
      "a roster's orgId as an absent output",
      "OrgRoster",
      () => ({ orgId: absent(), members: {}, unmanaged }),
      "members,unmanaged",
    ],
    [
      "a user's id as an absent output",
      "OrgMember",
      () => ({ orgId: absent(), userId: absent(), role: "view" }),
      "role",
    ],
  ] as const) {
    it(`is left to the provider's check, as if it were not stated: ${title}`, async () => {
      assert.equal((await inputsOf(kind, args)).sort().join(), left);
    });
  }

  const named = JSON.parse('{"__proto__": "admin", "bob@example.com": "view"}');
  for (const [form, members] of [
    ["plain", () => named],
    ["an output", () => pulumi.output(0).apply(() => named)],
    ["a promise", () => Promise.resolve(named)],
  ] as const) {
    it(`is refused where a roster has a name that JavaScript drops: ${form}`, async () => {
      const program = () => new losant.OrgRoster("all", { orgId, members: members() });
      const { error } = await runMocked(program);
      assert.match(error?.message ?? "", /OrgRoster "all": members: __proto__ is not an email address/);
    });
  }
});
