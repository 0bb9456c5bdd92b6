import { nativeFace } from "../faces/native";
import { OrgInvite as DynamicOrgInvite } from "../org-invite";
import { OrgMember as DynamicOrgMember } from "../org-member";
import { OrgMembership as DynamicOrgMembership } from "../org-membership";
import { OrgRoster as DynamicOrgRoster } from "../org-roster";
import { Organization as DynamicOrganization } from "../organization";
import { ResourceTransfer as DynamicResourceTransfer } from "../resource-transfer";

/** As `Organization` of `pulumi-losant`, run by the native plugin. */
export class Organization extends DynamicOrganization {
  protected static override readonly face = nativeFace;
}

/** As `OrgMember` of `pulumi-losant`, run by the native plugin. */
export class OrgMember extends DynamicOrgMember {
  protected static override readonly face = nativeFace;
}

/** As `OrgInvite` of `pulumi-losant`, run by the native plugin. */
export class OrgInvite extends DynamicOrgInvite {
  protected static override readonly face = nativeFace;
}

/** As `OrgMembership` of `pulumi-losant`, run by the native plugin. */
export class OrgMembership extends DynamicOrgMembership {
  protected static override readonly face = nativeFace;
}

/** As `OrgRoster` of `pulumi-losant`, run by the native plugin. */
export class OrgRoster extends DynamicOrgRoster {
  protected static override readonly face = nativeFace;
}

/** As `ResourceTransfer` of `pulumi-losant`, run by the native plugin. */
export class ResourceTransfer extends DynamicResourceTransfer {
  protected static override readonly face = nativeFace;
}
