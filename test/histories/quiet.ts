import { isDeepStrictEqual } from "node:util";
import type { Role } from "../../provider/vocabulary/roles";
import { roles } from "../../provider/vocabulary/roles";
import type { Properties } from "../support/provider-messages";
import { DeclaredNow } from "./declared-now";
import { type Declaration, rolesOf, rosterName } from "./declared-program";
import type { HistoryEngine } from "./in-process";
import type { World } from "./perform";
import { subjectsOf } from "./subjects";

/** Takes out of a program what can never come true, and what waits for a person's decision. */
export function settleProgram({ losant, program }: World, engine: HistoryEngine): void {
  losant.organization.limits.member = 1000;
  for (const [who, single] of [...program.singles]) {
    if (single.wish.renewal === "manual") single.wish = { ...single.wish, renewal: "automatic" };
    const { members } = losant.organization;
    const isById = single.kind === "OrgMember by userId";
    const member = members.find((one) =>
      isById ? one.userId === single.userId : one.email === single.email,
    );
    if (single.kind.startsWith("OrgMember") && single.kind !== "OrgMembership" && !member)
      program.takeOut(who);
    const inputs = engine
      .recorded()
      .find(({ name, resource }) => name === single.name && resource.kind === "orgInvite");
    if (single.kind === "OrgInvite" && inputs && (member || inputs.resource.outputs.status === "accepted"))
      single.wish = { ...single.wish, ...rolesFrom(inputs.resource.inputs) };
  }
  const { roster } = program;
  if (!roster) return;
  roster.isFirst = false;
  const { unmanaged, renewal, ...options } = roster.options;
  roster.options = {
    ...options,
    unmanaged: unmanaged === "fail" ? "warn" : unmanaged,
    renewal: renewal && "automatic",
    minAdmins: undefined,
    maxRemovals: undefined,
  };
}

function rolesFrom({ role, applicationRoles, dashboardRoles }: Properties) {
  return {
    role: roles.find((one) => one === role) ?? "none",
    applications: Array.isArray(applicationRoles) ? applicationRoles.length : undefined,
    dashboards: Array.isArray(dashboardRoles) ? dashboardRoles.length : undefined,
  };
}

/** What is not as the program declares it. */
export function isAsDeclared({ losant, program }: World, engine: HistoryEngine): string[] {
  const owner = { email: "owner@example.com", userId: losant.store.state.userId };
  const declared = new DeclaredNow(program, engine.recorded(), owner);
  const problems = declared.declarations.map((one) => problemOf(one));
  const strangers = losant.organization.members.filter((member) => !declared.has(member));
  const invited = losant.validInvites.filter(({ email }) => !declared.has({ email }));
  const unwanted =
    program.roster && program.rosterOptions.unmanaged === "remove" ? [...strangers, ...invited] : [];
  const kept = engine
    .recorded()
    .flatMap(({ name, resource }) =>
      program.program()[name] ? subjectsOf(resource) : [{ email: name, isReleased: false }],
    )
    .filter((one) => !one.isReleased && !declared.has({ userId: undefined, ...one }));
  return [
    ...problems.filter((problem) => problem !== undefined),
    ...unwanted.map(({ email }) => `${email} is not declared, and not removed by the roster`),
    ...kept.map(({ email }) => `${email} was taken out, and is still recorded`),
  ];

  function problemOf(one: Declaration): string | undefined {
    const userId = declared.userIdOf(one);
    const member = losant.organization.members.find(
      (candidate) => candidate.userId === userId || candidate.email === one.email,
    );
    const name = one.email || userId;
    if (member) return one.kind === "OrgInvite" ? undefined : differenceOf(member, one, `member ${name}`);
    const recorded = engine
      .recorded()
      .find(({ resource }) => resource.kind === "orgInvite" && resource.outputs.email === one.email);
    if (one.kind === "OrgInvite" && recorded?.resource.outputs.status === "accepted") return undefined;
    const invite = losant.validInvites.find(({ email }) => email === one.email);
    return invite
      ? differenceOf(invite, one, `invite of ${name}`)
      : `${name} is declared, and neither a member nor invited`;
  }
}

function differenceOf(
  have: { role: Role; applicationRoles: object[]; dashboardRoles: object[] },
  { wish }: Declaration,
  name: string,
): string | undefined {
  for (const [list, wanted] of Object.entries(rolesOf(wish))) {
    const live = Object.entries(have).find(([key]) => key === list)?.[1];
    if (wanted !== undefined && !isDeepStrictEqual(sorted(live), wanted)) {
      return `${name} has ${list} ${JSON.stringify(live)}, declared is ${JSON.stringify(wanted)}`;
    }
  }
  return undefined;
}

function sorted(value: unknown): unknown {
  return Array.isArray(value)
    ? [...value].sort((one, other) => (one.resourceId < other.resourceId ? -1 : 1))
    : value;
}

export { rosterName };
