import assert from "node:assert/strict";
import { forms } from "../../../cli/export/options";
import { programFiles } from "../../../cli/export/programs";
import { statusOf } from "../../../cli/status/report";
import { inviteOf, memberOf } from "../samples";
import { snapshotOf } from "./snapshots";

const kate = "kate@example.com";
/** The Kelvin sign looks like a K, and is one in lower case; the address is another person's all the same. */
const kelvin = "\u212Aate@example.com";

describe("addresses beyond ASCII", () => {
  for (const form of forms) {
    it(`are nobody else's in an export as ${form}`, async () => {
      const files = programFiles(await snapshotOf([memberOf(kelvin)]), form, false);
      assert.doesNotMatch(Object.values(files).join("\n"), new RegExp(kate));
    });
  }

  it("hide no invite of somebody else", async () => {
    const { pending } = await snapshotOf([memberOf(kelvin)], [inviteOf(kate)]);
    assert.deepEqual(
      pending.map(({ email }) => email),
      [kate],
    );
  });

  it("count as two people where two are invited", async () => {
    const { pending } = await snapshotOf([memberOf("owner@example.com")], [inviteOf(kelvin), inviteOf(kate)]);
    assert.equal(pending.length, 2);
  });

  const token = { role: null, limitedTo: null, readsApplications: true, readsDashboards: true };

  it("have none of the terms that a file states for somebody else", async () => {
    const terms = new Map([[kate, { reason: "on call" }]]);
    const { members } = statusOf(await snapshotOf([memberOf(kelvin)]), terms, token);
    assert.equal(members[0]?.reason, null);
  });
});
