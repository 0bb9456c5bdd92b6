import { ago, day } from "../../samples";
import { desired, newEmail, scenes, yesterday } from "./scenes";
import { type Desired, type Outcome, Stack } from "./stack";

/** One case of a cell: what to do, and what must come of it. */
export interface Case {
  /** Told in the title, where a cell has several cases. */
  when?: string;
  run: () => Promise<Outcome>;
  operation: Outcome["operation"];
  /** Exactly what is written at Losant. */
  written: string[];
  /** What users must read, as a reason or beside it. */
  says?: RegExp;
}

type SceneName = keyof typeof scenes;
const invite = (role: string) => [`inviteMember ${role}`];
const again = (role: string) => ["revokeInvite", `inviteMember ${role}`];

const created = (scene: SceneName, written: string[], more: Partial<Desired> = {}): Case => ({
  run: () => new Stack({ ...scenes[scene](), recorded: undefined }).create(desired(more)),
  operation: "create",
  written,
});
const moved = (scene: SceneName, written: string[]): Case => ({
  when: "read under another resource",
  run: () => new Stack(scenes[scene]()).create(desired(), true),
  operation: "create",
  written,
});
const same = (scene: SceneName): Case => ({
  run: () => new Stack(scenes[scene]()).up(desired()),
  operation: "same",
  written: [],
});
const updated = (scene: SceneName, written: string[], more: Partial<Desired> = {}): Case => ({
  run: () => new Stack(scenes[scene]()).up(desired(more)),
  operation: "update",
  written,
});
const taken =
  (policy: "remove" | "retain") =>
  (scene: SceneName, written: string[] = []): Case => ({
    run: () => new Stack(scenes[scene]()).destroy(policy),
    operation: "delete",
    written,
  });
const removed = taken("remove");
const retained = taken("retain");

/** The date of the next email, a week after one that was sent so long ago. */
function nextEmail(age: number): RegExp {
  return new RegExp(ago(age - 7 * day).replaceAll(".", "\\."));
}

const lapsedLately = (scene: SceneName, age: number): Case => ({
  ...updated(scene, []),
  when: "less than seven days after the last email",
  says: nextEmail(age),
});
const manual = (scene: SceneName, written: string[] = []): Case => ({
  ...updated(scene, written, { renewal: "manual" }),
  when: "renewal is manual",
});
const always = { renewal: "always" as const };
const staysOut = /take them out of the program; to invite them again, set resend to another value/;
const resent = (scene: SceneName, written: string[]): Case => ({
  ...updated(scene, written, { renewal: "manual", resend: "again" }),
  when: "renewal is manual, resend has changed",
});

const ended = { until: yesterday };
const endedRow = (scene: SceneName, written: string[], when: string) => {
  const operation = written.length > 0 ? ("update" as const) : ("same" as const);
  const retain = { ...ended, deletionPolicy: "retain" as const };
  const says = written.length > 0 ? /access has ended \(until 2026-11-14\)/ : /^$/;
  return {
    "newly declared": [
      { ...created(scene, written, ended), when },
      { ...created(scene, written, retain), when: `${when}, deletionPolicy is retain` },
    ],
    "declared as before": [{ ...updated(scene, written, ended), when, operation, says }],
    "declared with other roles": [{ ...updated(scene, written, { ...ended, role: "edit" }), when }],
    "taken out (remove)": [{ ...removed(scene, written), when }],
    "taken out (retain)": [{ ...retained(scene), when }],
  };
};

/** The cases of two scenes that are one row. */
function joined(...rows: Record<string, Case[]>[]): Record<string, Case[]> {
  const columns = Object.keys(rows[0] ?? {});
  return Object.fromEntries(columns.map((column) => [column, rows.flatMap((row) => row[column] ?? [])]));
}

const declined: Record<string, Case[]> = {
  "newly declared": [
    created("declined", invite("view")),
    { ...moved("declined", []), says: nextEmail(day) },
    { ...moved("declined a week ago", invite("view")), when: "read under another resource a week ago" },
  ],
  "declared as before": [
    lapsedLately("declined", day),
    { ...updated("declined a week ago", invite("view")), when: "a week later" },
    { ...manual("declined a week ago"), says: /renewal is manual/ },
    resent("declined", invite("view")),
  ],
  "declared with other roles": [updated("declined", invite("edit"), { role: "edit" })],
  "taken out (remove)": [removed("declined")],
  "taken out (retain)": [retained("declined")],
};

