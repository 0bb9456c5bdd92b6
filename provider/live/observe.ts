import type { Run } from "../run/run";
import type { PersonKey } from "./people-index";
import { type Standing, standingIn } from "./standing";

/**
 * Looks a person up: as a member by user id where that is known, since an address may change, else by address;
 * then among the invites.
 */
export async function observe(run: Run, orgId: string, person: PersonKey): Promise<Standing> {
  const live = run.live(orgId);
  const [members, invites] = await Promise.all([live.members(), live.invites()]);
  return standingIn({ members, invites, now: run.now() }, person);
}
