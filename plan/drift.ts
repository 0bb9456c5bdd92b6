import type { Quote } from "./describe";
import { lineOf, originOf, type PlanDocument, type Section, unmanagedLine } from "./document";
import { type FindingKind, findingKinds, findingsIn, isFinding } from "./findings";
import type { Plan } from "./plan";

/** What people read of each kind: in a title with how many there are, and above the people. */
const kinds: Record<FindingKind, { count: string; title: string }> = {
  drift: { count: "changed by hand", title: "Changed by hand: the next up changes it back" },
  unmanaged: { count: "not in the roster", title: "Not in the roster: somebody added them by hand" },
  lapsed: { count: "not accepted", title: "Invites that lapsed: nobody changed anything" },
  change: { count: "not applied", title: "Merged, and not applied" },
  ended: { count: "ended", title: "Access that has ended: the next up removes it" },
  removal: { count: "to be removed", title: "Lose access" },
  admin: { count: "to become admin", title: "Become admins" },
};

/** In numbers, what a plan has of some kinds: `1 changed by hand · 2 not in the roster`; empty for nothing. */
export function driftVerdict(plan: Plan, wanted: readonly FindingKind[]): string {
  return findingsIn(plan, wanted)
    .map(({ kind, count }) => `${count} ${kinds[kind].count}`)
    .join(" · ");
}

/** What a plan has of some kinds, by kind, and what to do. */
export function driftDocument(
  plan: Plan,
  wanted: readonly FindingKind[],
  now: Date,
  quote: Quote,
): PlanDocument {
  return {
    verdict: driftVerdict(plan, wanted),
    sections: findingKinds
      .filter((kind) => wanted.includes(kind))
      .map((kind) => sectionOf(plan, kind, quote))
      .filter(({ lines }) => lines.length > 0),
    footer: [
      "to keep what was changed by hand, put it into the program; to undo it now, run an up",
      ...originOf(plan, now, quote),
    ],
  };
}

function sectionOf({ organizations }: Plan, kind: FindingKind, quote: Quote): Section {
  const lines = organizations.flatMap(({ people, unmanaged }) =>
    kind === "unmanaged"
      ? unmanaged.map((one) => unmanagedLine(one, quote))
      : people.filter(isFinding[kind]).map((one) => lineOf(one, quote)),
  );
  return { title: kinds[kind].title, lines, isCuttable: true };
}
