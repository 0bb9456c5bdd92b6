import { LosantClient, type Me, missingTokenMessage, type SettingSource } from "../../client";
import { Intentions } from "../guard-rails/intentions";
import { RemovalCap, removalsAllowed } from "../guard-rails/removal-cap";
import type { RecordedInvite } from "../invites/decision";
import { isExpired } from "../invites/expiry";
import { LiveOrganization } from "../live/live-organization";
import { DeclaredPeople } from "./declared-people";
import { readSettings, type Settings } from "./settings";

/**
 * What all resources of one run share: the client, the live organizations, and whom the run declared. The
 * engine starts a provider process for each preview and each update, so a run is what one process sees.
 */
export class Run {
  readonly client: LosantClient;
  readonly declared = new DeclaredPeople();
  private readonly organizations = new Map<string, LiveOrganization>();
  private readonly meant = new Map<string, Intentions>();
  private readonly mails = new Map<string, RecordedInvite>();
  private readonly caps = new Map<string, Promise<RemovalCap>>();
  private readonly told = new Set<string>();
  private person: Promise<Me> | undefined;
  private isInStep = false;

  constructor(readonly settings: Settings) {
    this.client = new LosantClient(settings.connection);
  }

  /** The program's resources are being checked: from now on the refresh, if there was one, is over. */
  beginStep(): void {
    this.isInStep = true;
  }

  /** Whether there is a token; without one, says once that nothing live is looked at. */
  canAsk(): boolean {
    if (this.settings.connection.apiToken !== undefined) return true;
    this.tell(`warning: nothing was compared with the live organization. ${missingTokenMessage}`);
    return false;
  }

  /** Tells the user a line, once a process however many resources say it. */
  tell(line: string): void {
    if (this.told.has(line)) return;
    this.told.add(line);
    console.log(line);
  }

  /** Tells a line about what this step does or finds; silent in the refresh before it, which compares too. */
  remark(line: string): void {
    if (this.isInStep) this.tell(line);
  }

  live(orgId: string): LiveOrganization {
    const known = this.organizations.get(orgId);
    if (known) return known;
    const live = new LiveOrganization(this.client, orgId);
    this.organizations.set(orgId, live);
    return live;
  }

  /** What this run means to do to an organization, as far as it was checked. */
  intentions(orgId: string): Intentions {
    const intentions = this.meant.get(orgId) ?? new Intentions();
    this.meant.set(orgId, intentions);
    return intentions;
  }

  /** Remembers an invite that was read, for whoever takes the person over from the resource that recorded it. */
  rememberMail(orgId: string, email: string, invite: RecordedInvite | undefined): void {
    if (invite) this.mails.set(`${orgId}/${email}`, invite);
  }

  lastMail(orgId: string, email: string): RecordedInvite | undefined {
    return this.mails.get(`${orgId}/${email}`);
  }

  /** How many removals this run may make from an organization, by the people at its first look. */
  removalCap(orgId: string): Promise<RemovalCap> {
    const cap = this.caps.get(orgId) ?? this.newRemovalCap(orgId);
    this.caps.set(orgId, cap);
    return cap;
  }

  private async newRemovalCap(orgId: string): Promise<RemovalCap> {
    const live = this.live(orgId);
    const [members, invites] = await Promise.all([live.members(), live.invites()]);
    const people = members.length + invites.filter((invite) => !isExpired(invite, this.now())).length;
    return new RemovalCap(removalsAllowed(this.settings.maxRemovals, people), people);
  }

  /** The token's own person, asked for once. Rejects where the token has no `me.*` scope. */
  me(): Promise<Me> {
    this.person ??= this.client.me.get();
    return this.person;
  }

  /** Now by Losant's clock, as of its last answer. */
  now(): Date {
    return this.client.now();
  }
}

/** Nouns are configured one by one; those with the same settings share one run. */
const runs = new Map<string, Run>();

/** Finds the run that a noun belongs to. Reads the configuration late, so that configuring never fails. */
export class RunSource {
  private stack: SettingSource["stack"] = () => undefined;

  configure(stack: SettingSource["stack"]): void {
    this.stack = stack;
  }

  run(): Run {
    const settings = readSettings({ environment: process.env, stack: this.stack });
    const key = JSON.stringify(settings);
    const run = runs.get(key) ?? new Run(settings);
    runs.set(key, run);
    return run;
  }
}
