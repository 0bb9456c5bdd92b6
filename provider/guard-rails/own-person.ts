import { isLosantError, type Member } from "../../client";
import type { Run } from "../run/run";

/**
 * Whether a member is the token's own person, whom no run may change: it would saw off its own branch. Where
 * the token may not tell whose it is, the guard is off and says so once.
 */
export async function isOwnPerson(run: Run, member: Pick<Member, "userId">): Promise<boolean> {
  const own = await ownUserId(run);
  return own !== undefined && own === member.userId;
}

/** The token's own person's id; undefined where the token may not tell. */
export async function ownUserId(run: Run): Promise<string | undefined> {
  try {
    return (await run.me()).userId.toLowerCase();
  } catch (error) {
    if (!isLosantError(error) || (error.status !== 401 && error.status !== 403)) throw error;
    run.tell(
      "warning: the token may not tell whose it is, so nothing keeps this program from changing that person's " +
        "own membership. A token with the scope me.get turns this guard on.",
    );
    return undefined;
  }
}

export function ownPersonRefusal(member: Pick<Member, "email">): string {
  return (
    `${member.email} is the person whom the API token belongs to, and no run changes that person's own roles ` +
    `(Losant refuses it too). Let another admin's token make this change, or leave the roles as they are.`
  );
}
