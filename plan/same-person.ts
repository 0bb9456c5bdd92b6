interface Person {
  email?: string | undefined;
  userId?: string | undefined;
}

/** Whether two are one person: by user id where both are known, as an address passes on to others; else by address. */
export function isSamePerson(one: Person, other: Person): boolean {
  if (one.userId !== undefined && other.userId !== undefined) return one.userId === other.userId;
  return one.email !== undefined && one.email === other.email;
}
