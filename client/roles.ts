/** The roles in an organization, as the vendor's schemas list them. */
export const organizationRoles = ["admin", "edit", "collaborate", "view", "none"] as const;

/** The roles on one application or dashboard, as the vendor's schemas list them. */
export const resourceRoles = ["collaborate", "view", "none"] as const;
