import type { RecordedResource } from "../../support/provider-calls";

import type { Declaration, DeclaredProgram } from "./declared-program";
import { type Subject, subjectsOf } from "./subjects";

export interface Who {
  email: string | undefined;
  userId?: string | undefined;
}

/** Whom the program declares at one moment, as far as addresses and recorded user ids tell. */
export class DeclaredNow {
  readonly declarations: Declaration[];
  private readonly known: Subject[];

  constructor(
    program: DeclaredProgram,
    recorded: { name: string; resource: RecordedResource }[],
    private readonly owner: Who,
  ) {
    this.declarations = program.declarations();
    const declared = program.program();
    this.known = recorded
      .filter(({ name, resource }) => declared[name]?.kind === resource.kind && resource.kind !== "orgInvite")
      .flatMap(({ resource }) => subjectsOf(resource));
  }

  /** What declares a person; an invite by address alone. */
  of({ email, userId }: Who): Declaration | undefined {
    return this.declarations.find(
      (one) =>
        (email !== undefined && one.email === email) ||
        (userId !== undefined && (one.userId === userId || this.userIdOf(one) === userId)),
    );
  }

  has(who: Who): boolean {
    const isOwner = who.email === this.owner.email || who.userId === this.owner.userId;
    return isOwner || this.of(who) !== undefined;
  }

  /** The user id that the stack has recorded of somebody declared by address. */
  userIdOf({ email, userId }: Declaration): string | undefined {
    return userId ?? this.known.find((one) => one.email === email && one.userId !== undefined)?.userId;
  }
}
