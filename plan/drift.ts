import type { Quote } from "./describe";
import { lineOf, originOf, type PlanDocument, type Section, unmanagedLine } from "./document";
import { type FindingKind, findingKinds, findingsIn, isFinding } from "./findings";
import { isUnmanagedAdmin } from "./groups";
import type { OrganizationPlan, Plan } from "./plan";

/** What people read of each kind: in a title with how many there are, above the people, and what to do. */
const kinds: Record<FindingKind, { count: string; title: string; advice: string }> = {
  drift: {
    count: "changed by hand",
    title: "Changed by hand",
    advice:
      "changed by hand: to keep it, put it into the program; to undo it, run an up. Whoever stays out is not invited " +
      "again by itself: take them out of the program, or give resend another value",
  },
  unmanaged: {
    count: "not in the roster",
    title: "Not in the roster: somebody added them by hand",
    advice:
      'not in the roster: name them there, or remove them at Losant (an up does it with unmanaged: "remove")',
  },
  lapsed: {
    count: "not accepted",
    title: "Invites that lapsed: nobody changed anything",
    advice: "invites that lapsed: an up sends them again, at most once a week",
  },
  change: {
    count: "not applied",
    title: "Merged, and not applied",
    advice: "merged, and not applied: run an up, or have it approved",
  },
  ended: {
    count: "ended",
    title: "Access that has ended, and is still there",
    advice: "access that has ended: an up removes it",
  },
  removal: { count: "to be removed", title: "Lose access", advice: "lose access: by the next up" },
  admin: {
    count: "admin",
    title: "Admins",
    advice: "admins: who becomes one by the next up, was made one by hand, or is one whom no roster names",
  },
};

/** For people: `changed by hand, not in the roster`. */
export function namesOf(wanted: readonly FindingKind[]): string {
  return wanted.map((kind) => kinds[kind].count).join(", ");
}

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
      ...findingsIn(plan, wanted).map(({ kind }) => kinds[kind].advice),
      ...originOf(plan, now, quote),
    ],
  };
}

function sectionOf({ organizations }: Plan, kind: FindingKind, quote: Quote): Section {
  const lines = organizations.flatMap(({ people, unmanaged }) => [
    ...(kind === "unmanaged" ? [] : people.filter(isFinding[kind]).map((one) => lineOf(one, quote))),
    ...unmanaged.filter((one) => isOf(kind, one)).map((one) => unmanagedLine(one, quote)),
  ]);
  return { title: kinds[kind].title, lines, isCuttable: true };
}

function isOf(kind: FindingKind, one: OrganizationPlan["unmanaged"][number]): boolean {
  return kind === "unmanaged" || (kind === "admin" && isUnmanagedAdmin(one));
}
