import { hasExpired, type Invite, inviteTtl } from "../../../simulator/entities/invite";
import { type Member, memberOf } from "../../../simulator/entities/member";
import type { Organization } from "../../../simulator/entities/organization";
import type { Person } from "../../../simulator/entities/person";
import { acceptInvite, withdrawInvite } from "../../../simulator/rules/answer-invite";
import { FakeLosant } from "../../support/fake-losant";
import { type Trouble, usualAddresses } from "./actions";
import { Addresses } from "./addresses";
import { type Moment, type Served, Wire, type Write } from "./wire";

/** When every history begins; time goes on as the history says. */
export const start = Date.parse("2026-11-01T12:00:00.000Z");
const minute = 60_000;

/** A Losant organization in this process: the simulator's API, and what people do there. */
export class Losant extends FakeLosant implements Served {
  onWrite: (write: Write) => void = () => undefined;
  /** How often a request has run into trouble, and how often a process has ended in the middle of a step. */
  faults = 0;
  crashes = 0;
  readonly addresses: Addresses;
  /** The connection of the step under way. */
  wire = new Wire(this, []);

  /** `first`: the addresses that people have at first. */
  constructor(first: readonly string[] = usualAddresses) {
    super(start);
    this.addresses = new Addresses(first);
    // Usage figures of applications, which every answer about an organization has, cost more than all the rest.
    this.store.state.applications = [];
  }

  get organization(): Organization {
    const [organization] = this.store.state.organizations;
    if (!organization) throw new Error("The organization is gone.");
    return organization;
  }

  get members(): readonly Member[] {
    return this.organization.members.map(inLowerCase);
  }

  get validInvites(): readonly Invite[] {
    const invites = this.store.invites(this.orgId);
    return invites.filter((invite) => !hasExpired(invite, this.store.now())).map(inLowerCase);
  }

  moment(): Moment {
    const { members, validInvites: invites, organization } = this;
    return { members, invites, limit: organization.limits.member };
  }

  /** Each step takes a minute, so that no two things happen at the same moment. */
  beginStep(trouble: Trouble[]): void {
    this.advance(minute);
    this.wire = new Wire(this, trouble);
  }

  member(email: string): Member | undefined {
    return this.organization.members.find(has(email));
  }

  account(email: string): Person | undefined {
    return this.store.state.people.find(has(email));
  }

  /** Whoever has an account accepts with it, however the invite spells its address. */
  accept(email: string): void {
    const invite = this.store.invites(this.orgId).find(has(email));
    if (!invite || hasExpired(invite, this.store.now()) || this.member(email)) return;
    invite.email = this.account(email)?.email ?? invite.email;
    acceptInvite(this.store, { orgId: this.orgId, invite });
  }

  decline(email: string): void {
    const invite = this.store.invites(this.orgId).find(has(email));
    if (invite) withdrawInvite(this.store, { orgId: this.orgId, invite });
  }

  /** Gives the account of an address another one, here and in the organization; where there is none, nothing changes. */
  changeAddress(from: string, to: string): void {
    const account = this.account(from);
    if (!account) return;
    const member = this.member(from);
    for (const one of [account, member]) if (one) one.email = this.addresses.spelled(to);
  }

  /** Makes a member of somebody new. */
  addMember(email: string, role: Member["role"]): void {
    const name = { firstName: email, lastName: "", twoFactorAuthEnabled: false, ssoLinked: false };
    const person = { userId: this.store.nextId(), email: this.addresses.spelled(email), ...name };
    this.store.state.people.push(person);
    this.organization.members.push(memberOf(person, role));
  }

  /** An invite that somebody sends in Losant's web pages. */
  invite(email: string, role: Invite["role"]): void {
    const id = this.store.nextId();
    const others = { applicationRoles: [], dashboardRoles: [], disallowTransfer: false, token: id };
    const sent = {
      id,
      email: this.addresses.spelled(email),
      role,
      inviteDate: this.store.isoNow(),
      ttl: inviteTtl,
    };
    this.store.invites(this.orgId).push({ ...sent, ...others });
  }
}

function has(email: string): (one: { email: string }) => boolean {
  return (one) => one.email.toLowerCase() === email;
}

function inLowerCase<One extends { email: string }>(one: One): One {
  return { ...one, email: one.email.toLowerCase() };
}
