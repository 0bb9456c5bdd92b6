import { DeclaredPeople, type PersonKind } from "../decisions/declared-people";
import type { PersonKey } from "../decisions/people-index";
import type { Journal } from "../journal/journal";

/** The people whom a run declares in one organization; the other processes of the run are told. */
export class SharedPeople extends DeclaredPeople {
  constructor(
    private readonly org: string,
    private readonly journal: Journal,
  ) {
    super((email) => journal.keyOf(email));
  }

  override know(email: string, userId: string): boolean {
    const isNew = super.know(email, userId);
    if (isNew) this.journal.append({ is: "known", org: this.org, email: this.keyOf(email), userId });
    return isNew;
  }

  override declare(kind: PersonKind, person: PersonKey, name?: string, hasEnded = false): boolean {
    const isNew = super.declare(kind, person, name, hasEnded);
    const declared = { kind, person: this.keysOf(person), name: this.journal.shownName(name), hasEnded };
    if (isNew) this.journal.append({ is: "declared", org: this.org, ...declared });
    return isNew;
  }

  override markRecorded(kind: PersonKind, person: PersonKey): boolean {
    const isNew = super.markRecorded(kind, person);
    if (isNew) this.journal.append({ is: "recorded", org: this.org, kind, person: this.keysOf(person) });
    return isNew;
  }
}
