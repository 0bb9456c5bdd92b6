import { escapeMarks } from "../../client/text";

/** A text as a literal of TypeScript; what steers a terminal or the direction of text stands as an escape. */
export function literal(text: string): string {
  return escapeMarks(JSON.stringify(text));
}

/** Plain data on one line of TypeScript. */
export function expression(value: unknown): string {
  if (typeof value === "string") return literal(value);
  if (Array.isArray(value)) return `[${value.map(expression).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(([name, inner]) => `${key(name)}: ${expression(inner)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
}
