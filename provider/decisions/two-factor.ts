import type { Member } from "../../client";
import type { RecordedInvite } from "../vocabulary/desired-invite";
import type { Role } from "../vocabulary/roles";
import type { TwoFactorRule } from "../vocabulary/two-factor";
import type { PersonStatus } from "./person-status";

/** What a stack records of somebody's role, and whether they wait for their second factor. */
export type RecordedRole = Pick<RecordedInvite, "role" | "awaitsTwoFactor">;

/** Whether somebody signs in with a second factor, or by single sign-on, where it is the identity provider's. */
export function hasTwoFactor({ twoFactorAuthEnabled, ssoLinked }: Member): boolean {
  return twoFactorAuthEnabled === true || ssoLinked === true;
}

/**
 * The role for the meantime of somebody who is to be an admin and has no second factor; undefined for nobody. Of whom is
 * invited it is not known. Who is an admin already stays one.
 */
export function roleForMeantime(
  rule: TwoFactorRule | undefined,
  status: PersonStatus,
  stated: Role | undefined,
): Role | undefined {
  if (rule?.roleUntil === undefined || stated !== "admin") return undefined;
  if (status.stage !== "member") return rule.roleUntil;
  return status.member.role === "admin" || hasTwoFactor(status.member) ? undefined : rule.roleUntil;
}

/**
 * How a role is recorded that was read: as stated while somebody waits for their second factor, so that nothing differs
 * meanwhile; once it is there as it is, which makes the next `up` give them the role. Who had it all along waits for nothing:
 * somebody has changed their role by hand.
 */
export function recordedRole(
  rule: TwoFactorRule | undefined,
  status: PersonStatus,
  live: Role | undefined,
  { role, awaitsTwoFactor }: RecordedRole,
): RecordedRole {
  const isWaiting = role === "admin" || awaitsTwoFactor === true;
  // Of whom nothing is there it stays known which role their last invite gave.
  if (status.stage === "absent" && live === "admin") return { role: live, awaitsTwoFactor };
  if (rule?.roleUntil === undefined || live !== rule.roleUntil || !isWaiting)
    return { role: live, awaitsTwoFactor: undefined };
  const isThere = status.stage === "member" && hasTwoFactor(status.member);
  return isThere ? { role: live, awaitsTwoFactor } : { role: "admin", awaitsTwoFactor: true };
}

/**
 * What was last sent to somebody: not the role to come, but the one for the meantime. `role` is that of the program, where it is
 * not recorded.
 */
export function sentTo(recorded: RecordedInvite | undefined, role?: Role): RecordedInvite | undefined {
  if (!recorded?.awaitsTwoFactor || recorded.role !== "admin") return recorded;
  return { ...recorded, role: recorded.roleUntilTwoFactor ?? role ?? recorded.role };
}

/** Somebody whom a program declares. */
interface Declared {
  email: string;
  /** The role that it states; undefined where it states none. */
  role: Role | undefined;
  status: PersonStatus;
}

/** Who is what they may be with a second factor only, and has none as far as Losant says; undefined for nobody. */
export function missingTwoFactor(
  rule: TwoFactorRule | undefined,
  people: readonly Declared[],
  orgId: string,
): string | undefined {
  if (rule === undefined) return undefined;
  const invited = invitedAsAdmin(rule, people, orgId);
  const problems = [...lackingIn(rule, people, orgId), ...(invited === undefined ? [] : [invited])];
  return problems.length === 0 ? undefined : problems.join("\n");
}

/** Whom a rule asks for a second factor, who are there and have none: their addresses. */
export function withoutTwoFactor(rule: TwoFactorRule | undefined, people: readonly Declared[]): string[] {
  const lacking = rule === undefined ? [] : people.filter((person) => lacksIt(rule, person));
  return lacking.map(({ email }) => email);
}

function lackingIn(rule: TwoFactorRule, people: readonly Declared[], orgId: string): string[] {
  const lacking = people.filter((person) => lacksIt(rule, person));
  const emailsOf = (areAdmins: boolean) =>
    lacking.filter(({ status }) => isAdmin(status) === areAdmins).map(({ email }) => email);
  const [admins, others] = [emailsOf(true).sort(), emailsOf(false).sort()];
  const wayOut = rule.of === "all" ? "take them" : "state a lower role or take them";
  const line = (emails: string[], one: string, many: string) =>
    `${emails.join(", ")} ${emails.length === 1 ? one : many} of organization ${orgId} without a second factor, which ` +
    `requireTwoFactor asks for. They turn it on in their Losant account; until then, ${wayOut} out of the program.`;
  return [
    ...(admins.length > 0 ? [line(admins, "is an admin", "are admins")] : []),
    ...(others.length > 0 ? [line(others, "is a member", "are members")] : []),
  ];
}

function isAdmin(status: PersonStatus): boolean {
  return status.stage === "member" && status.member.role === "admin";
}

/** Whoever accepts such an invite is an admin at once. With a role for the meantime it is replaced. */
function invitedAsAdmin(
  { roleUntil }: TwoFactorRule,
  people: readonly Declared[],
  orgId: string,
): string | undefined {
  const invited = people.filter(
    ({ role, status }) =>
      status.stage === "pending" && status.invite.role === "admin" && (role ?? "admin") === "admin",
  );
  if (roleUntil !== undefined || invited.length === 0) return undefined;
  const emails = invited.map(({ email }) => email).sort();
  const [are, invites] = emails.length === 1 ? ["is", "the invite"] : ["are", "the invites"];
  return (
    `${emails.join(", ")} ${are} invited to organization ${orgId} as an admin already, with a second factor or without, and ` +
    `requireTwoFactor asks admins for one: state roleUntilTwoFactor (of an OrgMembership or OrgRoster) or a lower role, which ` +
    `replaces ${invites}, or take them out of the program.`
  );
}

/** Who is to lose what they lack it for needs it no more. */
function lacksIt({ of }: TwoFactorRule, { role, status }: Declared): boolean {
  if (status.stage !== "member" || hasTwoFactor(status.member)) return false;
  return of === "all" || (status.member.role === "admin" && (role ?? "admin") === "admin");
}
