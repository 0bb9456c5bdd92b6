import assert from "node:assert/strict";
import type { DiffResponse } from "@pulumi/pulumi/proto/provider_pb";
import { PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import { fromMessage, inClear, secret, unknown } from "../../../support/plugin-messages";
import { ann, bob, owner, PluginSetting } from "./plugin-setting";

const kindNames = Object.fromEntries(Object.entries(PropertyDiff.Kind).map(([name, kind]) => [kind, name]));

/** The paths of a difference with what happens there. */
function pathsIn(answer: DiffResponse): Record<string, string | undefined> {
  const paths: Record<string, string | undefined> = {};
  answer.getDetaileddiffMap().forEach((change, path) => {
    paths[path] = kindNames[change.getKind()];
  });
  return paths;
}

describe("what the engine asks of a resource", () => {
  const setting = PluginSetting.inThisDescribe();

  describe("Check", () => {
    it("tells what is wrong without naming a property, whose value would be shown", async () => {
      const answer = await setting.calls.check("orgMember", {
        orgId: "1",
        email: secret("hunter2"),
        role: "boss",
      });
      const failures = answer.getFailuresList().map((one) => [one.getProperty(), one.getReason()]);
      assert.deepEqual(
        failures.map(([property]) => property),
        failures.map(() => ""),
      );
      const text = failures.map(([, reason]) => reason).join("\n");
      for (const name of ["orgId: must be", "email: must be", "role: must be one of"])
        assert.match(text, new RegExp(name));
      assert.doesNotMatch(text, /hunter2/);
    });

    it("gives inputs in their canonical form", async () => {
      const news = { orgId: setting.orgId.toUpperCase(), email: ` ${ann.toUpperCase()} `, role: "view" };
      const answer = await setting.calls.check("orgMembership", news);
      assert.deepEqual(fromMessage(answer.getInputs()), { orgId: setting.orgId, email: ann, role: "view" });
    });

    it("keeps secrets, also those nested in a list", async () => {
      const lists = [{ resourceId: "575ed70c7ae143cd83dc4aa9", role: secret("view") }];
      const answer = await setting.calls.check("orgMembership", {
        orgId: setting.orgId,
        email: secret(ann),
        role: "view",
        applicationRoles: lists,
      });
      const { email, applicationRoles } = fromMessage(answer.getInputs());
      assert.deepEqual(email, secret(ann));
      assert.deepEqual(applicationRoles, secret([{ ...lists[0], role: "view" }]));
    });

    it("keeps what is not known, also one person of a roster", async () => {
      await setting.simulator.addMember({ email: ann, role: "view" });
      const members = { [owner]: "admin", [ann]: "edit", [bob]: { role: unknown } };
      const answer = await setting.calls.check("orgRoster", {
        orgId: setting.orgId,
        members,
        renewal: unknown,
      });
      assert.deepEqual(answer.getFailuresList(), []);
      const inputs = fromMessage(answer.getInputs());
      assert.deepEqual(inputs.members, { ...members, [bob]: unknown });
      assert.equal(inputs.renewal, unknown);
      await setting.calls.create("orgRoster", inputs, { preview: true });
      const told = setting.calls.plugin.lines.map(({ text }) => text).join("\n");
      assert.match(told, /~ change ann@example\.com: role view => edit/);
      assert.match(told, /\? bob@example\.com: their entry is known at up/);
    });

    it("refuses a type that is none, and names those that there are", async () => {
      const answer = setting.calls.check("orgNothing" as never, {});
      await assert.rejects(answer, /no resource type losant:index:OrgNothing; use one of .*OrgRoster/);
    });
  });

  describe("Diff", () => {
    it("shows changes by path, and those of a roster by person", async () => {
      await setting.simulator.addMember({ email: ann, role: "view" });
      const members = { [owner]: "admin", [ann]: { role: "view", dashboardRoles: [] } };
      const { id, inputs, outputs } = await setting.make("orgRoster", { members, maxRemovals: "20%" });
      const { maxRemovals: _, ...others } = inputs;
      const news = {
        ...others,
        members: { [owner]: "admin", [ann]: { role: "edit", dashboardRoles: [] }, [bob]: "view" },
      };
      const answer = await setting.calls.diff("orgRoster", id, outputs, news);
      assert.deepEqual(pathsIn(answer), {
        [`members["${ann}"].role`]: "UPDATE",
        [`members["${bob}"]`]: "ADD",
        maxRemovals: "DELETE",
      });
      assert.deepEqual(answer.getReplacesList(), []);
    });

    it("marks what makes it another resource", async () => {
      const { id, inputs, outputs } = await setting.make("orgMembership", { email: ann, role: "view" });
      const answer = await setting.calls.diff("orgMembership", id, outputs, {
        ...inputs,
        email: bob,
        role: "edit",
      });
      assert.deepEqual(answer.getReplacesList(), ["email"]);
      assert.deepEqual(pathsIn(answer), { email: "UPDATE_REPLACE", role: "UPDATE" });
    });

    it("finds nothing where nothing differs", async () => {
      const { id, inputs, outputs } = await setting.make("orgMembership", { email: ann, role: "view" });
      const answer = await setting.calls.diff("orgMembership", id, outputs, inputs);
      assert.deepEqual([answer.getChanges(), pathsIn(answer)], [1, {}]);
    });
  });

  describe("Create and Update", () => {
    it("foretell at preview what is stated, and send nothing", async () => {
      const inputs = { orgId: setting.orgId, email: secret(ann), role: "view" };
      const answer = await setting.calls.create("orgMembership", inputs, { preview: true });
      const { orgId, email, role, status, inviteId } = fromMessage(answer.getProperties());
      assert.deepEqual(
        [orgId, email, role, status, inviteId],
        [setting.orgId, secret(ann), "view", unknown, unknown],
      );
      const made = await setting.make("orgMembership", { email: bob, role: "view" });
      const mails = await setting.mails();
      const options = { preview: true };
      const news = { ...made.inputs, role: "edit" };
      const foretold = await setting.calls.update("orgMembership", made.id, made.outputs, news, options);
      assert.equal(inClear(foretold.getProperties()).role, "edit");
      assert.equal(await setting.mails(), mails);
    });

    it("ask to be read before the next change, where the engine can", async () => {
      const inputs = { orgId: setting.orgId, email: ann, role: "view" };
      for (const [isAble, options] of [
        [true, {}],
        [true, { preview: true }],
        [false, {}],
      ] as const) {
        await setting.calls.handshake(isAble);
        const made = await setting.calls.create("orgMembership", inputs, options);
        assert.equal(made.getRefreshBeforeUpdate(), isAble);
        const outputs = inClear(made.getProperties());
        if (options.preview) continue;
        const read = await setting.calls.read("orgMembership", made.getId(), outputs);
        const updated = await setting.calls.update("orgMembership", made.getId(), outputs, inputs);
        assert.deepEqual([read.getRefreshBeforeUpdate(), updated.getRefreshBeforeUpdate()], [isAble, isAble]);
      }
    });

    it("record what a change did that failed halfway, secrets as such, with the reasons", async () => {
      await setting.simulator.fault({ action: "org.inviteMember", status: 403, times: 1 });
      const members = secret({ [owner]: "admin", [ann]: "view", [bob]: "view" });
      const failed = setting.calls.create("orgRoster", { orgId: setting.orgId, members });
      await assert.rejects(failed, ({ id, properties, reasons }) => {
        assert.equal(id, `${setting.orgId}/roster`);
        assert.match(reasons.join(), /\+ invite \w+@example\.com .*403/);
        assert.equal(reasons.length, 1);
        assert.deepEqual(Object.keys(properties.members), ["4dabf18193072939515e22adb298388d", "value"]);
        return true;
      });
    });

    it("fail with one line that says what to do, and no stack", async () => {
      await setting.simulator.fault({ action: "org.inviteMember", status: 403, times: 1 });
      const failed = setting.calls.create("orgMembership", {
        orgId: setting.orgId,
        email: ann,
        role: "view",
      });
      await assert.rejects(failed, ({ message }) => {
        assert.match(message, /ann@example\.com.*403/s);
        assert.doesNotMatch(message, /\n\s+at |node_modules/);
        return true;
      });
    });
  });

  it("Delete: does it, and tells the receipt under the resource", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    const { id, outputs } = await setting.make("orgMember", { email: ann });
    await setting.startAnew(setting.simulator.env);
    await setting.calls.delete("orgMember", id, outputs, "ann");
    assert.equal(await setting.simulator.fetchMember(ann), undefined);
    const receipt = setting.calls.plugin.lines.find(({ text }) => text.includes("removed from organization"));
    assert.match(receipt?.urn ?? "", /losant:index:OrgMember::ann$/);
  });

  it("Delete: nothing is wrong where it is gone", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    const { id, outputs } = await setting.make("orgMember", { email: ann });
    await setting.simulator.removeMember(ann);
    await setting.calls.delete("orgMember", id, outputs);
  });
});
