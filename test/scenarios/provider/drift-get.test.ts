import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann } from "../../support/one-person";
import type { Kind } from "../../support/provider-messages";
import { StackSetting } from "../../support/stack-setting";

const nobody = "575ed70c7ae143cd83dc4aa9";

onBothFaces("reading a resource by its id alone", (face) => {
  const setting = StackSetting.inSuite(face);
  let userId: string;

  beforeEach(async () => {
    userId = await setting.simulator.addMember({ email: ann, role: "view" });
    await setting.inviteByHand("bob@example.com", "edit");
  });

  for (const [title, kind, id, named] of [
    ["a user who is no member", "orgMember", () => `${setting.orgId}/${nobody}`, new RegExp(nobody)],
    ["a person who is not invited", "orgInvite", () => `${setting.orgId}/x@example.com`, /x@example\.com/],
    ["a person in no stage", "orgMembership", () => `${setting.orgId}/x@example.com`, /x@example\.com/],
    ["an organization that is not there", "organization", () => nobody, new RegExp(nobody)],
    [
      "a roster of an organization that is not there",
      "orgRoster",
      () => `${nobody}/roster`,
      new RegExp(nobody),
    ],
    [
      "a member of an organization that is not there",
      "orgMember",
      () => `${nobody}/${userId}`,
      new RegExp(nobody),
    ],
  ] as const) {
    it(`${title} is an error that says what is missing`, () =>
      assert.rejects(setting.reading(kind, id()), named));
  }

  for (const [kind, id, form] of [
    ["orgMember", () => userId, /orgId\/userId/],
    ["orgInvite", () => "bob@example.com", /orgId\/email/],
    ["orgMembership", () => ann, /orgId\/email/],
    ["orgRoster", () => setting.orgId, /orgId\/roster/],
  ] as const) {
    it(`${kind}: an id without a slash is told with the right form (${form.source})`, async () => {
      await assert.rejects(setting.reading(kind, id()), form);
    });
  }

  for (const [kind, id, property, value] of [
    ["orgMember", () => `${setting.orgId.toUpperCase()}/${userId.toUpperCase()}`, "email", ann],
    ["orgInvite", () => `${setting.orgId.toUpperCase()}/Bob@Example.COM`, "email", "bob@example.com"],
    ["orgMembership", () => `${setting.orgId.toUpperCase()}/Ann@Example.com`, "role", "view"],
    ["organization", () => setting.orgId.toUpperCase(), "name", "Simulated Organization"],
    ["orgRoster", () => `${setting.orgId.toUpperCase()}/roster`, "memberCount", 2],
  ] as const) {
    it(`${kind}: an id in mixed case is found`, async () => {
      const { id: found, props } = await setting.reading(kind, id());
      assert.equal(props[property], value);
      assert.equal(props.orgId, setting.orgId);
      assert.match(found, new RegExp(`^${setting.orgId}`, "i"));
    });
  }

  it("in upper case makes no second snapshot of the organization", async () => {
    const reads: [Kind, string][] = [
      ["orgMembership", `${setting.orgId.toUpperCase()}/${ann}`],
      ["orgMembership", `${setting.orgId}/${ann}`],
      ["organization", setting.orgId.toUpperCase()],
      ["orgInvite", `${setting.orgId}/bob@example.com`],
    ];
    await setting.simulator.clearRequests();
    await setting.during(async (provider) => {
      for (const [kind, id] of reads) await provider.read(kind, id, {});
    });
    assert.deepEqual((await setting.simulator.requests()).byAction, {
      "org.get": 1,
      "org.pendingInvites": 1,
    });
  });
});
