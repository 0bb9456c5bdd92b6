import * as pulumi from "@pulumi/pulumi";
import { asciiLowerCase, canonicalAddress } from "../../client/text";
import { isEventual } from "../inputs";
import type { PersonKind } from "./declarations";
import { currentDeclarations } from "./declarations";

/** Whom a resource declares. */
export interface PersonArgs {
  orgId: pulumi.Input<string>;
  email?: pulumi.Input<string>;
  userId?: pulumi.Input<string>;
}

/**
 * Refuses a second declaration of a person, with both names: at once where the values are plain, else when they
 * become known. What is missing is left to the provider's check. Gives the arguments to go on with.
 */
export function declarePerson<Args extends PersonArgs>(kind: PersonKind, name: string, args: Args): Args {
  const declarations = currentDeclarations();
  const person = args.email ?? args.userId;
  if (!declarations) return args;
  const declare = (orgId: unknown, who: unknown, isSecret: boolean) => {
    if (typeof orgId !== "string" || typeof who !== "string") return;
    const declared = { is: canonicalAddress(who), isSecret };
    declarations.addPerson(asciiLowerCase(orgId), declared, { kind, name });
  };
  if (isEventual(args.orgId) || isEventual(person)) return { ...args, ...whenKnown(args, declare) };
  declare(args.orgId, person, false);
  return args;
}

type Declare = (orgId: unknown, who: unknown, isSecret: boolean) => void;

/** The check must come before the value is used; an argument that is plain stays plain. */
function whenKnown(args: PersonArgs, declare: Declare): Partial<PersonArgs> {
  const person = args.email ?? args.userId;
  const name = args.email === undefined || args.email === null ? "userId" : "email";
  const isSecret = pulumi.isSecret(pulumi.output(person));
  const known = pulumi.all([args.orgId, person, isSecret]).apply((values) => {
    declare(...values);
    return values;
  });
  if (!isEventual(person)) return { orgId: known.apply(([orgId]) => orgId) };
  return { [name]: known.apply(([, who]) => who) };
}
