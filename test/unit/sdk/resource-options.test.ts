import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as dynamic from "../../../sdk";
import * as native from "../../../sdk/native";
import { runMocked } from "../../support/mocked-program";
import { orgId } from "./both-modules";

describe("the import option of a resource", () => {
  const args = { orgId, email: "owner@example.com" };
  const options = { import: `${orgId}/1` };

  it("is refused by the dynamic face, with what to do instead", async () => {
    const { error } = await runMocked(() => new dynamic.OrgMember("owner", args, options));
    const expected = /^OrgMember "owner": the import option does not work here.* adopts what exists/;
    assert.match(error?.message ?? "", expected);
    assert.ok(pulumi.RunError.isInstance(error));
  });

  it("is left to the engine by the native face", async () => {
    const { error } = await runMocked(() => new native.OrgMember("owner", args, options));
    assert.equal(error, undefined);
  });
});
