import { roles } from "../../../provider/vocabulary/roles";
import type { Properties } from "../../support/provider-messages";
import { people } from "./actions";
import type { DeclaredProgram, Statement } from "./declared-program";
import type { HistoryEngine } from "./in-process";
import type { Losant } from "./losant";
import { followAddress } from "./perform";
import { kinds } from "./stated-arguments";
import { type Subject, subjectsOf } from "./subjects";
import type { World } from "./world";

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
  if (own) {
    takeOutFollower(losant, program, own, who);
    if (meansAnotherDeclared({ losant, program }, engine, stated)) program.takeOut(who);
    return;
  }
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

/** Once who was followed is gone, their address means whoever has it: somebody whom another resource may follow. */
function meansAnotherDeclared(
  { losant, program }: Pick<World, "losant" | "program">,
  engine: HistoryEngine,
  stated: Statement,
): boolean {
  const holder = losant.member(stated.email)?.userId;
  const others = [...people.keys()].flatMap((who) => program.statementOf(who) ?? []);
  return others.some(
    (other) =>
      other.email !== stated.email && holder !== undefined && recordedBy(engine, other)?.userId === holder,
  );
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
    single.desired = { ...single.desired, renewal: "always" };
  }
  const isById = kind === "OrgMember by userId";
  const isMember = losant.members.some((one) => (isById ? one.userId === userId : one.email === email));
  if ((isById || kind === "OrgMember") && !isMember) program.takeOut(who);
  if (kind !== "OrgInvite") return;
  const recorded = engine.recorded().find((one) => one.name === name && one.resource.kind === "orgInvite");
  const isAccepted = isMember || recorded?.resource.outputs.status === "accepted";
  if (recorded && isAccepted) single.desired = { ...single.desired, ...acceptedRoles(recorded.resource) };
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
