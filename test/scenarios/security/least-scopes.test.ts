import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, bob } from "../../support/one-person";
import { owner, StackSetting } from "../../support/stack-setting";
import { documentedScopes } from "./scopes";

const nothing: Program = {};

/** Tried where something changes, for a warning; nothing is said of a refusal. */
const optional = ["userApiTokens.get"];

onBothFaces("the least scopes of SECURITY.md", (face) => {
  const setting = StackSetting.inSuite(face);

  /** Programs, one after the other, that lead a feature through all that it may call. */
  const features: Record<string, () => Program[]> = {
    "Organization that is adopted": () => [
      { it: setting.resource("organization", { description: "one" }) },
      { it: setting.resource("organization", { description: "two" }) },
      nothing,
    ],
    "Organization that is created": () => [
      { it: { kind: "organization", args: { name: "New" } } },
      { it: { kind: "organization", args: { name: "New", description: "two" } } },
      nothing,
    ],
    'Organization with deletionPolicy: "delete"': () => [
      { it: setting.resource("organization", { deletionPolicy: "delete", forceDestroy: true }) },
      {
        it: setting.resource("organization", {
          deletionPolicy: "delete",
          forceDestroy: true,
          description: "",
        }),
      },
      {
        it: setting.resource("organization", {
          deletionPolicy: "delete",
          forceDestroy: true,
          description: "x",
        }),
      },
      nothing,
    ],
    OrgMembership: () => [
      people("orgMembership", "view", "view"),
      people("orgMembership", "edit", "edit"),
      nothing,
    ],
    OrgRoster: () => [roster("view"), roster("edit"), roster()],
    OrgMember: () => [
      { bob: setting.resource("orgMember", { email: bob, role: "edit" }) },
      { bob: setting.resource("orgMember", { email: bob, role: "collaborate" }) },
      nothing,
    ],
    OrgInvite: () => [
      { ann: setting.resource("orgInvite", { email: ann, role: "view" }) },
      { ann: setting.resource("orgInvite", { email: ann, role: "edit" }) },
      nothing,
    ],
    ResourceTransfer: () => [transfer(), nothing],
  };

  const people = (kind: "orgMembership", annsRole: string, bobsRole: string): Program => ({
    ann: setting.resource(kind, { email: ann, role: annsRole }),
    bob: setting.resource(kind, { email: bob, role: bobsRole }),
  });
  const roster = (role?: string): Program => {
    const others = role === undefined ? {} : { [ann]: role, [bob]: role };
    return { all: setting.resource("orgRoster", { members: { [owner]: "admin", ...others } }) };
  };
  const transfer = (): Program => ({
    it: setting.resource("resourceTransfer", {
      destinationId: setting.simulator.userId,
      destinationType: "user",
      applicationIds: [applicationId],
    }),
  });
  let applicationId = "";

  /** Errors and warnings of a token with these scopes, and what was called. */
  async function runWith(scopes: readonly string[], programs: () => Program[]) {
    setting.reset();
    await setting.simulator.addMember({ email: bob, role: "view" });
    await setting.simulator.putState((state) => {
      applicationId = state.applications[0]?.id ?? "";
      state.tokenScopes = [...scopes];
    });
    const problems: string[] = [];
    for (const program of programs()) {
      const { errors, printed } = await setting.engine.up(program);
      problems.push(...errors, ...(printed.match(/^warning: .*/gm) ?? []));
    }
    const { byAction } = await setting.simulator.requests();
    const called = Object.keys(byAction).filter((action) => !optional.includes(action));
    return { problems, called: called.sort() };
  }

  const documented = documentedScopes();

  it("are told for every feature", () => {
    assert.deepEqual(Object.keys(documented).sort(), Object.keys(features).sort());
  });

  for (const [feature, scopes] of Object.entries(documented)) {
    it(`are enough for ${feature}, and each is needed`, async () => {
      const { problems, called } = await runWith(scopes, features[feature] ?? (() => []));
      assert.deepEqual(problems, []);
      assert.deepEqual(called, [...scopes].sort());
    });
  }
});