/** The cases of every cell of docs/states.md, by row and column. */
export const cells: Record<string, Record<string, Case[]>> = {
  absent: {
    "newly declared": [
      created("absent", invite("view")),
      { ...created("absent", invite("view"), { renewal: "manual" }), when: "renewal is manual" },
    ],
  },
  "not confirmed": {
    "newly declared": [created("not confirmed", invite("view")), moved("not confirmed", invite("view"))],
    "declared as before": [updated("not confirmed", invite("view")), manual("not confirmed", invite("view"))],
    "declared with other roles": [updated("not confirmed", invite("edit"), { role: "edit" })],
    "taken out (remove)": [removed("not confirmed")],
    "taken out (retain)": [retained("not confirmed")],
  },
  pending: {
    "newly declared": [
      { ...created("pending", []), when: "same roles" },
      { ...created("pending", again("edit"), { role: "edit" }), when: "other roles" },
    ],
    "declared as before": [same("pending")],
    "declared with other roles": [updated("pending", again("edit"), { role: "edit" })],
    "taken out (remove)": [removed("pending", ["revokeInvite"])],
    "taken out (retain)": [retained("pending")],
  },
  "about to expire": {
    "newly declared": [
      { ...created("about to expire", []), when: "same roles" },
      { ...created("about to expire", again("edit"), { role: "edit" }), when: "other roles" },
    ],
    "declared as before": [{ ...same("about to expire"), says: /warning: .* expires on 2026-11-17/ }],
    "declared with other roles": [updated("about to expire", again("edit"), { role: "edit" })],
    "taken out (remove)": [removed("about to expire", ["revokeInvite"])],
    "taken out (retain)": [retained("about to expire")],
  },
  expired: {
    "newly declared": [
      { ...created("expired", again("view")), when: "a week after the last email" },
      {
        ...created("expired", again("view"), { renewal: "manual" }),
        when: "renewal is manual, which never holds back a first declaration",
      },
      {
        ...created("expired early", []),
        when: "less than seven days after the last email",
        says: nextEmail(2 * day),
      },
    ],
    "declared as before": [
      lapsedLately("expired early", 2 * day),
      { ...updated("expired", again("view")), when: "a week after the last email" },
      { ...manual("expired"), says: /renewal is manual/ },
      resent("expired", again("view")),
    ],
    "declared with other roles": [updated("expired early", again("edit"), { role: "edit" })],
    "taken out (remove)": [removed("expired", ["revokeInvite"])],
    "taken out (retain)": [retained("expired")],
  },
  declined,
  "revoked by hand": declined,
  active: {
    "newly declared": [
      { ...created("active", []), when: "same roles" },
      { ...created("active", ["modifyMember edit"], { role: "edit" }), when: "other roles" },
    ],
    "declared as before": [same("active")],
    "declared with other roles": [updated("active", ["modifyMember edit"], { role: "edit" })],
    "taken out (remove)": [{ ...removed("active", ["removeMember"]), says: /to restore: .*"role":"view"/ }],
    "taken out (retain)": [retained("active")],
  },
  "changed by hand": {
    "newly declared": [created("changed by hand", ["modifyMember view"])],
    "declared as before": [updated("changed by hand", ["modifyMember view"])],
    "declared with other roles": [
      updated("changed by hand", ["modifyMember admin"], { role: "admin" }),
      { ...same("changed by hand"), when: "as the hand made it", ...sameAsByHand() },
    ],
    "taken out (remove)": [
      { ...removed("changed by hand", ["removeMember"]), says: /to restore: .*"role":"edit"/ },
    ],
    "taken out (retain)": [retained("changed by hand")],
  },
  "address changed": {
    "newly declared": [
      { ...created("address changed", [], { email: newEmail }), when: "the new address" },
      { ...created("address changed", invite("view")), when: "the old address" },
    ],
    "declared as before": [{ ...same("address changed"), says: /warning: .*ann\.new@example\.com/ }],
    "declared with other roles": [updated("address changed", ["modifyMember edit"], { role: "edit" })],
    "taken out (remove)": [removed("address changed", ["removeMember"])],
    "taken out (retain)": [retained("address changed")],
  },
  left: {
    "newly declared": [created("left", invite("view")), { ...moved("left a week ago", []), says: staysOut }],
    "declared as before": [
      { ...updated("left", []), when: "less than seven days after the last email", says: staysOut },
      { ...updated("left a week ago", []), when: "a week after the last email", says: staysOut },
      { ...updated("left, never invited", []), when: "who was never emailed", says: staysOut },
      { ...updated("left, expired invite left over", []), when: "beside an expired invite", says: staysOut },
      { ...manual("left a week ago"), says: staysOut },
      resent("left", invite("view")),
      { ...updated("left a week ago", invite("view"), always), when: "renewal is always, a week later" },
      { ...updated("left", [], always), when: "renewal is always, before", says: nextEmail(day) },
    ],
    "declared with other roles": [
      { ...updated("left", [], { role: "edit" }), says: staysOut },
      { ...updated("left", invite("edit"), { ...always, role: "edit" }), when: "renewal is always" },
    ],
    "taken out (remove)": [removed("left")],
    "taken out (retain)": [retained("left")],
  },
  ended: joined(endedRow("ended", ["removeMember"], "a member")),
  "ended, invited": joined(
    endedRow("ended, invited", ["revokeInvite"], "a pending invite"),
    endedRow("ended, expired", ["revokeInvite"], "an expired one"),
  ),
  "ended, gone": {
    ...endedRow("ended, gone", [], "nobody"),
    "declared with other roles": [
      updated("ended, gone", [], { ...ended, role: "edit" }),
      { ...updated("ended, gone", invite("view")), when: "without until: invited at once" },
      { ...updated("ended, gone", invite("view"), { until: "2027-01-31" }), when: "with a later until" },
      {
        ...updated("ended, gone", invite("view"), { until: "2027-01-31", renewal: "manual" }),
        when: "with a later until, renewal is manual",
      },
    ],
  },
  "the authenticated user": {
    "newly declared": [
      { ...created("own", [], { role: "admin" }), when: "the roles they have" },
      {
        ...created("own", []),
        when: "other roles",
        operation: "refused",
        says: /the user whom the API token belongs to/,
      },
      {
        ...created("own", [], { role: "admin", until: yesterday }),
        when: "until has passed",
        operation: "refused",
        says: /their access to organization .* has ended/,
      },
    ],
    "declared as before": [
      { ...same("own"), run: () => new Stack(scenes.own()).up(desired({ role: "admin" })) },
    ],
    "declared with other roles": [
      { ...updated("own", []), operation: "refused", says: /the user whom the API token belongs to/ },
    ],
    "taken out (remove)": [{ ...removed("own"), says: /warning: .* stays in organization/ }],
    "taken out (retain)": [retained("own")],
  },
};

function sameAsByHand(): Pick<Case, "run"> {
  return { run: () => new Stack(scenes["changed by hand"]()).up(desired({ role: "edit" })) };
}
