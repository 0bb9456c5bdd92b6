import { isDeepStrictEqual } from "node:util";
import { type Case, differences, type RunResult } from "./case";
import type { Picture } from "./picture";
import type { Outcome } from "./stack";
import { maxAttempts, type Plan } from "./wire";

/** What a run without faults did: what every other run is judged by. */
export interface Clean {
  calls: string[];
  picture: Picture;
  emails: string[];
  removed: string[];
  revoked: string[];
  changed: string[];
  /** What the resources of the stack are called afterwards. */
  names: string[];
  /** How things are once the program declares nothing. */
  takenOut: Picture;
}

/** Runs a scenario without faults, twice, and then takes everything out of the program. */
export async function runClean(prepared: Case): Promise<Clean> {
  prepared.reset();
  const { calls } = await prepared.clean();
  const { emails, removed, revoked, changed } = prepared.journal.save();
  const { picture, names } = prepared;
  const problems = [...(await problemsOfQuietRun(prepared)), ...(await problemsOfPreview(prepared))];
  if (problems.length > 0) throw new Error(problems.join("\n"));
  await prepared.clean({});
  return { calls, picture, names, emails, removed, revoked, changed, takenOut: prepared.picture };
}

/** How a run with a fault is made. */
export type MakeRun = (prepared: Case, plan: Plan) => Promise<RunResult>;

const inProcess: MakeRun = (prepared, plan) => prepared.run(undefined, plan);

/** What is wrong with a run with a fault, and with the runs after it. */
export async function judge(
  prepared: Case,
  clean: Clean,
  plan: Plan,
  makeRun: MakeRun = inProcess,
): Promise<string[]> {
  if (turnsTheGuardOff(clean, plan)) return [];
  prepared.reset();
  const run = await makeRun(prepared, plan);
  const problems = [
    ...problemsOfEnd(run, clean),
    ...problemsOfErrors(run),
    ...problemsOfMemory(prepared, clean),
    ...(run.errors.length === 0 ? problemsOfSuccess(prepared, clean, plan) : []),
  ];
  if (prepared.isUntouched && run.errors.length > 0) return problems;
  if (run.errors.length > 0 && !run.isKilled) problems.push(...(await problemsOfTakingOut(prepared, clean)));
  const next = await runAsAdvised(prepared);
  problems.push(...next.errors.map((error) => `the next clean run fails: ${error}`));
  if (run.errors.length === 0) problems.push(...problemsOfRecord(next, plan));
  if (next.errors.length > 0) return problems;
  problems.push(
    ...differences(prepared.picture, clean.picture).map((text) => `after the next clean run ${text}`),
  );
  problems.push(...(await problemsOfQuietRun(prepared)));
  return [...problems, ...problemsOfJournal(prepared, clean, run.isKilled)];
}

/** Where Losant refuses to tell whose the token is, a run goes on without that guard, and says so. */
function turnsTheGuardOff({ calls }: Clean, plan: Plan): boolean {
  return "fault" in plan && plan.fault.name === "403" && calls[plan.call - 1] === "GET /me";
}

/** An organization that was created by a run that did not get to know it is adopted, as the error says. */
async function runAsAdvised(prepared: Case): Promise<RunResult> {
  const run = await prepared.run();
  const orgId = /To adopt it, set orgId: "([0-9a-f]{24})"/.exec(run.errors.join())?.[1];
  if (orgId === undefined) return run;
  prepared.adopt(orgId);
  return prepared.run();
}

function problemsOfEnd({ calls, isEndless }: RunResult, clean: Clean): string[] {
  const most = clean.calls.length * maxAttempts * 2 + 10;
  if (isEndless || calls.length > most)
    return [`sends ${calls.length} requests, at most ${most} are expected`];
  return [];
}

const subject =
  /[0-9a-f]{24}|@example\.com|authenticated user|"New"|Listing organizations|Creating organization/;
const advice =
  /[Tt]ry again|LOSANT_|report this|run again|next run|set orgId|check before retrying|not followed|Only admins|does not exist|declare|Losant may not allow|may lack a scope|in Losant's form|Move or remove/;

const nonsense = /(?<!received )undefined|\[object|\n\s+at /;

/** Where Losant itself says what is wrong, nobody knows better. */
const losantsOwn = /answered 400 \(Validation/;

function problemsOfErrors({ errors, isKilled }: RunResult): string[] {
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
function problemsOfMemory(prepared: Case, clean: Clean): string[] {
  const lost = prepared.namesBefore.filter(
    (name) => clean.names.includes(name) && !prepared.names.includes(name),
  );
  return lost.map((name) => `the stack has lost ${name}`);
}

/** A renewal waits where no answer says that it is due. */
function problemsOfSuccess(prepared: Case, clean: Clean, plan: Plan): string[] {
  if ("fault" in plan && (plan.fault.isIncomplete || plan.fault.name.startsWith("date-"))) return [];
  return differences(prepared.picture, clean.picture).map((text) => `a success, but ${text}`);
}

const counts = ["memberCount", "pendingInviteCount", "unmanagedMembers"];

/** After a success, what was recorded is what the next refresh finds. */
function problemsOfRecord({ refreshed }: RunResult, plan: Plan): string[] {
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

/** Once all is as declared, a run writes nothing. */
async function problemsOfQuietRun(prepared: Case): Promise<string[]> {
  const { writes } = prepared.journal;
  const problems = problemsOfQuiet(await prepared.run());
  return prepared.journal.writes > writes ? [...problems, "a quiet run writes"] : problems;
}

/** And a preview shows nothing. */
async function problemsOfPreview(prepared: Case): Promise<string[]> {
  return problemsOfQuiet(await prepared.preview());
}

function problemsOfQuiet({ errors, operations }: Outcome): string[] {
  const busy = Object.entries(operations).filter(([, operation]) => operation !== "same");
  return [
    ...errors.map((error) => `a quiet run fails: ${error}`),
    ...busy.map(([name, operation]) => `a quiet run shows ${operation} of ${name}`),
  ];
}

/** A process killed while it sends an invite again cannot know that it did, and sends it once more. */
function problemsOfJournal({ journal, scenario }: Case, clean: Clean, isKilled: boolean): string[] {
  const isResent = isKilled && scenario.name.endsWith("-resend");
  const beyond = (label: string, found: string[], expected: string[]) =>
    excess(found, expected).map((who) => `${who} was ${label} more often than without the fault`);
  return [
    ...beyond("emailed", journal.emails, isResent ? [...clean.emails, ...clean.emails] : clean.emails),
    ...others(journal.removed, clean.removed).map((who) => `${who} was removed, whom a clean run leaves`),
    ...others(journal.revoked, clean.revoked).map(
      (who) => `${who}'s invite was revoked, which a clean run leaves`,
    ),
    ...others(journal.changed, clean.changed).map(
      (who) => `${who}'s roles were changed, which a clean run leaves`,
    ),
  ];
}

/** Whatever was sent by a run that failed is taken back when the program no longer wants it. */
async function problemsOfTakingOut(prepared: Case, clean: Clean): Promise<string[]> {
  if (prepared.journal.emails.length === 0) return [];
  return prepared.tentatively(async () => {
    const { errors } = await prepared.run({});
    if (errors.length > 0) return errors.map((error) => `taking everything out fails: ${error}`);
    const { picture, journal } = prepared;
    const left = Object.keys(picture).filter(
      (name) =>
        name.startsWith("invite ") &&
        !(name in clean.takenOut) &&
        journal.emails.some((email) => name.endsWith(`/${email}`)),
    );
    return left.map((name) => `after everything was taken out, ${name} is left`);
  });
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
