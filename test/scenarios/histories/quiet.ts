import { isDeepStrictEqual } from "node:util";
import { type Role, roles } from "../../../provider/vocabulary/roles";
import type { RecordedResource } from "../../support/provider-calls";
import type { Properties } from "../../support/provider-messages";

import { people } from "./actions";
import { DeclaredNow } from "./declared-now";
import { type Declaration, type DeclaredProgram, kinds, rolesOf, type Statement } from "./declared-program";
import type { HistoryEngine } from "./in-process";
import type { Losant } from "./losant";
import { followAddress, type World } from "./perform";
import { otherThanStated } from "./settings";
import { areSame, type Subject, subjectsOf } from "./subjects";

/** Takes out of a program what can never come true, and what waits for a person's decision. */
export function settleProgram(world: World, engine: HistoryEngine): void {
  const { losant, program } = world;
  losant.organization.limits.member = 1000;
  for (const who of people.keys()) followUnclear(world, engine, who);
  for (const who of people.keys()) takeOutUnclear(world, engine, who);
  for (const [who, { email }] of program.followers) settlePair(losant, program, who, email);
  for (const who of [...program.singles.keys()]) settleSingle(losant, program, engine, who);
  if (program.roster) settleRoster(program.roster);
  else raiseRecordedLimit(engine);
}

/** As a person does whose program was refused: they state the new address of whose old one has passed to somebody else. */
function followUnclear(world: World, engine: HistoryEngine, who: number): void {
  const { losant, program } = world;
  const stated = program.statementOf(who);
  const now = losant.addresses.of(who);
  if (!stated || stated.email === now || !losant.member(stated.email)) return;
  const own = recordedBy(engine, stated)?.userId;
  if (own === undefined || own !== losant.account(now)?.userId) followAddress(world, who);
}

/** Whom a resource of the stack records by the address that it goes on stating. */
function recordedBy(engine: HistoryEngine, stated: Statement): Subject | undefined {
  const recorded = engine
    .recorded()
    .filter(({ name, resource }) => name === stated.name && resource.kind === kinds[stated.kind]);
  return recorded.flatMap(({ resource }) => subjectsOf(resource)).find(({ email }) => email === stated.email);
}

/** Nobody is declared anew by an address by which the stack knows another member, before it knows that one's new address. */
function takeOutUnclear({ losant, program }: World, engine: HistoryEngine, who: number): void {
  const stated = program.statementOf(who);
  if (!stated) return;
  const own = recordedBy(engine, stated);
  if (own) return takeOutFollower(losant, program, own, who);
  const recorded = engine.recorded().flatMap(({ resource }) => subjectsOf(resource));
  const former = recorded.filter(({ email }) => email === stated.email).map(({ userId }) => userId);
  const isAnother = losant.members.some(
    ({ email, userId }) => email !== stated.email && former.includes(userId),
  );
  if (isAnother && losant.member(stated.email)) program.takeOut(who);
}

/** An address by which its resource follows somebody else means that one, whom another resource may state. */
function takeOutFollower(losant: Losant, program: DeclaredProgram, { userId }: Subject, who: number): void {
  const isThem = losant.account(losant.addresses.of(who))?.userId === userId;
  if (!isThem && losant.members.some((member) => member.userId === userId)) program.takeOut(who);
}

function settleRoster(roster: NonNullable<DeclaredProgram["roster"]>): void {
  roster.isFirst = false;
  const { unmanaged, ...options } = roster.options;
  roster.options = {
    ...options,
    unmanaged: unmanaged === "fail" ? "warn" : unmanaged,
    renewal: "always",
    minAdmins: undefined,
    maxRemovals: undefined,
  };
}

/** As a person does who declares a dropped roster again with another limit, for its removals to go on. */
function raiseRecordedLimit(engine: HistoryEngine): void {
  const roster = engine.recorded().find(({ resource }) => resource.kind === "orgRoster");
  if (roster) delete roster.resource.outputs.maxRemovals;
}

/** An invite and the member that came of it: what is over by now is taken out. */
function settlePair(
  losant: Losant,
  { singles, followers }: DeclaredProgram,
  who: number,
  email: string,
): void {
  const follower = followers.get(who);
  const isMember = losant.members.some((one) => one.email === email);
  if (isMember && follower) singles.set(who, follower);
  followers.delete(who);
}

function settleSingle(losant: Losant, program: DeclaredProgram, engine: HistoryEngine, who: number): void {
  const single = program.singles.get(who);
  if (!single) return;
  const { kind, name, email, userId } = single;
  if (single.kind !== "OrgMember" && single.kind !== "OrgMember by userId") {
    single.wish = { ...single.wish, renewal: "always" };
  }
  const isById = kind === "OrgMember by userId";
  const isMember = losant.members.some((one) => (isById ? one.userId === userId : one.email === email));
  if ((isById || kind === "OrgMember") && !isMember) program.takeOut(who);
  if (kind !== "OrgInvite") return;
  const recorded = engine.recorded().find((one) => one.name === name && one.resource.kind === "orgInvite");
  const isAccepted = isMember || recorded?.resource.outputs.status === "accepted";
  if (recorded && isAccepted) single.wish = { ...single.wish, ...acceptedRoles(recorded.resource) };
}

/** What the next refresh makes of the roles that are stated: after a failed update the inputs are older. */
function acceptedRoles({ inputs, outputs }: { inputs: Properties; outputs: Properties }) {
  const stated = Object.entries(outputs).filter(([name]) => inputs[name] !== undefined);
  const { role, applicationRoles, dashboardRoles }: Properties = Object.fromEntries(stated);
  return {
    role: roles.find((one) => one === role) ?? "none",
    applications: Array.isArray(applicationRoles) ? applicationRoles.length : undefined,
    dashboards: Array.isArray(dashboardRoles) ? dashboardRoles.length : undefined,
  };
}

/** What is not as the program declares it. */
export function isAsDeclared({ losant, program }: World, engine: HistoryEngine): string[] {
  const owner = { email: "owner@example.com", userId: losant.store.state.userId };
  const declared = new DeclaredNow(program, engine.recorded(), owner, losant.members);
  const problems = declared.declarations.map((one) => problemOf(one, declared, losant, engine));
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
