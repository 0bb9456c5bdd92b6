import assert from "node:assert/strict";
import { forms } from "../../../cli/export/options";
import { projectFiles } from "../../../cli/export/project";
import { memberOf } from "../samples";
import { snapshotOf } from "./snapshots";

const versions = { package: "1.0.0", pulumi: "3" };
/** What a reader has to know before taking somebody out, by form. */
const told = {
  memberships: [
    /People removed from .* are removed from the organization; people added are invited/,
    /`pulumi destroy` removes everybody but the token's user/,
    /`deletionPolicy: "retain"` .*run `pulumi up`, then `pulumi destroy`/,
  ],
  roster: [
    /People removed from .* are removed from the organization; people added are invited/,
    /`pulumi destroy` keeps everybody/,
  ],
  yaml: [
    /People removed from .* are removed from the organization; people added are invited/,
    /`pulumi destroy` keeps everybody/,
  ],
};

describe("an export tells what taking out and a destroy do", () => {
  for (const form of forms) {
    for (const name of ["README.md", "index.ts"]) {
      it(`in ${name}, as ${form}`, async () => {
        const snapshot = await snapshotOf([memberOf("owner@example.com")]);
        const text = projectFiles(snapshot, form, false, versions)[name] ?? "";
        const words = text.replace(/\s+(?:\/\/ )?/g, " ");
        for (const expected of told[form]) assert.match(words, expected);
        const isRoster = form !== "memberships";
        assert.equal(/keeps everybody/.test(words), isRoster);
        for (const line of text.split("\n")) assert.ok(line.length <= 120, line);
      });
    }
  }
});
