import type { Outcome } from "../../../support/engine";
import { type Case, differences, type RunResult } from "./case";
import type { Clean } from "./clean";
import {
  problemsOfEnd,
  problemsOfErrors,
  problemsOfJournal,
  problemsOfMemory,
  problemsOfRecord,
  problemsOfSuccess,
} from "./problems";
import type { Plan } from "./wire";

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
  return [...problems, ...problemsOfJournal(prepared, clean, plan, run.isKilled)];
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
