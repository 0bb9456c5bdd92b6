import * as dynamic from "../../../sdk";
import * as native from "../../../sdk/native";
import { needsPackage } from "../../support/needs";

// The classes of the dynamic face insist that the program's folder has the provider.
needsPackage();

type Classes = Pick<
  typeof dynamic,
  "Organization" | "OrgMember" | "OrgInvite" | "OrgMembership" | "OrgRoster" | "ResourceTransfer"
>;

export const orgId = "575ed6e87ae143cd83dc4aa8";

/** Describes the same of what programs of both faces import. */
export function ofBothModules(title: string, suite: (losant: Classes) => void): void {
  describe(`${title} (pulumi-losant)`, () => suite(dynamic));
  describe(`${title} (pulumi-losant/native)`, () => suite(native));
}
