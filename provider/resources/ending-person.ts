import type { Member } from "../../client";
import { adminEndWarning, daysLeft, describeEnded, endWarning } from "../decisions/access-end";
import { changesOfAdmins } from "../decisions/admin-changes";
import { decidePerson, type Reach } from "../decisions/decide-person";
import type { PersonKind } from "../decisions/declared-people";
import { endedBeside } from "../decisions/duplicates";
import type { Refusal } from "../decisions/guard-rails/guard-rail";
import type { PersonKey } from "../decisions/people-index";
import { statusOf } from "../decisions/person-status";
import { plannedPerson } from "../decisions/planned-people";
import type { Snapshot } from "../decisions/snapshot";
import type { RemoveStep, RevokeStep } from "../decisions/steps";
import { planStep } from "../live/judge-steps";
import { recordPlanned } from "../live/plan-record";
import { runRules } from "../live/remove-person";
import type { RunOrganization } from "../live/run-organization";
import { describeRoles } from "../vocabulary/describe-roles";
import type { Reporter } from "../vocabulary/reporter";
import type { Terms } from "../vocabulary/terms";
import { hasEnded } from "../vocabulary/until";
import { removeDeclared } from "./remove-declared";
import type { Context } from "./resource-lifecycle";

/** Which class takes away what. */
export const kindOf = {
  invite: "OrgInvite",
  member: "OrgMember",
  either: "OrgMembership",
} as const satisfies Record<Reach, PersonKind>;

/** Somebody whose access ends or has ended, beside the live organization. */
export class EndingPerson {
  readonly name: string;
  readonly now: Date;
  /** Whether they are a member by an invite, which ends no membership. */
  readonly hasAccepted: boolean;
  /** What takes away the access, as far as the resource reaches; undefined where nothing of it is there. */
  private readonly step: RemoveStep | RevokeStep | undefined;
  /** Of who is gone as well, as far as the stack or this run knows. */
  readonly userId: string | undefined;

  private constructor(
    private readonly organization: RunOrganization,
    private readonly person: PersonKey,
    private readonly reach: Reach,
    private readonly snapshot: Snapshot,
  ) {
    // Whoever has the address of somebody who is gone is another person, whose access goes on.
    const known = person.userId ?? organization.declared.knownUserId(person.email);
    const status = statusOf(snapshot, { email: person.email, userId: known });
    this.userId = status.stage === "member" ? status.member.userId : known;
    this.hasAccepted = reach === "invite" && status.stage === "member";
    const step = decidePerson({
      reach,
      status,
      now: snapshot.now,
      ended: {},
      desired: {},
      recorded: undefined,
    });
    this.step = step.does === "remove" || step.does === "revoke" ? step : undefined;
    this.name = this.member?.email ?? person.email ?? `user ${person.userId}`;
    this.now = snapshot.now;
  }

  static async find(organization: RunOrganization, person: PersonKey, reach: Reach): Promise<EndingPerson> {
    return new EndingPerson(organization, person, reach, await organization.live.snapshot());
  }

  get member(): Member | undefined {
    return this.step?.does === "remove" ? this.step.member : undefined;
  }

  /** Whether something of the access is there that nothing else in the program manages. */
  get isThere(): boolean {
    return this.hasAnything && this.manager === undefined;
  }

  /** Whether something of the access is there. */
  get hasAnything(): boolean {
    return this.step !== undefined;
  }

  /** Whether a new invite, or one that is to be sent again, wants them. */
  get isInvitedAgain(): boolean {
    return this.organization.declared.isInvitedAgain(this.key, this.snapshot.organization.members);
  }

  private get manager() {
    return this.organization.declared.managerOf(this.key, this.snapshot.organization.members, true);
  }

  /** What an `up` does. */
  describePlan(terms: Terms): string {
    const plan = this.isThere ? this.describeLeaving() : undefined;
    return `${this.name}: ${describeEnded(terms)}; ${plan ?? "nobody is there to remove"}.`;
  }

