import { isLosantError } from "../../client";
import { messageOf } from "../engine/errors";
import type { Run } from "../run/run";

/** As {@link existing}, for work that needs the invites too: both are asked for at once. */
export function existingWithInvites<Result>(
  run: Run,
  orgId: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  run.live(orgId).askForBoth();
  return existing(run, orgId, work);
}

/**
 * Does something within an organization; undefined where Losant answers 404 for the organization itself. Any
 * other failure is thrown: nothing counts as gone because a request failed.
 */
export async function existing<Result>(
  run: Run,
  orgId: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  if (await isThere(run, orgId)) return work();
  run.tell(
    `warning: organization ${orgId}: Losant answers 404, so what the stack holds of it counts as gone. ` +
      `If it should be there, the token may be the wrong one: it belongs to ${await tokensPerson(run)}.`,
  );
  return undefined;
}

async function isThere(run: Run, orgId: string): Promise<boolean> {
  try {
    await run.live(orgId).organization();
    return true;
  } catch (error) {
    if (isLosantError(error) && error.status === 404) return false;
    throw error;
  }
}

/**
 * The message of an error, for whoever reads a preview. A 404 may also mean a wrong token, so it names the
 * token's person.
 */
export async function explain(run: Run, error: unknown): Promise<string> {
  if (!isLosantError(error) || error.status !== 404) return messageOf(error);
  return `${messageOf(error)} The token belongs to ${await tokensPerson(run)}.`;
}

/** Whom the token belongs to, for messages; a token may have no right to tell. */
export async function tokensPerson(run: Run): Promise<string> {
  try {
    return (await run.me()).email;
  } catch {
    return "somebody whom it may not tell (it has no me.* scope)";
  }
}
