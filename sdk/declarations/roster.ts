import * as pulumi from "@pulumi/pulumi";
import { asciiLowerCase, canonicalAddress } from "../../client/text";
import { programError } from "../errors";
import { isEventual } from "../inputs";
import { currentDeclarations } from "./declarations";
import { singlesRegistered } from "./order";

/** What a roster says of people, as far as declarations go. */
interface RosterClaim {
  orgId: pulumi.Input<string>;
  members: pulumi.Input<Record<string, unknown>>;
  unmanaged?: pulumi.Input<string>;
}

/**
 * Declares everybody in a roster. One that may stand beside resources of single people is registered after those
 * of them that the program constructs in the same turn: the provider has checked them before the roster acts.
 */
export function declareRoster<Args extends RosterClaim>(
  name: string,
  args: Args,
  parent: pulumi.Resource | undefined,
): Args {
  const checked = { ...args, members: withUsableNames(name, args.members) };
  const { orgId, members, unmanaged } = checked;
  if (!currentDeclarations()) return checked;
  const isPlain = ![orgId, members, unmanaged].some(isEventual);
  if (isPlain) claim(name, orgId, unmanaged, namesIn(members));
  if (isPlain && unmanaged !== "ignore") return checked;
  // Who is in it is known, whatever is not known of them: else one of them would keep the whole plan from a preview.
  const names = isEventual(members) ? pulumi.output(members).apply(namesIn) : namesIn(members);
  const claimed = pulumi.all([orgId, unmanaged, names]).apply(async ([organization, policy, emails]) => {
    if (!isPlain) claim(name, organization, policy, emails);
    if (policy === "ignore") await singlesRegistered(organization, parent);
  });
  // The organization is a secret only where the program says so, whatever the members are.
  return { ...checked, orgId: pulumi.all([orgId, pulumi.unsecret(claimed)]).apply(([known]) => known) };
}

function claim(name: string, orgId: unknown, policy: unknown, emails: string[]): void {
  const declarations = currentDeclarations();
  if (!declarations || typeof orgId !== "string") return;
  const organization = asciiLowerCase(orgId);
  const roster = { kind: "OrgRoster", name } as const;
  declarations.addRoster(organization, name, policy !== "ignore");
  for (const email of emails) {
    const person = { is: canonicalAddress(email) };
    declarations.addPerson(organization, person, roster);
  }
}

function namesIn(members: unknown): string[] {
  return typeof members === "object" && members !== null ? Object.keys(members) : [];
}

/** Refuses a name that JavaScript would take for an object's prototype, which drops it without a word. */
function withUsableNames<Members>(name: string, members: pulumi.Input<Members>): pulumi.Input<Members> {
  const check = (known: Members) => {
    if (!namesIn(known).includes("__proto__")) return known;
    throw programError(`OrgRoster "${name}": members: __proto__ is not an email address; take it out.`);
  };
  if (pulumi.Output.isInstance(members)) return members.apply(check);
  return members instanceof Promise ? members.then(check) : check(members);
}
