import { isDeepStrictEqual } from "node:util";
import type { Role } from "../../../provider/vocabulary/roles";
import type { RecordedResource } from "../../support/provider-calls";
import { DeclaredNow } from "./declared-now";
import type { Declaration, DeclaredProgram } from "./declared-program";
import type { HistoryEngine } from "./in-process";
import type { Losant } from "./losant";
import { otherThanStated } from "./settings";
import { rolesOf } from "./stated-arguments";
import { areSame, subjectsOf } from "./subjects";
import type { World } from "./world";

/** What is not as the program declares it. */
export function isAsDeclared(world: World, engine: HistoryEngine): string[] {
  const { losant, program } = world;
  const owner = { email: "owner@example.com", userId: losant.store.state.userId };
  const declared = new DeclaredNow(program, engine.recorded(), owner, losant.members);
  const problems = declared.declarations.map((one) =>
    problemOf(inMeantime(one, declared, world), declared, losant, engine),
  );
  return [
    ...otherThanStated(losant, program.settings ?? {}),
    ...problems.filter((problem) => problem !== undefined),
    ...endedIn(losant, program, declared).map(
      (name) => `the access of ${name} has ended, and is still there`,
    ),
    ...strangersOf(losant, program, declared).map((email) => `${email} is a stranger whom the roster keeps`),
    ...keptOf(program, engine, declared).map((email) => `${email} was taken out, and is still recorded`),
  ];
}

/** With the role for the meantime, of whoever is to be an admin and lacks the second factor; who is an admin stays one. */
function inMeantime(one: Declaration, declared: DeclaredNow, { losant, program }: World): Declaration {
  const userId = declared.userIdOf(one);
  const member = losant.members.find((other) => areSame(other, { email: one.email, userId }));
  const mayBeAdmin = member?.twoFactorAuthEnabled || member?.role === "admin";
  if (one.desired.role !== "admin" || mayBeAdmin || !program.asksTwoFactorOf(one)) return one;
  return { ...one, desired: { ...one.desired, role: "edit" } };
}

/** Whose access has ended, and something of it is there; an invite that was accepted ends no membership. */
function endedIn(losant: Losant, program: DeclaredProgram, declared: DeclaredNow): string[] {
  const ended = program
    .endedDeclarations()
    .filter((one) => !declared.has({ ...one, email: one.email || undefined }));
  const isThere = (one: Declaration) => {
    const { kind, email } = one;
    const them = { email, userId: declared.recordedIdOf(one) };
    const isMember = losant.members.some((member) => areSame(member, them));
    const isInvited = losant.validInvites.some((one) => one.email === email);
    return (
      (isMember && kind !== "OrgInvite") ||
      (isInvited && !kind.startsWith("OrgMember ") && kind !== "OrgMember")
    );
  };
  return ended.filter(isThere).map(({ email, userId }) => email || (userId ?? ""));
}

function strangersOf(losant: Losant, program: DeclaredProgram, declared: DeclaredNow): string[] {
  if (!program.roster || program.rosterOptions.unmanaged !== "remove") return [];
  const members = losant.members.filter((member) => !declared.has(member));
  const invites = losant.validInvites.filter(({ email }) => !declared.has({ email }));
  return [...members, ...invites].map(({ email }) => email);
}

function keptOf(program: DeclaredProgram, engine: HistoryEngine, declared: DeclaredNow): string[] {
  const names = Object.keys(program.program());
  const recorded = engine.recorded();
  const deleted = recorded.filter(({ name }) => !names.includes(name)).map(({ name }) => name);
  const people = recorded
    .filter(({ name, resource }) => names.includes(name) && !managesNobody(resource))
    .flatMap(({ resource }) => subjectsOf(resource));
  const ended = program.endedDeclarations().map(({ email }) => email);
  const kept = people.filter((one) => !one.isReleased && !declared.has(one) && !ended.includes(one.email));
  return [...deleted, ...kept.map(({ email }) => email)];
}

/** Access that has ended, and an invite that was accepted. */
function managesNobody({ kind, outputs }: RecordedResource): boolean {
  return outputs.status === "ended" || (kind === "orgInvite" && outputs.status === "accepted");
}

function problemOf(
  one: Declaration,
  declared: DeclaredNow,
  losant: Losant,
  engine: HistoryEngine,
): string | undefined {
  const userId = declared.userIdOf(one);
  const { members } = losant;
  const member = members.find((other) => areSame(other, { email: one.email, userId }));
  const name = one.email || userId;
  if (member) return one.kind === "OrgInvite" ? undefined : differenceOf(member, one, `member ${name}`);
  if (one.kind === "OrgInvite" && wasAccepted(engine, one.email)) return undefined;
  const invite = losant.validInvites.find(({ email }) => email === one.email);
  if (invite) return differenceOf(invite, one, `invite of ${name}`);
  return `${name} is declared, and neither a member nor invited`;
}

function wasAccepted(engine: HistoryEngine, email: string): boolean {
  const invites = engine.recorded().filter(({ resource }) => resource.kind === "orgInvite");
  const recorded = invites.find(({ resource }) => resource.outputs.email === email);
  return recorded?.resource.outputs.status === "accepted";
}

function differenceOf(
  have: { role: Role; applicationRoles: object[]; dashboardRoles: object[] },
  { desired }: Declaration,
  name: string,
): string | undefined {
  for (const [list, wanted] of Object.entries(rolesOf(desired))) {
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
