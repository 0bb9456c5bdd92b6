import { removalsAllowed } from "../../../provider/vocabulary/removal-limit";
import type { Outcome, Program } from "../../support/engine";
import { promisedOutputs } from "../../support/promised-outputs";
import type { RecordedResource } from "../../support/provider-calls";
import type { History, RosterOptions } from "./actions";
import { DeclaredNow, type Who } from "./declared-now";
import type { Declaration, DeclaredProgram } from "./declared-program";
import { Emails } from "./emails";
import type { Losant } from "./losant";
import { SettingsWatch } from "./settings";
import { areSame, type Subject, subjectsOf } from "./subjects";
import type { Moment, Write } from "./wire";

type Recorded = readonly { name: string; resource: RecordedResource }[];

interface Removal extends Who {
  email: string;
}

/** What must never happen, whatever does: looks at every write and at what each step has recorded. */
export class Watch {
  readonly violations: string[] = [];
  readonly emails = new Emails();
  private readonly settings: SettingsWatch;
  private declared!: DeclaredNow;
  private before: Recorded = [];
  private program: Program = {};
  private asksTwoFactorOf: (one: Pick<Declaration, "kind">) => boolean = () => false;
  private isPreview = false;
  private how = { isUnrefreshed: false, isPreviewed: false };
  private allowed = 0;
  private removals = new Map<string, Removal>();
  /** Addresses of declared people whose invites were revoked, to be sent again. */
  private reinvited = new Set<string>();

  constructor(
    private readonly losant: Losant,
    private readonly history: Pick<History, "minAdmins">,
    private readonly owner: Who,
  ) {
    this.settings = new SettingsWatch(losant);
    losant.onWrite = (write) => this.see(write);
  }

  beginPreview(): void {
    this.isPreview = true;
  }

  /** Replaced resources that are still to be deleted: no refresh reads them, so what they tell of people is not known. */
  forgetReplaced(replaced: Recorded, current: Recorded): void {
    const known = new Set(emailsIn(current));
    this.emails.forget(new Set(emailsIn(replaced).filter((email) => !known.has(email))));
  }

  /** `isUnrefreshed`: what the stack records of a person is not known to another resource that takes them over. */
  beginUp(
    program: DeclaredProgram,
    recorded: Recorded,
    maxRemovals: number | undefined,
    { isUnrefreshed = false, isPreviewed = false } = {},
  ): void {
    this.isPreview = false;
    this.how = { isUnrefreshed, isPreviewed };
    this.before = recorded;
    this.program = program.program();
    this.asksTwoFactorOf = (one) => program.asksTwoFactorOf(one);
    this.settings.begin(program.settings ?? {});
    this.declared = new DeclaredNow(program, recorded, this.owner, this.losant.members);
    this.removals = new Map();
    this.reinvited = new Set();
    this.emails.beginStep(this.declared);
    if (isUnrefreshed) this.emails.forgetOthers(this.managed());
    this.allowed = allowedRemovals(this.losant.moment(), maxRemovals, this.rosterOptions(program));
  }

  /** `announced` is what the preview and the up have printed; `outcome` is absent after a crash. */
  endUp(recorded: Recorded, announced: string, outcome: Outcome | undefined): void {
    if (!outcome) this.emails.crash();
    for (const removal of this.removals.values()) {
      if (!this.isAnnounced(removal, announced)) this.violated(`${removal.email} is removed unannounced`);
    }
    if (this.removals.size > this.allowed) {
      this.violated(`${this.removals.size} people are removed, ${this.allowed} may be`);
    }
    if (outcome?.errors.length === 0) this.seeUninvited();
    for (const error of outcome?.errors ?? []) this.seeError(error);
    this.seeForgotten(recorded);
    this.seeAbsentOutputs(recorded);
    for (const problem of this.settings.problems()) this.violated(problem);
  }

  violated(text: string): void {
    this.violations.push(text);
  }

  seeError(error: string): void {
    if (/TypeError|undefined|Cannot read|is not (iterable|a function)/.test(error)) {
      this.violated(`an error is no message for people: ${error}`);
    }
  }

  /** The addresses of whom the same resources of the program recorded before. */
  private managed(): ReadonlySet<string> {
    const same = this.before.filter(({ name, resource }) => this.program[name]?.kind === resource.kind);
    return new Set(emailsIn(same));
  }

  private rosterOptions({ roster }: DeclaredProgram): RosterOptions {
    if (roster) return roster.options;
    const recorded = this.before.find(({ resource }) => resource.kind === "orgRoster");
    const limit = recorded?.resource.outputs.maxRemovals;
    return typeof limit === "number" ? { maxRemovals: limit } : {};
  }

  private see(write: Write): void {
    if (this.isPreview) this.violated(`the preview sends ${write.call}`);
    if (write.userId === this.owner.userId) this.violated(`${write.call} names the authenticated user`);
    if (write.call === `DELETE ${this.losant.orgId}`) this.violated("the organization is deleted");
    if (write.call === "DELETE member") this.seeRemoval(write);
    if (write.call === "DELETE invites") this.seeRevocation(write);
    if (write.call === "POST invites") this.seeInvite(write);
    this.seeAdmins(write);
    const [admins, now] = [adminsIn(write.before), adminsIn(write.after)];
    if (now < admins && now < this.history.minAdmins) {
      this.violated(`${write.call} leaves ${now} admins, the floor is ${this.history.minAdmins}`);
    }
  }

