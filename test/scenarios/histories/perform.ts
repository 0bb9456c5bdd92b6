import type { Member } from "../../../simulator/entities/member";
import type { Act, SingleKind } from "./actions";
import { type DeclaredProgram, listOf } from "./declared-program";
import type { Emails } from "./emails";
import type { Losant } from "./losant";
import { setByHand } from "./settings";

const hour = 60 * 60 * 1000;

/** What acts act upon. */
export interface World {
  losant: Losant;
  program: DeclaredProgram;
  emails: Emails;
}

/** Does one act; one that makes no sense as things are does nothing. */
export function perform(world: World, act: Act): void {
  const { losant, program } = world;
  if (act.act === "roster") program.setRoster(act.options, act.isFirst);
  else if (act.act === "drop roster") program.roster = undefined;
  else if (act.act === "organization") program.settings = act.settings;
  else if (act.act === "drop organization") program.settings = undefined;
  else if (act.act === "set by hand") setByHand(losant, act.settings);
  else if (act.act === "pass hours") losant.advance(act.hours * hour);
  else if (act.act === "free seats") setSeats(losant, act.seats);
  else performOn(world, act, losant.addresses.of(act.who));
}

type ActOnPerson = Extract<Act, { who: number }>;

function performOn(world: World, act: ActOnPerson, email: string): void {
  const { losant, program } = world;
  const member = losant.member(email);
  switch (act.act) {
    case "declare": {
      const kind = possibleKind(act.kind, member);
      program.declare(act.who, kind, email, member?.userId, act.wish);
      break;
    }
    case "enroll":
      program.enroll(act.who, email, act.wish);
      break;
    case "follow invite":
      if (!member) return;
      if (!program.hasInvite(act.who)) program.declare(act.who, "OrgInvite", email, undefined, act.wish);
      program.followInvite(act.who, email, act.wish);
      break;
    case "change":
      program.change(act.who, act.wish);
      break;
    case "take out":
      program.takeOut(act.who);
      break;
    case "rename":
      program.rename(act.who);
      break;
    case "swap resources":
      program.swap(act.who, act.other, act.deleteBeforeReplace);
      return;
    case "resend":
      program.resend(act.who);
      break;
    case "follow address":
      followAddress(world, act.who);
      return;
    default:
      performByHand(world, act, email, member);
      return;
  }
  stateOnce(world, act.who);
}

/** States somebody by the address that they have. */
export function followAddress(world: World, who: number): void {
  world.program.followAddress(who, world.losant.addresses.of(who));
  stateOnce(world, who);
}

/** Whoever else is stated by an address that a person is stated by now, is stated by the one that they have. */
function stateOnce(world: World, who: number): void {
  for (const other of world.program.othersStatedLike(who)) followAddress(world, other);
}

function performByHand(
  { losant, emails }: World,
  act: ActOnPerson,
  email: string,
  member: Member | undefined,
): void {
  const { organization } = losant;
  switch (act.act) {
    case "accept":
      losant.accept(email);
      break;
    case "decline":
    case "revoke by hand":
      losant.decline(email);
      break;
    case "invite by hand":
      if (member) return;
      losant.decline(email);
      losant.invite(email, act.role);
      emails.byHand(email);
      break;
    case "remove by hand":
      organization.members = organization.members.filter((one) => one !== member);
      return;
    case "set role by hand":
      if (member) member.role = act.role;
      return;
    case "set applications by hand":
      if (member) member.applicationRoles = listOf(act.applications, 3) ?? [];
      return;
    case "change address":
      changeAddress(losant, act.who, losant.addresses.another(act.who));
      return;
    case "pass on address":
      changeAddress(losant, act.who, losant.addresses.another(act.who));
      if (losant.addresses.of(act.who) !== email) losant.addMember(email, "view");
      return;
    case "move to address":
    case "swap addresses":
      if (act.who !== act.other) takeAddress(losant, act);
  }
}

/** Only somebody with an account has an address that they can change. */
function changeAddress(losant: Losant, who: number, to: string): void {
  const from = losant.addresses.of(who);
  if (!losant.account(from)) return;
  losant.changeAddress(from, to);
  losant.addresses.give(who, to);
}

/** The other one's address becomes theirs, and the other one has a new one, or the one that they had. */
function takeAddress(
  losant: Losant,
  { act, who, other }: Extract<Act, { act: "move to address" | "swap addresses" }>,
): void {
  const [own, wanted, between] = [
    losant.addresses.of(who),
    losant.addresses.of(other),
    losant.addresses.another(other),
  ];
  changeAddress(losant, other, between);
  if (losant.addresses.of(other) !== between) return;
  changeAddress(losant, who, wanted);
  if (act === "swap addresses" && losant.addresses.of(who) === wanted) changeAddress(losant, other, own);
}

/** An OrgMember is declared of members only, as a new one is refused otherwise. */
function possibleKind(kind: SingleKind, member: Member | undefined): SingleKind {
  return member || kind === "OrgInvite" ? kind : "OrgMembership";
}

function setSeats(losant: Losant, free: number): void {
  const { members, limits } = losant.organization;
  limits.member = members.length + losant.validInvites.length + free;
}

/** Makes people members as a history begins. */
export function settle(losant: Losant, roles: (Member["role"] | undefined)[]): void {
  roles.forEach((role, who) => {
    if (role !== undefined) losant.addMember(losant.addresses.of(who), role);
  });
}