  /** Says what an `up` does with somebody whom another takes the place of. */
  previewReplacement(report: Reporter): void {
    const { members } = this.snapshot.organization;
    const isDeclared = this.organization.declared.managerOf(this.key, members) !== undefined;
    const plan = this.hasAccepted || isDeclared ? undefined : this.describeLeaving();
    if (plan === undefined) return;
    report.info(`${this.name}: ${plan}, unless another resource of the program declares them.`);
    const steps = this.step ? [this.step] : [];
    for (const line of changesOfAdmins(steps, this.organization.orgId)) report.warn(line);
  }

  private describeLeaving(): string | undefined {
    const { orgId, nameOf } = this.organization;
    if (!this.step) return undefined;
    if (this.step.does === "remove")
      return `will be removed from organization ${orgId} (${describeRoles(this.step.member, nameOf)})`;
    return `the invite will be revoked in organization ${orgId} (${describeRoles(this.step.invite, nameOf)})`;
  }

  /** Why the access cannot end, with all that this run plans. */
  async planEnd(terms: Terms, context: Context): Promise<string[]> {
    const { planned } = this.organization;
    const email = this.member?.email ?? this.person.email ?? "";
    if (this.reach === "member" && planned.invited.has(email))
      return [endedBeside(this.name, { kind: "OrgInvite" })];
    if (!this.step) {
      this.recordPlan(terms, context);
      return [];
    }
    if (this.manager) return [endedBeside(this.name, { kind: this.manager.kinds })];
    if (this.member) this.remember();
    const step = { ...this.step, ended: terms };
    const refusals = await planStep(this.organization, this.snapshot, step, context.report);
    this.recordPlan(terms, context, refusals);
    return refusals.map(({ message }) => message);
  }

  /** Writes down what is planned, for whoever shows it to people. */
  recordPlan(ended: Terms, { name }: Context, refusals: readonly Refusal[] = []): void {
    const { organization, step, reach, person, userId } = this;
    recordPlanned(organization, this.snapshot, () => {
      const who = { email: person.email ?? this.member?.email, userId };
      const planned = step ? { ...step, ended } : { does: "keep" as const };
      const { nameOf } = organization;
      const context = { nameOf, applied: undefined, isNew: false, terms: ended };
      const people = [plannedPerson(planned, who, context)];
      return { kind: kindOf[reach], name, people, unchanged: step ? 0 : 1, refusals };
    });
  }

  /** Tells of access that ends soon. */
  warnOfEnd(terms: Terms, { run, report }: Context): void {
    const soon = endWarning(this.name, terms, this.now);
    if (soon === undefined) return;
    report.warn(soon);
    const { members } = this.snapshot.organization;
    const planned = this.organization.allPlanned();
    const alone = adminEndWarning(this.name, this.userId, members, planned, run.settings.minAdmins);
    if (alone !== undefined) report.warn(alone);
    if (this.userId !== undefined) this.organization.planned.endingSoon.add(this.userId);
    this.organization.sharePlan();
  }

  /** Tells that an invite which is accepted ends nothing, where no other resource does. */
  warnOfAccepted(terms: Terms, { report }: Context): void {
    const isNear = hasEnded(terms.until, this.now) || daysLeft(terms, this.now) !== undefined;
    const { members } = this.snapshot.organization;
    const kinds = this.organization.declared.kindsOf(this.key, members);
    const isEndedElsewhere =
      kinds.some((kind) => kind !== "OrgInvite") || this.organization.hasManager(this.key);
    if (!isNear || isEndedElsewhere) return;
    report.warn(
      `${this.name} has accepted the invite, whose until ends no membership: state until in an OrgMember or an ` +
        `OrgMembership, if their access to organization ${this.organization.orgId} is to end.`,
    );
  }

  /** Remembers whose address it is: once they are gone, no list tells it. */
  remember(): void {
    const { declared } = this.organization;
    if (this.userId === undefined) return;
    for (const email of [this.person.email, this.member?.email]) if (email) declared.know(email, this.userId);
  }

  /** Takes away what is there. */
  async remove(terms: Terms, report: Context["report"]): Promise<void> {
    const rules = { ...(await runRules(this.organization, this.reach)), isEnding: true };
    await removeDeclared(this.organization, { person: this.key, email: this.name, terms }, rules, report);
  }

  private get key(): PersonKey {
    return { email: this.person.email, userId: this.userId };
  }
}