  /** Nobody is made an admin, or invited as one, without the second factor that is asked for. */
  private seeAdmins({ call, before, after }: Write): void {
    const admins = (moment: Moment) => [...moment.members, ...moment.invites].filter(isAdmin);
    const were = new Set(admins(before).map(({ email }) => email));
    for (const one of admins(after).filter(({ email }) => !were.has(email))) {
      const declaration = this.declared.stating(one.email);
      const isAsked = declaration !== undefined && this.asksTwoFactorOf(declaration);
      if (isAsked && !("twoFactorAuthEnabled" in one && one.twoFactorAuthEnabled))
        this.violated(`${call} makes ${one.email} an admin without a second factor`);
    }
  }

  private seeRemoval({ userId, before }: Write): void {
    const member = before.members.find((one) => one.userId === userId);
    if (!member) return;
    if (this.declared.has(member) && !this.declared.mayGo(member, this.how))
      this.violated(`${member.email} is removed, and the program declares them`);
    this.removals.set(member.userId, { email: member.email, userId: member.userId });
  }

  private seeRevocation({ inviteId, before }: Write): void {
    const invite = before.invites.find((one) => one.id === inviteId);
    if (!invite) return;
    const who = { email: invite.email };
    if (this.declared.has(who)) {
      if (!this.declared.mayGo(who, this.how)) this.reinvited.add(invite.email);
    } else this.removals.set(invite.email, { email: invite.email });
  }

  private seeInvite({ email = "", isDone, isConfirmed, before, after }: Write): void {
    if (before.invites.some((one) => one.email === email)) {
      this.violated(`${email} is to be invited beside a valid invite`);
    }
    this.seeInviteOfMember(email, before);
    if (!isDone) return;
    this.reinvited.delete(email);
    const seats = after.members.length + after.invites.length;
    if (seats > (after.limit ?? Number.POSITIVE_INFINITY)) this.violated(`${seats} seats are taken`);
    const problem = this.emails.send(email, this.losant.store.now(), isConfirmed, this.declared);
    if (problem) this.violated(problem);
  }

  /**
   * Whoever is a member, and stated by an address that they had before, is not to be invited to it. Without a refresh, what
   * another resource has recorded of them is not known.
   */
  private seeInviteOfMember(email: string, { members }: Moment): void {
    if (this.how.isUnrefreshed) return;
    const declaration = this.declared.stating(email);
    if (!declaration || declaration.kind === "OrgInvite") return;
    const userId = this.declared.userIdOf(declaration);
    const member = members.find((one) => one.userId === userId);
    if (member) this.violated(`${email} is invited, and is the member ${member.email}`);
  }

  /** A revoked invite of somebody declared must be followed by the next one, in a step without errors. */
  private seeUninvited(): void {
    for (const email of this.reinvited) {
      if (!this.losant.member(email))
        this.violated(`the invite of ${email} is revoked, none is sent, and no error is told`);
    }
  }

  private isAnnounced({ email, userId }: Removal, announced: string): boolean {
    if (announced.includes(`- remove ${email} `)) return true;
    if (announced.includes(`- revoke the invite of ${email} `)) return true;
    if (announced.includes(`. ${email} is gone already`)) return true;
    if (announced.includes(`${email}: access has ended `)) return true;
    return this.before.some(({ name, resource }) => {
      const isKept = this.program[name]?.kind === resource.kind && resource.kind === "orgRoster";
      return (
        !isKept && subjectsOf(resource).some((one) => areSame(one, { email, userId }) && !one.isRetained)
      );
    });
  }

  /** An output that the schema promises and the stack does not record is unknown to every preview. */
  private seeAbsentOutputs(recorded: Recorded): void {
    for (const { name, resource } of recorded) {
      const { kind, outputs } = resource;
      const promised = promisedOutputs(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}`);
      const absent = promised.filter((output) => outputs[output] === undefined);
      if (absent.length > 0) this.violated(`${name} records no ${absent.join(", ")}`);
    }
  }

  /** Whoever is no longer recorded is gone, declared elsewhere, or meant to stay. */
  private seeForgotten(recorded: Recorded): void {
    const after = recorded.flatMap(({ resource }) => subjectsOf(resource));
    const rosterIsGone = !recorded.some(({ resource }) => resource.kind === "orgRoster");
    for (const { resource } of this.before) {
      for (const one of subjectsOf(resource)) {
        const isRetained = one.isRetained && (one.kind !== "orgRoster" || rosterIsGone);
        const isRecorded = after.some((other) => areSame(other, one));
        if (isRetained || isRecorded || this.declared.has(one)) continue;
        const stage = this.stageOf(one);
        if (
          one.kind === "orgInvite"
            ? stage === "invite"
            : stage === "member" || (stage === "invite" && one.kind !== "orgMember")
        ) {
          this.violated(`${one.email} is no longer recorded by ${one.kind}, and is still there (${stage})`);
        }
      }
    }
  }

  private stageOf(who: Subject): "member" | "invite" | "absent" {
    if (this.losant.members.some((one) => areSame(one, who))) return "member";
    const { email } = who;
    return this.losant.validInvites.some((one) => one.email === email) ? "invite" : "absent";
  }
}

function emailsIn(recorded: Recorded): string[] {
  return recorded.flatMap(({ resource }) => subjectsOf(resource).map(({ email }) => email));
}

function adminsIn({ members }: Moment): number {
  return members.filter(isAdmin).length;
}

function isAdmin({ role }: { role: string }): boolean {
  return role === "admin";
}

function allowedRemovals(
  { members, invites }: Moment,
  maxRemovals: number | undefined,
  roster: RosterOptions,
): number {
  const limit = maxRemovals === undefined ? undefined : { count: maxRemovals };
  const own = removalsAllowed(limit, members.length + invites.length);
  return maxRemovals === undefined ? own + (roster.maxRemovals ?? 0) : own;
}
