import type { ActionName, UserApiToken } from "../../client";
import { printable } from "../../client/printable";
import { lackedBy, roleLimitOf } from "../../client/token-in-use";
import { counted } from "../vocabulary/text";
import type { ChangeStep } from "./steps";

const day = 24 * 60 * 60 * 1000;
const warningDays = 30;
const urgentDays = 7;
/** So much of a token's name is shown. */
const longestName = 80;

/** A warning of an API token that expires within 30 days, a louder one within 7; undefined for any other. */
export function tokenWarning(expiry: Date | undefined, now: Date): string | undefined {
  if (expiry === undefined) return undefined;
  const left = Math.ceil((expiry.getTime() - now.getTime()) / day);
  if (left <= 0 || left > warningDays) return undefined;
  const what = `the API token expires in ${counted(left, "day", "days")}, on ${expiry.toISOString().slice(0, 10)}`;
  const then = left <= urgentDays ? "; from then on every run fails, and access that ends does not end" : "";
  return `${what}${then}: make a new one at Losant, and put it in the place of this one.`;
}

/** What changes something at Losant, in the words of a warning. */
const writes = {
  "org.inviteMember": "invite people",
  "org.revokeInvite": "revoke invites",
  "org.modifyMember": "change roles",
  "org.removeMember": "remove members",
  "org.patch": "change settings",
  "org.transferResources": "transfer applications and dashboards",
  "org.delete": "delete organizations",
  "orgs.post": "create organizations",
} as const satisfies Partial<Record<ActionName, string>>;

/** An action that changes something at Losant. */
export type Write = keyof typeof writes;

/** Those that are told together: who changes people sooner or later needs them. */
const ofPeople = ["org.inviteMember", "org.revokeInvite", "org.modifyMember", "org.removeMember"] as const;

/** Which actions carry out a step: an invite that is there is revoked before another takes its place. */
export function writesOf(step: ChangeStep): Write[] {
  if (step.does === "revoke") return ["org.revokeInvite"];
  if (step.does === "remove") return ["org.removeMember"];
  if (step.does === "change roles") return ["org.modifyMember"];
  const isReplaced = ["roles", "disallowTransfer", "expired"].includes(step.cause.is);
  return isReplaced ? ["org.revokeInvite", "org.inviteMember"] : ["org.inviteMember"];
}

/** Why Losant will probably refuse something that is planned. */
interface RightsWarning {
  /** Without the token's name, which not every process of a run knows. */
  problem: string;
  text: string;
}

/**
 * Warnings of a token that may not do something that is planned, as far as Losant lists its scopes and the limit of its
 * role. `inUse` are the tokens of which the one in use is one, `orgId` the organization of the plan, if it is there.
 */
export function rightsWarnings(
  inUse: readonly UserApiToken[],
  orgId: string | undefined,
  planned: readonly Write[],
): RightsWarning[] {
  if (planned.length === 0) return [];
  const limit = orgId === undefined ? undefined : roleProblem(inUse, orgId);
  return [scopeProblem(inUse, planned), limit].flatMap((problem) =>
    problem === undefined ? [] : { problem, text: `${nameOf(inUse)} ${problem}` },
  );
}

function scopeProblem(inUse: readonly UserApiToken[], planned: readonly Write[]): string | undefined {
  if (lackedBy(inUse, planned).length === 0) return undefined;
  const told = ofPeople.some((action) => planned.includes(action)) ? [...ofPeople, ...planned] : planned;
  const missing = lackedBy(inUse, [...new Set(told)]);
  const deeds = missing.map((action) => `${writes[action]} (${action})`);
  const wide = [...new Set(missing.map((action) => `${action.split(".")[0]}.*`))].join(" and ");
  return (
    `has no scope to ${listed(deeds)}, so Losant will probably refuse some of what this run plans. For an up use a token ` +
    `with those of these scopes that the program needs, or with ${wide}; previews need none of them.`
  );
}

/** Only admins change people and settings (Losant's documentation). */
function roleProblem(inUse: readonly UserApiToken[], orgId: string): string | undefined {
  const role = roleLimitOf(inUse, orgId);
  if (role === undefined) return undefined;
  return (
    `is limited to the role ${role} in organization ${orgId}, where only admins change people and settings, so Losant will ` +
    `probably refuse what this run plans there. For an up use a token with the role admin; previews do not need it.`
  );
}

function nameOf([token, ...others]: readonly UserApiToken[]): string {
  if (others.length > 0) return `the API token, which is one of ${others.length + 1} of its user,`;
  if (token?.name === undefined) return "the API token";
  const isLong = token.name.length > longestName;
  return `the API token "${printable(token.name.slice(0, longestName))}${isLong ? "…" : ""}"`;
}

/** `one`; `one or another`; `one, another or a third`. */
function listed(all: readonly string[]): string {
  const first = all.slice(0, -1).join(", ");
  return first === "" ? all.join() : `${first} or ${all.at(-1)}`;
}
