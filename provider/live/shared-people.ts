import { z } from "zod";
import { DeclaredPeople, type PersonKind, peopleKinds } from "../decisions/declared-people";
import type { PersonKey } from "../decisions/people-index";
import type { Tell, Topics } from "../journal/topics";

/** Addresses stand in a journal as keys, so that a file which is left behind names nobody. */
export const PersonKeys = z.object({ email: z.string().optional(), userId: z.string().optional() });
const Known = z.object({ email: z.string(), userId: z.string() });
const Recorded = z.object({ kind: z.enum(peopleKinds), person: PersonKeys });
const Declared = Recorded.extend({ name: z.string().optional(), hasEnded: z.boolean() });

/** The people whom a run declares in one organization; the other processes of the run are told. */
export class SharedPeople extends DeclaredPeople {
  /** Whether another process of the run checks resources: those that it has read, it may still declare. */
  isCheckedElsewhere = false;
  private readonly tellKnown: Tell<z.infer<typeof Known>>;
  private readonly tellDeclared: Tell<z.infer<typeof Declared>>;
  private readonly tellRecorded: Tell<z.infer<typeof Recorded>>;

  constructor(private readonly topics: Topics) {
    super((email) => topics.journal.keyOf(email));
    this.tellKnown = topics.ofOthers("known", Known, ({ email, userId }) => this.knowKey(email, userId));
    this.tellRecorded = topics.ofOthers("recorded", Recorded, ({ kind, person }) =>
      this.markKeysRecorded(kind, person),
    );
    this.tellDeclared = topics.ofOthers("declared", Declared, (declared) => {
      this.isCheckedElsewhere = true;
      this.include(declared);
    });
  }

  override know(email: string, userId: string): boolean {
    const isNew = super.know(email, userId);
    if (isNew) this.tellKnown({ email: this.keyOf(email), userId });
    return isNew;
  }

  override declare(kind: PersonKind, person: PersonKey, name?: string, hasEnded = false): boolean {
    const isNew = super.declare(kind, person, name, hasEnded);
    const shown = this.topics.journal.shownName(name);
    if (isNew) this.tellDeclared({ kind, person: this.keysOf(person), name: shown, hasEnded });
    return isNew;
  }

  override markRecorded(kind: PersonKind, person: PersonKey): boolean {
    const isNew = super.markRecorded(kind, person);
    if (isNew) this.tellRecorded({ kind, person: this.keysOf(person) });
    return isNew;
  }
}
