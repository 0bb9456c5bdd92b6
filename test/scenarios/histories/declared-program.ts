import type { Program } from "../../support/engine";
import type { Properties } from "../../support/provider-messages";
import { type Desired, people, type RosterOptions, type Settings, type SingleKind } from "./actions";
import { contentOf, entryOf, kinds, momentOf, rolesOf, stated, untilOf } from "./stated-arguments";

interface Single {
  kind: SingleKind;
  name: string;
  email: string;
  userId: string | undefined;
  desired: Desired;
  resend: number;
  /** Whether the resource goes before its replacement is made. */
  deleteBeforeReplace?: boolean | undefined;
}

interface Entry {
  email: string;
  desired: Desired;
}

/** A person as the program declares them. */
export interface Declaration {
  kind: SingleKind | "OrgRoster";
  /** The resource's name. */
  name: string;
  email: string;
  userId: string | undefined;
  desired: Desired;
  /** All that decides about an email to them. */
  content: string;
}

/** By which address somebody is stated, and in which resource. */
export type Statement = Pick<Declaration, "kind" | "name" | "email">;

/** What a program has from the beginning. */
interface Frame {
  orgId: string;
  owner: string;
  /** How it spells addresses. */
  isUpperCase: boolean;
  asksTwoFactor: boolean;
}

export const rosterName = "everybody";
export const organizationName = "acme";

/** The program of a history, as somebody edits it. */
export class DeclaredProgram {
  readonly singles = new Map<number, Single>();
  /** The OrgMember of a person who has an OrgInvite too. */
  readonly followers = new Map<number, Single>();
  roster: { options: RosterOptions; isFirst: boolean; entries: Map<number, Entry> } | undefined;

  /** What the Organization states; absent where there is none. */
  settings: Settings | undefined;

  constructor(
    private readonly frame: Frame,
    /** By Losant's clock. */
    private readonly now: () => number,
  ) {}

  declare(who: number, kind: SingleKind, email: string, userId: string | undefined, desired: Desired): void {
    const old = this.singles.get(who);
    this.takeOut(who);
    const address = old && old.kind === kind ? old.email : email;
    const name = old?.name ?? this.freeName(people[who] ?? "");
    this.singles.set(who, { kind, name, email: address, userId, desired, resend: old?.resend ?? 0 });
  }

  enroll(who: number, email: string, desired: Desired): void {
    const old = this.roster?.entries.get(who);
    this.takeOut(who);
    this.roster ??= { options: {}, isFirst: false, entries: new Map() };
    this.roster.entries.set(who, { email: old?.email ?? email, desired });
  }

  hasInvite(who: number): boolean {
    return this.singles.get(who)?.kind === "OrgInvite";
  }

  /** Declares the member that came of an invite beside it. */
  followInvite(who: number, email: string, desired: Desired): void {
    const invite = this.singles.get(who);
    if (invite === undefined) return;
    const name = `${people[who]}-member`;
    this.followers.set(who, { ...invite, kind: "OrgMember", name, email, desired, resend: 0 });
  }

  takeOut(who: number): void {
    this.singles.delete(who);
    this.followers.delete(who);
    this.roster?.entries.delete(who);
  }

  change(who: number, desired: Partial<Desired>): void {
    const found = this.singles.get(who) ?? this.roster?.entries.get(who);
    if (found) found.desired = { ...found.desired, ...desired };
  }

  rename(who: number): void {
    const single = this.singles.get(who);
    if (single) single.name = this.freeName(`${single.name}-renamed`);
  }

  /** Two resources of a class exchange whom they name. */
  swap(who: number, other: number, deleteBeforeReplace: boolean): void {
    const [one, two] = [this.singles.get(who), this.singles.get(other)];
    if (!one || !two || one.kind !== two.kind) return;
    [one.name, two.name] = [two.name, one.name];
    for (const single of [one, two]) single.deleteBeforeReplace = deleteBeforeReplace;
  }

  private freeName(name: string): string {
    const isTaken = [...this.singles.values()].some((single) => single.name === name);
    return isTaken ? this.freeName(`${name}-again`) : name;
  }

  resend(who: number): void {
    const single = this.singles.get(who);
    if (single) single.resend += 1;
  }

  followAddress(who: number, email: string): void {
    for (const one of this.statementsOf(who)) one.email = email;
  }

  /** Who else is stated by an address by which this person is stated. */
  othersStatedLike(who: number): number[] {
    const emails = new Set(this.statementsOf(who).map(({ email }) => email));
    const others = Object.keys(people)
      .map(Number)
      .filter((other) => other !== who);
    return others.filter((other) => this.statementsOf(other).some(({ email }) => emails.has(email)));
  }

  /** By which address a person is stated, and in which resource. */
  statementOf(who: number): Statement | undefined {
    const entry = this.roster?.entries.get(who);
    return this.singles.get(who) ?? (entry && { kind: "OrgRoster", name: rosterName, email: entry.email });
  }

  private statementsOf(who: number): { email: string }[] {
    const all = [this.singles.get(who), this.followers.get(who), this.roster?.entries.get(who)];
    return all.filter((one) => one !== undefined);
  }

