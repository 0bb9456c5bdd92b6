// Made by `npm run schema` from provider/calls/resource-kinds.ts, the states of provider/resources/ and client/configuration.ts.
export const kinds = {
  "Organization": {
    "handler": "organization",
    "outputs": [
      "orgId",
      "name",
      "description",
      "iconColor",
      "billingEmail",
      "planId",
      "cardToken",
      "mfaMode",
      "deletionPolicy",
      "forceDestroy",
      "memberCount",
      "pendingInviteCount",
      "memberLimit",
      "adopted"
    ],
    "secrets": [
      "cardToken"
    ]
  },
  "OrgMember": {
    "handler": "orgMember",
    "outputs": [
      "orgId",
      "userId",
      "email",
      "role",
      "applicationRoles",
      "dashboardRoles",
      "until",
      "reason",
      "owner",
      "deletionPolicy",
      "firstName",
      "lastName",
      "twoFactorEnabled",
      "ssoLinked",
      "status"
    ]
  },
  "OrgInvite": {
    "handler": "orgInvite",
    "outputs": [
      "orgId",
      "email",
      "role",
      "applicationRoles",
      "dashboardRoles",
      "until",
      "reason",
      "owner",
      "disallowTransfer",
      "renewal",
      "resend",
      "status",
      "inviteId",
      "inviteDate",
      "expiresAt",
      "userId"
    ]
  },
  "OrgMembership": {
    "handler": "orgMembership",
    "outputs": [
      "orgId",
      "email",
      "role",
      "applicationRoles",
      "dashboardRoles",
      "until",
      "reason",
      "owner",
      "disallowTransfer",
      "renewal",
      "resend",
      "requireTwoFactor",
      "roleUntilTwoFactor",
      "missingTwoFactor",
      "deletionPolicy",
      "status",
      "inviteId",
      "inviteDate",
      "expiresAt",
      "userId",
      "twoFactorEnabled",
      "awaitsTwoFactor"
    ]
  },
  "OrgRoster": {
    "handler": "orgRoster",
    "outputs": [
      "orgId",
      "members",
      "unmanaged",
      "requireAdmins",
      "requireReason",
      "minAdmins",
      "maxRemovals",
      "renewal",
      "disallowTransfer",
      "requireTwoFactor",
      "roleUntilTwoFactor",
      "missingTwoFactor",
      "allowEmpty",
      "deletionPolicy",
      "files",
      "teams",
      "awaiting",
      "unmanagedMembers",
      "memberCount",
      "pendingInviteCount"
    ],
    "secrets": [
      "__people"
    ],
    "secretWith": {
      "awaiting": "members"
    }
  },
  "ResourceTransfer": {
    "handler": "resourceTransfer",
    "outputs": [
      "orgId",
      "destinationId",
      "destinationType",
      "applicationIds",
      "dashboardIds",
      "strict"
    ]
  }
};
export const settingKeys = [
  "losant:apiToken",
  "losant:apiUrl",
  "losant:domain",
  "losant:requestTimeout",
  "losant:maxAttempts",
  "losant:minAdmins",
  "losant:maxRemovals",
  "losant:unmanaged",
  "losant:requireTwoFactor"
];
