import { isDeepStrictEqual } from "node:util";
import { type Case, differences, type RunResult } from "./case";
import type { Clean } from "./clean";
import { maxAttempts, type Plan } from "./wire";

export function problemsOfEnd({ calls, isEndless }: RunResult, clean: Clean): string[] {
  const most = clean.calls.length * maxAttempts * 2 + 10;
  if (isEndless || calls.length > most)
    return [`sends ${calls.length} requests, at most ${most} are expected`];
  return [];
}

const subject =
  /[0-9a-f]{24}|@example\.com|authenticated user|"New"|Listing organizations|Creating organization/;
const advice =
  /[Tt]ry again|LOSANT_|report this|run again|next run|set orgId|check before retrying|not followed|Only admins|does not exist|declare|Losant may not allow|may lack a scope|in Losant's form|Move or remove|Use another admin's token|use OrgMembership/;

const nonsense = /(?<!received )undefined|\[object|\n\s+at /;

/** Where Losant itself says what is wrong, nobody knows better. */
const losantsOwn = /answered 400 \(Validation/;

export function problemsOfErrors({ errors, isKilled }: RunResult): string[] {
  if (isKilled) return [];
  return errors.flatMap((error) => [
    ...(subject.test(error) ? [] : [`an error that names nobody: ${error}`]),
    ...(advice.test(error) || losantsOwn.test(error)
      ? []
      : [`an error that does not say what to do: ${error}`]),
    ...(nonsense.test(error) ? [`an error that is no text: ${error}`] : []),
  ]);
}

/** A resource that was there, and still is declared, must not be forgotten. */
export function problemsOfMemory(prepared: Case, clean: Clean): string[] {
  const lost = prepared.namesBefore.filter(
    (name) => clean.names.includes(name) && !prepared.names.includes(name),
  );
  return lost.map((name) => `the stack has lost ${name}`);
}

/** A renewal waits where no answer says that it is due. */
export function problemsOfSuccess(prepared: Case, clean: Clean, plan: Plan): string[] {
  if ("fault" in plan && (plan.fault.isIncomplete || plan.fault.name.startsWith("date-"))) return [];
  return differences(prepared.picture, clean.picture).map((text) => `a success, but ${text}`);
}

const counts = ["memberCount", "pendingInviteCount", "unmanagedMembers"];

/** After a success, what was recorded is what the next refresh finds. */
export function problemsOfRecord({ refreshed }: RunResult, plan: Plan): string[] {
  if ("fault" in plan && plan.fault.isIncomplete) return [];
  return refreshed.flatMap(({ name, recorded, found }) => {
    if (!found) return [`the refresh after a success finds ${name} gone`];
    const names = [...new Set([...Object.keys(recorded), ...Object.keys(found)])];
    const differing = names.filter(
      (key) => !counts.includes(key) && !isDeepStrictEqual(parsed(recorded[key]), parsed(found[key])),
    );
    return differing.map(
      (key) =>
        `the refresh after a success finds ${name}.${key} ${JSON.stringify(found[key])} instead of ${JSON.stringify(recorded[key])}`,
    );
  });
}

/** People are recorded as text, in whichever order. */
function parsed(value: unknown): unknown {
  return typeof value === "string" && value.startsWith("{") ? JSON.parse(value) : value;
}

/** A process killed while it sends an invite again cannot know that it did, and sends it once more. */
/** Where an answer has no roles, the program's are sent: that leaves whoever has them as they are. */
function rolesAreSent(plan: Plan): boolean {
  return "fault" in plan && plan.fault.name.startsWith("required-");
}

export function problemsOfJournal(
  { journal, scenario }: Case,
  clean: Clean,
  plan: Plan,
  isKilled: boolean,
): string[] {
  const changed = rolesAreSent(plan) ? [] : others(journal.changed, clean.changed);
  const isResent = isKilled && scenario.name.endsWith("-resend");
  const beyond = (label: string, found: string[], expected: string[]) =>
    excess(found, expected).map((who) => `${who} was ${label} more often than without the fault`);
  return [
    ...beyond("emailed", journal.emails, isResent ? [...clean.emails, ...clean.emails] : clean.emails),
    ...others(journal.removed, clean.removed).map((who) => `${who} was removed, whom a clean run leaves`),
    ...others(journal.revoked, clean.revoked).map(
      (who) => `${who}'s invite was revoked, which a clean run leaves`,
    ),
    ...changed.map((who) => `${who}'s roles were changed, which a clean run leaves`),
  ];
}

function excess(found: readonly string[], expected: readonly string[]): string[] {
  const allowed = [...expected];
  return found.filter((one) => {
    const index = allowed.indexOf(one);
    if (index >= 0) allowed.splice(index, 1);
    return index < 0;
  });
}

function others(found: readonly string[], expected: readonly string[]): string[] {
  return [...new Set(found.filter((one) => !expected.includes(one)))];
}
