import assert from "node:assert/strict";
import { nativeFace } from "../../support/faces";
import { StackSetting } from "../../support/stack-setting";

const elsewhere = "575ed6e87ae143cd83dc4aa8";

describe("what cannot be imported", () => {
  const setting = StackSetting.inSuite(nativeFace);

  it("is a member by an address: the message says where the id is", () =>
    assert.rejects(setting.reading("orgMember", `${setting.orgId}/ann@example.com`), {
      message: /id must be orgId\/userId, .* getMember gives the userId/,
    }));

  it("is a person who is not there", () =>
    assert.rejects(setting.reading("orgMembership", `${setting.orgId}/bob@example.com`), {
      message: /bob@example\.com is neither .* Check the address/,
    }));

  it("is what stands in an organization that the token cannot see", () =>
    assert.rejects(setting.reading("orgRoster", `${elsewhere}/roster`), {
      message: /answered 404 .* Check orgId and the token\. The API token belongs to owner@/,
    }));

  it("is a transfer", () =>
    assert.rejects(setting.reading("resourceTransfer", "one"), {
      message: /a transfer is done once, and cannot be imported\. .* leave it out/,
    }));

  it("is anything without a token", () => {
    setting.env.LOSANT_API_TOKEN = "";
    return assert.rejects(setting.reading("organization", setting.orgId), {
      message: /No API token is set.* LOSANT_API_TOKEN/,
    });
  });
});
