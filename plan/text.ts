import { printable } from "../client/printable";
import { documentOf } from "./document";
import type { Plan } from "./plan";

/** A plan for a terminal. */
export function planText(plan: Plan, now: Date): string {
  const { verdict, sections, footer } = documentOf(plan, now, (text) => printable(text));
  const parts = sections.map(
    ({ title, lines }) => `${title}:\n${lines.map((line) => `  ${line}\n`).join("")}`,
  );
  return `${verdict}\n\n${parts.map((part) => `${part}\n`).join("")}${footer.map((line) => `${line}\n`).join("")}`;
}
