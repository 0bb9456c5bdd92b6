import assert from "node:assert/strict";
import { memberIn, organizationIn, personIn, rosterIn } from "../../../provider/resources/resource-id";

const orgId = "575ed6e87ae143cd83dc4aa8";
const userId = "575ed71e7ae143cd83dc4aaa";

describe("ids of resources", () => {
  it("are read in either case", () => {
    assert.equal(organizationIn(orgId.toUpperCase()), orgId);
    assert.deepEqual(personIn(`${orgId}/Ann@Example.com`, "OrgInvite"), [orgId, "ann@example.com"]);
    assert.deepEqual(memberIn(`${orgId.toUpperCase()}/${userId}`), [orgId, userId]);
    assert.equal(rosterIn(`${orgId}/roster`), orgId);
  });

  const malformed: [string, (id: string) => unknown, string[]][] = [
    ["Organization", organizationIn, ["", "acme", `${orgId}/roster`]],
    [
      "OrgInvite",
      (id) => personIn(id, "OrgInvite"),
      ["ann@example.com", `${orgId}/ann`, `acme/ann@example.com`, `${orgId}/ann@example.com/x`],
    ],
    ["OrgMember", memberIn, [userId, `${orgId}/ann@example.com`]],
    ["OrgRoster", rosterIn, [orgId, `${orgId}/`, `${orgId}/rooster`]],
  ];
  for (const [kind, read, ids] of malformed) {
    it(`of another form are refused for ${kind}, with the right one`, () => {
      for (const id of ids)
        assert.throws(() => read(id), { message: new RegExp(`^${kind}: the id must be orgId`) });
    });
  }
});
