/**
 * An answer with the properties that are documented, all the way down. What else Losant sends is still there at run
 * time; but a type that allows any property would take the types of the documented ones away on an Output.
 */
export type Known<Answer> = Answer extends readonly (infer Item)[]
  ? Known<Item>[]
  : Answer extends object
    ? { [Name in keyof Answer as string extends Name ? never : Name]: Known<Answer[Name]> }
    : Answer;
