import assert from "node:assert/strict";
import { partsOf } from "../../../native/urn";

describe("a URN", () => {
  for (const [urn, type, name] of [
    ["urn:pulumi:dev::test::losant:index:OrgRoster::all", "losant:index:OrgRoster", "all"],
    ["urn:pulumi:dev::test::my:team:Team$losant:index:OrgMember::ann", "losant:index:OrgMember", "ann"],
    ["urn:pulumi:dev::test::a:b:C$d:e:F$losant:index:OrgMember::ann", "losant:index:OrgMember", "ann"],
    ["urn:pulumi:dev::test::losant:index:OrgMember::a::b$c", "losant:index:OrgMember", "a::b$c"],
    [
      "urn:pulumi:dev::test::pulumi:providers:losant::default_0_1_0",
      "pulumi:providers:losant",
      "default_0_1_0",
    ],
    ["", "", ""],
  ] as const) {
    it(`${urn || "that is empty"} has its stack, project, type and name`, () =>
      assert.deepEqual(partsOf(urn), { stack: urn && "dev", project: urn && "test", type, name }));
  }
});
