import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { promisedOutputs, shownOutputs } from "../../support/promised-outputs";
import { ok, owner, StackSetting } from "../../support/stack-setting";

onBothFaces("outputs that are absent", (face) => {
  const setting = StackSetting.inSuite(face);

  const ann = "ann@example.com";
  const classes: Record<string, { program: () => Program[string]; id: () => string }> = {
    Organization: { program: () => setting.resource("organization", {}), id: () => setting.orgId },
    OrgMember: {
      program: () => setting.resource("orgMember", { email: owner }),
      id: () => `${setting.orgId}/${setting.simulator.userId}`,
    },
    OrgInvite: {
      program: () => setting.resource("orgInvite", { email: ann, role: "view" }),
      id: () => `${setting.orgId}/${ann}`,
    },
    OrgMembership: {
      program: () => setting.resource("orgMembership", { email: ann, role: "view" }),
      id: () => `${setting.orgId}/${ann}`,
    },
    OrgRoster: {
      program: () => setting.resource("orgRoster", { members: { [owner]: "admin" } }),
      id: () => `${setting.orgId}/roster`,
    },
  };

  for (const [name, { program: resource, id }] of Object.entries(classes)) {
    const program = (): Program => ({ one: resource() });

    it(`are recorded as null by ${name}, or previews take them for unknown`, async () => {
      ok(await setting.engine.up(program()));
      assert.deepEqual(shownOutputs(setting.engine.outputs("one")), promisedOutputs(name));
      assert.equal((await setting.engine.preview(program())).operations.one, "same");
      assert.deepEqual(shownOutputs(setting.engine.outputs("one")), promisedOutputs(name));
    });

    it(`are null where a program gets ${name} by its id`, async () => {
      ok(await setting.engine.up(program()));
      const { props } = await setting.reading(resource().kind, id());
      assert.deepEqual(shownOutputs(props), promisedOutputs(name));
    });

    it(`make no difference where an older release left them out of ${name}`, async () => {
      ok(await setting.engine.up(program()));
      const { outputs } = setting.engine.stack.get("one") ?? assert.fail();
      for (const [output, value] of Object.entries(outputs)) if (value === null) delete outputs[output];
      for (const refresh of [true, false]) {
        assert.equal((await setting.engine.preview(program(), { refresh })).operations.one, "same");
      }
    });
  }
});
