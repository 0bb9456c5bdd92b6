/** What values are allowed somewhere, whether zod or TypeScript says so. */
export type Shape =
  | { kind: "text"; allowed: string[] | undefined }
  | { kind: "number"; isWhole: boolean; allowed: number[] | undefined }
  | { kind: "flag" }
  | { kind: "list"; items: Shape }
  | { kind: "map"; values: Shape }
  | ObjectShape
  | { kind: "union"; options: Shape[] }
  | { kind: "anything" };

/** An object of known members. */
export interface ObjectShape {
  kind: "object";
  /** The name of its type; undefined where it has none. */
  name: string | undefined;
  words: string;
  members: Member[];
}

/** One member of an object. */
export interface Member {
  name: string;
  /** Its docstring as Markdown; empty where there is none. */
  words: string;
  isOptional: boolean;
  shape: Shape;
}

/** A shape in a few words, for messages. */
export function describeShape(shape: Shape): string {
  switch (shape.kind) {
    case "text":
      return shape.allowed ? shape.allowed.map((word) => `"${word}"`).join(" | ") : "string";
    case "number":
      return shape.allowed?.join(" | ") ?? (shape.isWhole ? "whole number" : "number");
    case "list":
      return `list of (${describeShape(shape.items)})`;
    case "map":
      return `map of (${describeShape(shape.values)})`;
    case "union":
      return shape.options.map(describeShape).join(" | ");
    default:
      return shape.kind;
  }
}

/** Several possibilities as one shape. */
export function unionOf(options: Shape[]): Shape {
  const [only] = options;
  return only && options.length === 1 ? only : { kind: "union", options };
}
