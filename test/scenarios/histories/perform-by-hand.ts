import type { Member } from "../../../simulator/entities/member";
import type { Act, ActOnPerson } from "./actions";
import type { Losant } from "./losant";
import { listOf } from "./stated-arguments";
import type { World } from "./world";

/** What somebody does in Losant's web pages. */
export function performByHand(
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
    case "set second factor":
      if (member) member.twoFactorAuthEnabled = act.isOn;
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
