import type { Member } from "../entities/member";
import type { Organization } from "../entities/organization";
import { notFound, validation } from "./api-error";

// Assumed: 404 for a person who is no member; only the 404 of the organization is declared.
/** The member of an id. */
export const requireMember = (organization: Organization, userId: string): Member => {
  const member = organization.members.find((candidate) => candidate.userId === userId);
  if (member) return member;
  throw notFound(`User ${userId} is not a member of this organization.`);
};

// Vendor's documentation: admins cannot change their own role. Assumed: 400, and no own entry at all.
/** Refuses a change of the caller's own roles. */
export const refuseOwnRole = (actorId: string, userId: string): void => {
  if (actorId === userId) throw validation("You cannot change your own role.");
};

// Vendor's documentation: an organization always keeps one admin. Assumed: 400.
/** Refuses to take the last admin away. */
export const keepAnAdmin = (organization: Organization, leaving: Member): void => {
  const others = organization.members.filter((member) => member !== leaving && member.role === "admin");
  if (others.length === 0) throw validation("An organization must keep at least one admin.");
};
