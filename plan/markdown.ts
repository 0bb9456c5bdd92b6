import { printable } from "../client/printable";
import { documentOf, type PlanDocument, type Section } from "./document";
import { isQuiet } from "./groups";
import type { Plan } from "./plan";

/** As much as a comment of GitHub takes, with some room. */
const longestComment = 60_000;
/** As much as a job's summary takes, in bytes; a character has three at most here. */
export const longestSummary = 300_000;

/**
 * A plan in Markdown, of at most 60,000 characters: lines are cut from the least important end, with how many, and never
 * removals or refusals. What comes from outside is code, so that nothing of it is a mention, a link or HTML.
 */
export function planMarkdown(plan: Plan, now: Date, longest = longestComment): string {
  const document = documentOf(plan, now, code);
  if (isQuiet(plan)) return `**${document.verdict}** — stack ${code(plan.stack)}\n`;
  return documentMarkdown(document, longest);
}

/** A document in Markdown, as far as it fits. */
export function documentMarkdown(document: PlanDocument, longest = longestComment): string {
  const verdict = `**${document.verdict}**`;
  return written({ ...document, verdict, sections: fitting(document, verdict, longest) });
}

/** Text as code, whatever is in it. */
export function code(text: string): string {
  const clean = printable(text)
    .replace(/\p{Cf}/gu, "\uFFFD")
    .replace(/\s+/g, " ")
    .trim();
  const runs = clean.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const room = fence.length > 1 || clean === "" ? " " : "";
  return `${fence}${room}${clean}${room}${fence}`;
}

function written({ verdict, sections, footer }: PlanDocument): string {
  const parts = sections.map(
    ({ title, lines }) => `### ${title}\n\n${lines.map((line) => `- ${line}\n`).join("")}`,
  );
  return `${verdict}\n\n${parts.map((part) => `${part}\n`).join("")}---\n${footer.map((line) => `- ${line}\n`).join("")}`;
}

/** The sections as far as they fit. */
function fitting({ sections, footer }: PlanDocument, verdict: string, longest: number): Section[] {
  const lengthOf = (list: readonly Section[]) => written({ verdict, sections: [...list], footer }).length;
  let over = lengthOf(sections) - longest;
  if (over <= 0) return sections;
  const cut = [...sections].reverse().map((part) => {
    if (over <= 0 || !part.isCuttable) return part;
    const kept = [...part.lines];
    let dropped = 0;
    while (over > -100 && kept.length > 0) {
      over -= (kept.pop() ?? "").length + 3;
      dropped += 1;
    }
    return { ...part, lines: [...kept, `… and ${dropped} more: see the whole plan`] };
  });
  if (over <= 0) return cut.reverse();
  const short = cut.reverse().map(shortest);
  const left = lengthOf(short) - longest;
  return left <= 0 ? short : lastCut(short, left);
}

/**
 * A host refuses what is too long, and then the comment of an earlier plan would stand: rather names are left out, from the
 * longest section, with where they are.
 */
function lastCut(sections: readonly Section[], over: number): Section[] {
  const lengths = sections.map(({ lines }) => lines.join("\n- ").length);
  const longest = lengths.indexOf(Math.max(...lengths));
  const note = "… not all fit here: see the whole plan before you approve";
  return sections.map((part, at) => {
    if (at !== longest) return part;
    const text = part.lines.join("\n- ");
    const kept = text.slice(0, Math.max(0, text.length - over - note.length - 10));
    // Never within code, which would take in what follows.
    const end = Math.max(kept.lastIndexOf("`, "), kept.lastIndexOf("`\n- "));
    return { ...part, lines: [text.slice(0, end + 1), note] };
  });
}

/** Who it is about, without more. */
function shortest(part: Section): Section {
  return part.people === undefined ? part : { ...part, lines: [part.people.join(", ")] };
}
