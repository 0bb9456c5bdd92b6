import type { Problems } from "../messages";

/** What reads an answer: as much of a schema as the client uses, so that public declarations need no library's. */
export interface AnswerSchema<Answer> {
  safeParse(value: unknown): { success: true; data: Answer } | { success: false; error: Problems };
}

/** What checks a call's arguments. */
export interface ArgumentSchema<Output, Input = Output> extends AnswerSchema<Output> {
  readonly _zod: { readonly input: Input };
}
