import type { Member } from "../../client";
import { findMember, type PersonKey } from "../live/people-index";

/**
 * Whom the checks of this run named. A resource that is renamed, replaced or moved to another class is created
 * anew before its old self is deleted; that delete must not evict a person whom the program still wants.
 */
export class DeclaredPeople {
  private readonly emails = new Set<string>();
  private readonly userIds = new Set<string>();
  private readonly organizations = new Set<string>();

  add(orgId: string, person: PersonKey): void {
    if (person.email !== undefined) this.emails.add(`${orgId}/${person.email}`);
    if (person.userId !== undefined) this.userIds.add(`${orgId}/${person.userId}`);
  }

  addOrganization(orgId: string): void {
    this.organizations.add(orgId);
  }

  hasOrganization(orgId: string): boolean {
    return this.organizations.has(orgId);
  }

  /** Whether the run declares this person, under any address or user id that the members list tells of them. */
  has(orgId: string, person: PersonKey, members: Member[]): boolean {
    const member = findMember(members, person);
    return [person, member ?? {}].some(
      (key) => this.emails.has(`${orgId}/${key.email}`) || this.userIds.has(`${orgId}/${key.userId}`),
    );
  }
}
