/**
 * What this run means to do to one organization, as its checks tell. Kept by person, so that it does not
 * matter how often a resource is checked.
 */
export class Intentions {
  /** User ids of members who will get the admin role. */
  readonly gainingAdmin = new Set<string>();
  /** User ids of members who will lose it. */
  readonly losingAdmin = new Set<string>();
  /** Addresses that will be invited. */
  readonly invited = new Set<string>();
}

export function mark(set: Set<string>, person: string, isMeant: boolean): void {
  if (isMeant) set.add(person);
  else set.delete(person);
}