  setRoster(options: RosterOptions, isFirst: boolean): void {
    this.roster = { options, isFirst, entries: this.roster?.entries ?? new Map() };
  }

  /** The roster's options: beside other resources it must leave alone whom it does not name. */
  get rosterOptions(): RosterOptions {
    const { options = {} } = this.roster ?? {};
    return this.singles.size > 0 ? { ...options, unmanaged: "ignore" } : options;
  }

  /** What the engine is given. */
  program(): Program {
    const singles = this.allSingles.map((single): [string, Program[string]] => [
      single.name,
      {
        kind: kinds[single.kind],
        args: this.argumentsOf(single),
        deleteBeforeReplace: single.deleteBeforeReplace ?? false,
      },
    ]);
    const roster = this.roster ? [this.rosterResource(this.roster)] : [];
    const people = this.roster?.isFirst ? [...roster, ...singles] : [...singles, ...roster];
    return Object.fromEntries(this.settings ? [this.organization(this.settings), ...people] : people);
  }

  private get allSingles(): Single[] {
    return [...this.singles.values(), ...this.followers.values()];
  }

  /**
   * Everybody whom the program declares and whose access has not ended, the authenticated user apart. The end of a member
   * counts whatever the invite says that they came of.
   */
  declarations(): Declaration[] {
    const followers = [...this.followers].filter(([, { desired }]) => this.hasEnded({ desired }));
    const over = followers.map(([who]) => this.singles.get(who)?.email);
    return this.allDeclarations().filter(
      (one) => !this.hasEnded(one) && !(one.kind === "OrgInvite" && over.includes(one.email)),
    );
  }

  /** Everybody whom the program declares and whose access has ended. */
  endedDeclarations(): Declaration[] {
    return this.allDeclarations().filter((one) => this.hasEnded(one));
  }

  private hasEnded({ desired: { until } }: Pick<Declaration, "desired">): boolean {
    return until !== undefined && this.now() >= momentOf(until);
  }

  private allDeclarations(): Declaration[] {
    const singles = this.allSingles.map(({ kind, name, email, userId, desired, resend }) => {
      const isById = kind === "OrgMember by userId";
      const content =
        kind.startsWith("OrgMember ") || kind === "OrgMember"
          ? ""
          : contentOf(this.invited(kind, desired), resend);
      return {
        kind,
        name,
        email: isById ? "" : email,
        userId: isById ? userId : undefined,
        desired,
        content,
      };
    });
    const { entries = new Map<number, Entry>() } = this.roster ?? {};
    const { disallowTransfer, unmanaged } = this.rosterOptions;
    const members = [...entries.values()].map(({ email, desired }) => {
      const invited = { ...this.invited("OrgRoster", desired), disallowTransfer };
      const content = contentOf(invited, 0, unmanaged === "remove");
      return { kind: "OrgRoster" as const, name: rosterName, email, userId: undefined, desired, content };
    });
    return [...singles, ...members];
  }

  private argumentsOf({ kind, email, userId, desired, resend }: Single): Properties {
    const { deletionPolicy, disallowTransfer, renewal } = desired;
    const common = { orgId: this.frame.orgId, ...rolesOf(desired), until: untilOf(desired) };
    if (kind === "OrgMember") return stated({ ...common, email: this.spelled(email), deletionPolicy });
    if (kind === "OrgMember by userId") return stated({ ...common, userId, deletionPolicy });
    const invite = {
      ...common,
      email: this.spelled(email),
      disallowTransfer,
      renewal,
      resend: resend > 0 ? `${resend}` : undefined,
    };
    return stated(kind === "OrgInvite" ? invite : { ...invite, deletionPolicy, ...this.twoFactor });
  }

  private get twoFactor(): Properties {
    return this.frame.asksTwoFactor ? { requireTwoFactor: "admins", roleUntilTwoFactor: "edit" } : {};
  }

  /** What an invite gives: of whom is invited no second factor is known. */
  private invited(kind: Declaration["kind"], desired: Desired): Desired {
    const isHeldBack = desired.role === "admin" && this.asksTwoFactorOf({ kind });
    return isHeldBack ? { ...desired, role: "edit" } : desired;
  }

  /** Whether somebody may become an admin with a second factor only. */
  asksTwoFactorOf({ kind }: Pick<Declaration, "kind">): boolean {
    return this.frame.asksTwoFactor && (kind === "OrgMembership" || kind === "OrgRoster");
  }

  private spelled(email: string): string {
    return this.frame.isUpperCase ? email.toUpperCase() : email;
  }

  private organization(settings: Settings) {
    const args = stated({ orgId: this.frame.orgId, ...settings });
    const resource: Program[string] = { kind: "organization", args };
    return [organizationName, resource] as const;
  }

  private rosterResource({ entries }: NonNullable<DeclaredProgram["roster"]>) {
    const members = [...entries.values()].map(({ email, desired }) => [
      this.spelled(email),
      entryOf(desired),
    ]);
    const { orgId, owner } = this.frame;
    const args = { orgId, members: { [owner]: "admin", ...Object.fromEntries(members) } };
    const resource: Program[string] = {
      kind: "orgRoster",
      args: stated({ ...args, ...this.rosterOptions, ...this.twoFactor }),
    };
    return [rosterName, resource] as const;
  }
}
