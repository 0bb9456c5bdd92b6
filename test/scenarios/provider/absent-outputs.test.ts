import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectFolder } from "../../../tools/set-up/project";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ok, owner, StackSetting } from "../../support/stack-setting";

const PublishedSchema = z.object({
  resources: z.record(z.string(), z.object({ properties: z.record(z.string(), z.unknown()) })),
});

/** The outputs that the published schema promises for a class. */
function promised(className: string): string[] {
  const text = readFileSync(join(projectFolder, "native/schema.json"), "utf8");
  const { resources } = PublishedSchema.parse(JSON.parse(text));
  return Object.keys(resources[`losant:index:${className}`]?.properties ?? {}).sort();
}

const shown = (outputs: object) =>
  Object.keys(outputs)
    .filter((name) => !name.startsWith("__"))
    .sort();

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
      assert.deepEqual(shown(setting.engine.outputs("one")), promised(name));
      assert.equal((await setting.engine.preview(program())).operations.one, "same");
      assert.deepEqual(shown(setting.engine.outputs("one")), promised(name));
    });

    it(`are null where a program gets ${name} by its id`, async () => {
      ok(await setting.engine.up(program()));
      const { props } = await setting.reading(resource().kind, id());
      assert.deepEqual(shown(props), promised(name));
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
