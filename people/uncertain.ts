import { canonicalAddress } from "../client/text";
import { Email } from "../provider/vocabulary/arguments";
import type { Path } from "./offsets";
import type { ParsedPart } from "./parse";
import { membersOf, namesIn } from "./valid-part";

/** What the files leave open where something is wrong with them: of that, no problems are told. */
export class Uncertain {
  /** Whether there may be more people, teams and options than are known. */
  isPartial = false;
  /** Whether somebody's address is wrong. */
  hasNameless = false;
  hasWrongOptions = false;
  private readonly people = new Set<string>();

  /** Whether somebody's access may be other than it is known. */
  isUncertain(email: string): boolean {
    return this.people.has(email);
  }

  /** Whether somebody may have access of which nothing is known. */
  isOpen(email: string, isNamed: boolean): boolean {
    return this.isUncertain(email) || (this.hasNameless && !isNamed);
  }

  addPeople(emails: Iterable<string>): void {
    for (const email of emails) this.people.add(email);
  }

  /** Notes what is wrong in a part of a file. */
  addWrong({ source, content, wrong }: ParsedPart): void {
    const addresses = Object.keys(content.people ?? {});
    const nameless = addresses.filter((address) => !Email.safeParse(address).success);
    this.isPartial ||= wrong.some(({ length }) => length < 2);
    this.hasWrongOptions ||= namesIn(wrong, "roster").size > 0;
    this.hasNameless ||= nameless.length > 0 || wrong.some(isOfMembers);
    for (const address of [...nameless, ...namesIn(wrong, "people")]) {
      this.people.add(canonicalAddress(address));
    }
    for (const name of namesIn(wrong, "teams")) {
      this.addPeople(membersOf(source.content, name).map(({ email }) => email));
    }
  }
}

function isOfMembers([top, name, key]: Path): boolean {
  return top === "teams" && name !== undefined && (key === undefined || key === "members");
}
