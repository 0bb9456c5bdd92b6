import { hasExpired, type Invite, inviteTtl } from "../../../simulator/entities/invite";
import type { Member } from "../../../simulator/entities/member";
import type { Organization } from "../../../simulator/entities/organization";
import { acceptInvite, withdrawInvite } from "../../../simulator/rules/answer-invite";
import { memberOf } from "../../../simulator/store/seed";
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

  get invites(): readonly Invite[] {
    return this.store.invites(this.orgId);
  }

  get validInvites(): readonly Invite[] {
    return this.invites.filter((invite) => !hasExpired(invite, this.store.now()));
  }

  moment(): Moment {
    const members = this.organization.members.map((member) => ({ ...member }));
    return { members, invites: [...this.validInvites], limit: this.organization.limits.member };
  }

  /** Each step takes a minute, so that no two things happen at the same moment. */
  beginStep(trouble: Trouble[]): void {
    this.advance(minute);
    this.wire = new Wire(this, trouble);
  }

  member(email: string): Member | undefined {
    return this.organization.members.find((member) => member.email === email);
  }

  accept(email: string): void {
    const invite = this.validInvites.find((one) => one.email === email);
    if (invite && !this.member(email)) acceptInvite(this.store, { orgId: this.orgId, invite });
  }

  decline(email: string): void {
    const invite = this.invites.find((one) => one.email === email);
    if (invite) withdrawInvite(this.store, { orgId: this.orgId, invite });
  }

  /** Gives the account of an address another one, here and in the organization; where there is none, nothing changes. */
  changeAddress(from: string, to: string): void {
    const account = this.store.personByEmail(from);
    if (!account) return;
    account.email = to;
    const member = this.organization.members.find(({ userId }) => userId === account.userId);
    if (member) member.email = to;
  }

  /** Makes a member of somebody new. */
  addMember(email: string, role: Member["role"]): void {
    const name = { firstName: email, lastName: "", twoFactorAuthEnabled: false, ssoLinked: false };
    const person = { userId: this.store.nextId(), email, ...name };
    this.store.state.people.push(person);
    this.organization.members.push(memberOf(person, role));
  }

  /** An invite that somebody sends in Losant's web pages. */
  invite(email: string, role: Invite["role"]): void {
    const id = this.store.nextId();
    const others = { applicationRoles: [], dashboardRoles: [], disallowTransfer: false, token: id };
    const sent = { id, email, role, inviteDate: this.store.isoNow(), ttl: inviteTtl };
    this.store.invites(this.orgId).push({ ...sent, ...others });
  }
}
