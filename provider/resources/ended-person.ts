import type { Member } from "../../client";
import { adminEndWarning, endWarning } from "../decisions/access-end";
import { belowAdminFloor } from "../decisions/guard-rails/admin-floor";
import { removalLimitReached } from "../decisions/guard-rails/removal-limit";
import { findMember, type PersonKey } from "../decisions/people-index";
import { statusOf } from "../decisions/person-status";
import type { Snapshot } from "../decisions/snapshot";
import { type RemovalRules, runRules } from "../live/remove-person";
import type { RunOrganization } from "../live/run-organization";
import { describeTerms, type Terms } from "../vocabulary/terms";
import { removeDeclared } from "./remove-declared";
import type { Context } from "./resource-lifecycle";

/** How plans and receipts tell of it. */
export function ending(terms: Terms): string {
  return `access has ended (${describeTerms(terms)})`;
}

/** Somebody whose access is over, or will be. */
export class EndedPerson {
  readonly member: Member | undefined;
  readonly isThere: boolean;
  readonly name: string;

  constructor(
    private readonly organization: RunOrganization,
    private readonly person: PersonKey,
    private readonly reach: RemovalRules["reach"],
    private readonly snapshot: Snapshot,
  ) {
    const { email, userId } = person;
    const { members } = snapshot.organization;
    this.member = reach === "invite" ? undefined : findMember(members, { email, userId });
    const isInvited = reach !== "member" && statusOf(snapshot, { email, userId }).stage === "pending";
    const isElsewhere = organization.declared.managerOf({ email, userId }, members) !== undefined;
    this.isThere = (this.member !== undefined || isInvited) && !isElsewhere;
    this.name = this.member?.email ?? email ?? `user ${userId}`;
  }

  /** Why the access cannot end, with all that this run plans. */
  async previewEnd(terms: Terms, isNew: boolean, context: Context): Promise<string[]> {
    const { orgId } = this.organization;
    const what = this.isThere ? `will be removed from organization ${orgId}` : "nobody is there to remove";
    if (isNew && this.reach === "member" && !this.member) return [notThere(this.name, terms, orgId)];
    if (isNew) context.report.info(`${this.name}: ${ending(terms)}; ${what}.`);
    if (!this.isThere) return [];
    const problem = (await this.refusal(terms, context)) ?? (await this.beyondLimit());
    if (problem !== undefined) this.organization.planned.forgetRemoval(this.key);
    return problem === undefined ? [] : [problem];
  }

  private get key(): PersonKey {
    return { userId: this.member?.userId, email: this.member ? undefined : this.person.email };
  }

  /** Notes the removal, and why it may not be: the token's user, or too few other admins. */
  private async refusal(terms: Terms, { run, report }: Context): Promise<string | undefined> {
    const { member, organization } = this;
    const { planned, orgId } = organization;
    if (!member) planned.revoked.add(this.person.email ?? "");
    if (!member) return undefined;
    if ((await run.ownUserId(report)) === member.userId) return ownAccess(member, orgId);
    planned.removed.add(member.userId);
    if (member.role !== "admin") return undefined;
    const { members } = this.snapshot.organization;
    const problem = belowAdminFloor(members, organization.allPlanned(), run.settings.minAdmins);
    return problem && `${this.name}: ${ending(terms)}, and stays an admin: ${problem}`;
  }

  /** With all that this run plans to remove. */
  private async beyondLimit(): Promise<string | undefined> {
    const { count } = (await runRules(this.organization, this.reach)).budget;
    const wanted = this.organization.plannedRemovals;
    if (wanted <= count.allowed - count.sent) return undefined;
    return removalLimitReached(count, { email: this.name, orgId: this.organization.orgId }, wanted);
  }

  warnOfEnd(terms: Terms, { run, report }: Context): void {
    const { now, organization } = this.snapshot;
    const soon = endWarning(this.name, terms, now);
    if (soon === undefined) return;
    report.warn(soon);
    const { minAdmins } = run.settings;
    const alone = adminEndWarning(this.name, this.member?.userId, organization.members, minAdmins);
    if (alone !== undefined) report.warn(alone);
  }

  async remove(terms: Terms, report: Context["report"]): Promise<void> {
    report.info(`${this.name}: ${ending(terms)}.`);
    const rules = await runRules(this.organization, this.reach);
    await removeDeclared(this.organization, { person: this.person, email: this.name }, rules, report);
    this.organization.planned.forgetRemoval(this.key);
  }
}

/** A member is recorded by their user id, which is not known of somebody who is not there. */
function notThere(name: string, terms: Terms, orgId: string): string {
  return (
    `${name} is not a member of organization ${orgId}, and ${ending(terms)}: nothing is left for this OrgMember to do, ` +
    `take it out of the program.`
  );
}

function ownAccess({ email }: Member, orgId: string): string {
  return (
    `${email} is the user whom the API token belongs to, and their access to organization ${orgId} has ended: state ` +
    `a later until, or use the token of another admin.`
  );
}
