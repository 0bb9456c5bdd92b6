import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PlanRecord } from "../../../plan/record";
import type { SimulatedAuditEntry } from "../../../simulator/types";
import { onBothFaces } from "../../support/faces";
import { temporaryFolder } from "../../support/project-folder";
import { ok, StackSetting } from "../../support/stack-setting";

const ann = "ann@example.com";
const bob = "bob@example.com";

onBothFaces("who changed somebody at Losant, where the organization has an audit log", (face) => {
  const setting = StackSetting.inSuite(face);
  const byBen = /last changed by Ben Stone \(user\) on 2026-11-29 10:00 UTC, by the audit log/;

  /** Logs a call of Ben's, who works on Losant's pages. */
  async function log(requestAction: string, more: Partial<SimulatedAuditEntry>): Promise<void> {
    await setting.simulator.putState((state) => {
      const { orgId } = setting;
      const ids = { id: "5".repeat(24), orgId, actorId: "6".repeat(24), requestPathParams: { orgId } };
      const call = { requestResource: "org", requestAction, requestQueryParams: {}, requestBody: {} };
      const ben = {
        actorType: "User",
        actorName: "Ben Stone",
        creationDate: "2026-11-29T10:00:00.000Z",
      } as const;
      state.auditLog = [{ ...ids, ...ben, ...call, responseStatus: 200, ...more }, ...(state.auditLog ?? [])];
    });
  }

  const requestsOfLog = async () => (await setting.simulator.requests()).byAction["auditLogs.get"] ?? 0;

  for (const kind of ["orgMembership", "orgMember"] as const) {
    it(`stands in the line of ${kind}, with one request a run`, async () => {
      const userId = await setting.simulator.addMember({ email: ann, role: "view" });
      await setting.simulator.addMember({ email: bob, role: "view" });
      const program = Object.fromEntries(
        [ann, bob].map((email) => [email, setting.resource(kind, { email, role: "view" })]),
      );
      ok(await setting.engine.up(program));
      ok(await setting.engine.preview(program));
      assert.equal(await requestsOfLog(), 0);
      for (const email of [ann, bob]) await setting.simulator.setMember(email, { role: "edit" });
      await log("modifyMember", { requestBody: { userId, role: "edit" } });
      const { printed, errors } = await setting.engine.preview(program);
      assert.deepEqual(errors, []);
      const lines = printed.split("\n").filter((line) => line.includes("edit => view"));
      assert.equal(lines.length, 2);
      assert.match(lines.find((line) => line.includes(ann)) ?? "", byBen);
      assert.doesNotMatch(lines.find((line) => line.includes(bob)) ?? "", /audit log/);
      assert.equal(await requestsOfLog(), 1);
    });
  }

  it("stands in the line of somebody who was removed by hand", async () => {
    const userId = await setting.simulator.addMember({ email: ann, role: "view" });
    const program = { ann: setting.resource("orgMembership", { email: ann, role: "view" }) };
    ok(await setting.engine.up(program));
    await setting.simulator.removeMember(ann);
    await log("removeMember", { requestQueryParams: { userId } });
    const { printed } = await setting.engine.preview(program);
    assert.match(printed, byBen);
  });

  it("stands in the plan of a roster, for those whom it names and whom it does not", async () => {
    const userId = await setting.simulator.addMember({ email: ann, role: "view" });
    ok(await setting.engine.up(setting.roster({ [ann]: "view" })));
    await setting.simulator.setMember(ann, { role: "edit" });
    await setting.simulator.addMember({ email: bob, role: "admin" });
    await log("modifyMember", { requestBody: { userId } });
    await log("inviteMember", { requestBody: { email: bob }, actorType: "Flow", actorName: "Onboarding" });
    const { printed } = await setting.engine.preview(setting.roster({ [ann]: "view" }));
    assert.match(printed, new RegExp(`! ${ann} was ${byBen.source}`));
    assert.match(printed, new RegExp(`! ${bob} was last changed by Onboarding \\(workflow\\) on `));
    assert.equal(await requestsOfLog(), 1);
  });

  it("is in what a preview writes down for a plan", async () => {
    const userId = await setting.simulator.addMember({ email: ann, role: "view" });
    ok(await setting.engine.up(setting.roster({ [ann]: "view" })));
    await setting.simulator.setMember(ann, { role: "edit" });
    await log("modifyMember", { requestBody: { userId } });
    const folder = temporaryFolder("change-authors");
    setting.env.LOSANT_PLAN_FOLDER = folder;
    ok(await setting.engine.preview(setting.roster({ [ann]: "view" })));
    const lines = readdirSync(folder).flatMap((name) =>
      readFileSync(join(folder, name), "utf8").trim().split("\n"),
    );
    const record = PlanRecord.parse(JSON.parse(lines.at(-1) ?? ""));
    assert.deepEqual(
      record.people.map(({ email, changedBy }) => [email, changedBy]),
      [[ann, { name: "Ben Stone", kind: "user", at: "2026-11-29T10:00:00.000Z" }]],
    );
  });

  for (const [what, change] of Object.entries({
    "there is no log": { hasAuditLog: false },
    "the token may not read it": { tokenScopes: ["org.*", "me.get"] },
  }))
    it(`is not told where ${what}, and nothing else changes`, async () => {
      const userId = await setting.simulator.addMember({ email: ann, role: "view" });
      const program = { ann: setting.resource("orgMembership", { email: ann, role: "view" }) };
      ok(await setting.engine.up(program));
      await setting.simulator.setMember(ann, { role: "edit" });
      await log("modifyMember", { requestBody: { userId } });
      await setting.simulator.putState((state) => Object.assign(state, change));
      const { printed, errors } = await setting.engine.preview(program);
      assert.deepEqual(errors, []);
      assert.match(printed, /roles will be changed .*: role edit => view\./);
      assert.doesNotMatch(printed, /audit/);
    });
});
