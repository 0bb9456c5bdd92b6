import * as pulumi from "@pulumi/pulumi";
import { asciiLowerCase } from "../../client/text";
import { isEventual } from "../inputs";
import { currentDeclarations } from "./declarations";

/**
 * Refuses a second declaration of an organization, with both names: at once where the id is plain, else when it
 * becomes known. The id of a new organization is declared by nobody else. Gives the arguments to go on with.
 */
export function declareOrganization<Args extends { orgId?: pulumi.Input<string> }>(
  name: string,
  args: Args,
): Args {
  const declarations = currentDeclarations();
  const declare = (orgId: unknown) => {
    if (typeof orgId === "string") declarations?.addOrganization(asciiLowerCase(orgId), name);
  };
  if (isEventual(args.orgId)) return { ...args, orgId: pulumi.output(args.orgId).apply(checkedBy(declare)) };
  declare(args.orgId);
  return args;
}

function checkedBy<Value>(check: (value: Value) => void): (value: Value) => Value {
  return (value) => {
    check(value);
    return value;
  };
}
