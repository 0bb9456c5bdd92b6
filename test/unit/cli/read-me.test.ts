import assert from "node:assert/strict";
import { forms } from "../../../cli/export/options";
import { projectFiles } from "../../../cli/export/project";
import { day, inviteOf, memberOf, now, orgId } from "../samples";
import { snapshotOf } from "./snapshots";

const versions = { package: "1.0.0", pulumi: "3" };

describe("the README of an export", () => {
  for (const form of forms) {
    it(`is the same on another day, as are the other files: ${form}`, async () => {
      const snapshot = await snapshotOf([memberOf("owner@example.com")], [inviteOf("ann@example.com")]);
      const tomorrow = { ...snapshot, now: new Date(now.getTime() + day) };
      const filesOf = (one: typeof snapshot) => projectFiles(one, form, false, versions);
      assert.deepEqual(filesOf(tomorrow), filesOf(snapshot));
    });

    it(`is short and names the next commands: ${form}`, async () => {
      const snapshot = await snapshotOf([memberOf("owner@example.com")]);
      const text = projectFiles(snapshot, form, false, versions)["README.md"] ?? "";
      const isYaml = form === "yaml";
      assert.equal(text.includes("npx pulumi-losant roster check people.yaml"), isYaml);
      assert.ok(
        text.includes(`npx pulumi-losant status --org ${orgId}${isYaml ? " --people people.yaml" : ""}\n`),
        text,
      );
      for (const word of ["`until`", "`reason`", "`owner`"]) assert.ok(text.includes(word), word);
      assert.ok(text.split("\n").length <= 36, text);
    });

    it(`has the run that reports, and the one that ends access, with what it does about drift: ${form}`, async () => {
      const snapshot = await snapshotOf([memberOf("owner@example.com")]);
      const text = projectFiles(snapshot, form, false, versions)["README.md"] ?? "";
      const strict = form === "memberships" ? "" : "LOSANT_UNMANAGED=fail ";
      assert.match(text, new RegExp(`^ {4}${strict}pulumi preview --expect-no-changes `, "m"));
      assert.match(text, /^ {4}pulumi up --yes /m);
      const words = text.replace(/\s+/g, " ");
      assert.match(words, /removes people whose access has ended, .* changes back what was changed by hand/);
      assert.match(words, /whatever the first one said/);
      for (const line of text.split("\n")) assert.ok(line.length <= 120, line);
    });
  }
});
