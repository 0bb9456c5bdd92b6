import { people } from "./actions";

/** The address that each person of a history has now. No two people have the same one, and a stranger may have an old one. */
export class Addresses {
  private readonly current: string[];
  private fresh = 0;

  constructor(first: readonly string[]) {
    this.current = [...first];
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
