import { people } from "./actions";

/** The address that each person of a history has now. No two people have the same one, and a stranger may have an old one. */
export class Addresses {
  private readonly current: string[];
  private readonly spellings: ReadonlyMap<string, string>;
  private fresh = 0;

  /** `first`: as Losant spells them; everywhere else they are in lower case. */
  constructor(first: readonly string[]) {
    this.current = first.map((email) => email.toLowerCase());
    this.spellings = new Map(first.map((email) => [email.toLowerCase(), email]));
  }

  /** As Losant has an address that a person gave it. */
  spelled(email: string): string {
    return this.spellings.get(email) ?? email;
  }

  of(who: number): string {
    return this.current[who] ?? "";
  }

  give(who: number, email: string): void {
    this.current[who] = email;
  }

  /** An address that nobody has had. */
  another(who: number): string {
    this.fresh += 1;
    return `${people[who]}.new${this.fresh > 1 ? this.fresh : ""}@example.com`;
  }
}
