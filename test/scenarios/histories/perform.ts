import type { Member } from "../../../simulator/entities/member";
import { memberOf } from "../../../simulator/store/seed";
import { type Act, addressOf, people, type SingleKind } from "./actions";
import { type DeclaredProgram, listOf } from "./declared-program";
import type { Emails } from "./emails";
import type { Losant } from "./losant";

const hour = 60 * 60 * 1000;

/** What acts act upon. */
export interface World {
  losant: Losant;
  program: DeclaredProgram;
  emails: Emails;
  /** People whose address has changed. */
  moved: Set<number>;
}

/** Does one act; one that makes no sense as things are does nothing. */
export function perform(world: World, act: Act): void {
  const { losant, program } = world;
  if (act.act === "roster") program.setRoster(act.options, act.isFirst);
  else if (act.act === "drop roster") program.roster = undefined;
  else if (act.act === "pass hours") losant.advance(act.hours * hour);
  else if (act.act === "free seats") setSeats(losant, act.seats);
  else performOn(world, act, addressOf(act.who, world.moved.has(act.who)));
}

type ActOnPerson = Extract<Act, { who: number }>;

function performOn(world: World, act: ActOnPerson, email: string): void {
  const { losant, program } = world;
  const member = losant.member(email);
  switch (act.act) {
    case "declare": {
      const kind = possibleKind(act.kind, member);
      program.declare(act.who, kind, email, member?.userId, act.wish);
      return;
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
    case "resend":
      program.resend(act.who);
      break;
    case "follow address":
      program.followAddress(act.who, email);
      break;
    default:
      performByHand(world, act, email, member);
      break;
  }
}

function performByHand(
  { losant, emails, moved }: World,
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
      if (member && !moved.has(act.who)) moveTo(losant, member, addressOf(act.who, true), moved, act.who);
  }
}

function moveTo(losant: Losant, member: Member, email: string, moved: Set<number>, who: number): void {
  moved.add(who);
  member.email = email;
  const person = losant.store.person(member.userId);
  if (person) person.email = email;
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
    if (role === undefined) return;
    const email = addressOf(who);
    const name = {
      firstName: people[who] ?? "",
      lastName: "",
      twoFactorAuthEnabled: false,
      ssoLinked: false,
    };
    const person = { userId: losant.store.nextId(), email, ...name };
    losant.store.state.people.push(person);
    losant.organization.members.push(memberOf(person, role));
  });
}
