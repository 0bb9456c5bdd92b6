import assert from "node:assert/strict";
import { fromMessage, inClear, secret } from "../../../support/plugin-messages";
import type { Kind } from "../../../support/provider-messages";
import { ann, owner, PluginSetting } from "./plugin-setting";

const elsewhere = "575ed70c7ae143cd83dc4aa9";

describe("what the engine reads through the plugin", () => {
  const setting = PluginSetting.inThisDescribe();

  describe("Read", () => {
    it("compares what is recorded with the live organization", async () => {
      const userId = await setting.simulator.addMember({ email: ann, role: "view" });
      const { id, inputs, outputs } = await setting.make("orgMembership", { email: ann, role: "view" });
      await setting.simulator.setMember(ann, { role: "edit" });
      await setting.startAnew(setting.simulator.env);
      const answer = await setting.calls.read("orgMembership", id, outputs, inputs);
      assert.equal(answer.getId(), id);
      const { role, userId: recorded, status } = inClear(answer.getProperties());
      assert.deepEqual([role, recorded, status], ["edit", userId, "active"]);
      assert.deepEqual(fromMessage(answer.getInputs()), { ...inputs, role: "edit" });
    });

    it("keeps a secret one in what it reads", async () => {
      const { id, inputs, outputs } = await setting.make("orgMembership", { email: ann, role: "view" });
      const [recorded, stated] = [
        { ...outputs, email: secret(ann) },
        { ...inputs, email: secret(ann) },
      ];
      const answer = await setting.calls.read("orgMembership", id, recorded, stated);
      assert.deepEqual(fromMessage(answer.getProperties()).email, secret(ann));
      assert.deepEqual(fromMessage(answer.getInputs()).email, secret(ann));
    });

    it("gives by an id alone what a program would state", async () => {
      await setting.simulator.addMember({ email: ann, role: "view" });
      const answer = await setting.calls.read("orgMembership", `${setting.orgId.toUpperCase()}/${ann}`);
      assert.equal(answer.getId(), `${setting.orgId}/${ann}`);
      assert.deepEqual(fromMessage(answer.getInputs()), { orgId: setting.orgId, email: ann, role: "view" });
      const roster = await setting.calls.read("orgRoster", `${setting.orgId}/roster`);
      const members = { [owner]: "admin", [ann]: "view" };
      assert.deepEqual(fromMessage(roster.getInputs()), { orgId: setting.orgId, members });
    });

    it("gives no id where it is certainly gone", async () => {
      const { id, outputs } = await setting.make("organization", { name: "Made" });
      await setting.simulator.putState((state) => {
        state.organizations = state.organizations.filter((one) => one.id !== id);
        delete state.invites[id];
      });
      await setting.startAnew(setting.simulator.env);
      assert.equal((await setting.calls.read("organization", id, outputs)).getId(), "");
    });

    const wrong: [Kind, string, RegExp][] = [
      ["organization", "acme", /Organization: the id must be .*24 hex digits/],
      ["orgMembership", ann, /orgId\/email/],
      ["orgMember", ann, /orgId\//],
      ["orgInvite", `${elsewhere}`, /orgId\/email/],
      ["orgRoster", `${elsewhere}/everybody`, /orgId\/roster/],
    ];
    for (const [kind, id, reason] of wrong) {
      it(`${kind}: says which form an id has, for ${id}`, async () => {
        await assert.rejects(setting.calls.read(kind, id), { message: reason });
        assert.equal((await setting.simulator.requests()).total, 0);
      });
    }

    const absent: [Kind, (orgId: string) => string][] = [
      ["organization", () => elsewhere],
      ["orgMembership", (orgId) => `${orgId}/nobody@example.com`],
      ["orgMember", (orgId) => `${orgId}/${elsewhere}`],
      ["orgInvite", (orgId) => `${orgId}/nobody@example.com`],
      ["orgRoster", () => `${elsewhere}/roster`],
    ];
    for (const [kind, id] of absent) {
      it(`${kind}: names what is not there for an import`, async () => {
        await assert.rejects(setting.calls.read(kind, id(setting.orgId)), ({ message }) => {
          assert.match(message, /nobody@example\.com|575ed70c7ae143cd83dc4aa9/);
          return true;
        });
      });
    }

    it("fails without a token: a lost one must not hide drift", async () => {
      const { id, inputs, outputs } = await setting.make("orgMembership", { email: ann, role: "view" });
      await setting.startAnew({ LOSANT_API_URL: setting.simulator.url });
      await assert.rejects(
        setting.calls.read("orgMembership", id, outputs, inputs, "one"),
        /No API token is set.* set LOSANT_OFFLINE=true/,
      );
    });

    it("answers what is recorded where nothing is to be compared, and says so once", async () => {
      const { id, inputs, outputs } = await setting.make("orgMembership", { email: ann, role: "view" });
      await setting.startAnew({ LOSANT_API_URL: setting.simulator.url, LOSANT_OFFLINE: "true" });
      await setting.simulator.clearRequests();
      for (const name of ["one", "other"]) {
        const answer = await setting.calls.read("orgMembership", id, outputs, inputs, name);
        assert.deepEqual(
          [answer.getId(), inClear(answer.getProperties()), fromMessage(answer.getInputs())],
          [id, outputs, inputs],
        );
      }
      const warnings = setting.calls.plugin.lines.filter(({ severity }) => severity === "warning");
      assert.deepEqual(
        warnings.map(({ text }) => text.split(".")[0]),
        ["nothing was compared with the live organization"],
      );
      assert.equal((await setting.simulator.requests()).total, 0);
    });
  });

  describe("Invoke", () => {
    it("gives the answer of a data function", async () => {
      await setting.simulator.addMember({ email: ann, role: "view" });
      const args = { orgId: setting.orgId, email: ann };
      const answer = await setting.calls.invoke("losant:index:getMember", args);
      assert.equal(fromMessage(answer.getReturn()).role, "view");
    });

    it("tells all that is wrong with the arguments, by name", async () => {
      const answer = await setting.calls.invoke("losant:index:getMember", { orgId: "acme", mail: ann });
      const failures = answer.getFailuresList().map((one) => one.getProperty());
      assert.deepEqual(failures, ["mail", "orgId", "userId or email"]);
    });

    it("refuses a function that is none, and tells what Losant said", async () => {
      await assert.rejects(setting.calls.invoke("losant:index:getNothing", {}), /There is no function/);
      const answer = setting.calls.invoke("losant:index:getOrganization", { orgId: elsewhere });
      await assert.rejects(answer, /404/);
    });

    it("sees what a resource changed in the same run", async () => {
      await setting.simulator.addMember({ email: ann, role: "view" });
      const args = { orgId: setting.orgId, email: ann };
      await setting.calls.invoke("losant:index:getMember", args);
      await setting.make("orgMember", { email: ann, role: "edit" });
      const answer = await setting.calls.invoke("losant:index:getMember", args);
      assert.equal(fromMessage(answer.getReturn()).role, "edit");
    });
  });
});
