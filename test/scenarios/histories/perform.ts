import type { Member } from "../../../simulator/entities/member";
import type { Act, ActOnPerson, SingleKind } from "./actions";
import type { Losant } from "./losant";
import { performByHand } from "./perform-by-hand";
import { setByHand } from "./settings";
import type { World } from "./world";

const hour = 60 * 60 * 1000;

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

function performOn(world: World, act: ActOnPerson, email: string): void {
  const { losant, program } = world;
  const member = losant.member(email);
  switch (act.act) {
    case "declare": {
      const kind = possibleKind(act.kind, member);
      program.declare(act.who, kind, email, member?.userId, act.desired);
      break;
    }
    case "enroll":
      program.enroll(act.who, email, act.desired);
      break;
    case "follow invite":
      if (!member) return;
      if (!program.hasInvite(act.who)) program.declare(act.who, "OrgInvite", email, undefined, act.desired);
      program.followInvite(act.who, email, act.desired);
      break;
    case "change":
      program.change(act.who, act.desired);
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
