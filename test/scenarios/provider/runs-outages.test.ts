import assert from "node:assert/strict";
import { htmlPage } from "../../support/answer-proxy";
import { onBothFaces } from "../../support/faces";
import { ann, bob, carol } from "../../support/one-person";
import { ProxiedSetting } from "../../support/proxied-setting";
import { ok } from "../../support/stack-setting";

/** One try a request, so that a single failure is one to the run. */
onBothFaces("a request that failed once", (face) => {
  const setting = ProxiedSetting.inSuite(face, { LOSANT_MAX_ATTEMPTS: "1" });

  beforeEach(async () => {
    await setting.simulator.addMember({ email: ann, role: "admin" });
    await setting.simulator.addMember({ email: bob, role: "admin" });
    await setting.simulator.addMember({ email: carol, role: "view" });
  });

  const people = [ann, bob, carol];
  const program = (kind: "orgMember" | "orgMembership", role?: string) =>
    Object.fromEntries(
      people.map((email) => [email, setting.resource(kind, { email, ...(role && { role }) })]),
    );
  const declared = (kind: "orgMember" | "orgMembership") => ({
    ...program(kind, "admin"),
    [carol]: setting.resource(kind, { email: carol, role: "view" }),
  });
  const standing = () => Promise.all(people.map((email) => setting.live(email)));

  for (const kind of ["orgMember", "orgMembership"] as const) {
    for (const number of [1, 2, 3]) {
      it(`${kind}: reading the organization, the time ${number}, stops at most one change of the run`, async () => {
        ok(await setting.engine.up(declared(kind)));
        setting.proxy.add({
          request: setting.organizationRequest,
          after: number - 1,
          times: 1,
          answer: htmlPage(503),
        });
        const { errors } = await setting.engine.up(program(kind, "edit"), { refresh: false });
        assert.ok(errors.length <= 1, errors.join("\n"));
        const changed = (await standing()).filter((one) => one === "member edit").length;
        assert.ok(changed >= people.length - 1, (await standing()).join());
      });
    }

    it(`${kind}: asking for the authenticated user stops at most one change of the run`, async () => {
      ok(await setting.engine.up(declared(kind)));
      await setting.simulator.fault({ action: "me.get", status: 503 });
      const { errors } = await setting.engine.up(program(kind, "edit"), { refresh: false });
      assert.ok(errors.length <= 1, errors.join("\n"));
    });

    for (const action of ["org.pendingInvites", "me.get", "org.get"]) {
      it(`${kind}: ${action} stops at most one removal of the run`, async () => {
        ok(await setting.engine.up(declared(kind)));
        await setting.simulator.fault({ action, status: 503 });
        const { errors } = await setting.engine.up({}, { refresh: false });
        assert.ok(errors.length <= 1, errors.join("\n"));
        const absent = (await standing()).filter((one) => one === "absent").length;
        assert.ok(absent >= people.length - 1, (await standing()).join());
        ok(await setting.engine.up({}));
        assert.deepEqual(await standing(), ["absent", "absent", "absent"]);
      });
    }
  }

  it("is not remembered between a roster's check and its work", async () => {
    const roster = (role: string) => setting.roster({ [ann]: role, [bob]: role, [carol]: "edit" });
    ok(await setting.engine.up(roster("admin")));
    setting.proxy.add({ request: setting.organizationRequest, after: 1, times: 1, answer: htmlPage(503) });
    await setting.engine.up(roster("edit"), { refresh: false });
    setting.proxy.reset();
    ok(await setting.engine.up(roster("edit")));
    assert.deepEqual(await standing(), ["member edit", "member edit", "member edit"]);
  });
});
