import * as pulumi from "@pulumi/pulumi";
import { programError } from "./errors";

/** The kinds of resource that say something about a person. */
export type PersonKind = "OrgInvite" | "OrgMember" | "OrgMembership" | "OrgRoster";

/** Whom a resource declares. */
export interface PersonArgs {
  orgId: pulumi.Input<string>;
  email?: pulumi.Input<string>;
  userId?: pulumi.Input<string>;
}

interface Declaration {
  kind: PersonKind;
  name: string;
}

/** What one run of a program has declared: people, and rosters that claim a whole organization. */
class Declarations {
  private readonly people = new Map<string, Declaration[]>();
  private readonly singles: PersonArgs[] = [];
  private readonly inOrganization = new Map<string, Declaration[]>();
  private readonly rosters = new Map<string, Declaration & { isAlone: boolean }>();

  addPerson(organization: string, person: string, declaration: Declaration): void {
    const others = this.people.get(`${organization}/${person}`) ?? [];
    const rival = others.find((other) => areRivals(other, declaration));
    if (rival) throw programError(twice(person, rival, declaration));
    this.people.set(`${organization}/${person}`, [...others, declaration]);
    this.addToOrganization(organization, declaration);
  }

  /** Remembers a single person as the program wrote them, for rosters that are told of others. */
  addSingle(person: PersonArgs): void {
    this.singles.push(person);
  }

  /**
   * Addresses that resources beside a roster declare in its organization, once the program has had its say:
   * somebody who moves from the roster to one of them must not be removed by the roster first. Undefined for
   * none.
   */
  othersThan(orgId: pulumi.Input<string>): Promise<string[] | undefined> {
    return new Promise((resolve) => {
      setImmediate(() => {
        const emails = this.singles
          .filter((one) => maybeSame(one.orgId, orgId))
          .flatMap(({ email }) => email ?? []);
        const plain = emails.filter((email) => typeof email === "string");
        resolve(plain.length > 0 ? plain : undefined);
      });
    });
  }

  addRoster(organization: string, declaration: Declaration, isAlone: boolean): void {
    const other = this.rosters.get(organization);
    if (other && other.name !== declaration.name) throw programError(besideRoster(other, declaration));
    this.rosters.set(organization, { ...declaration, isAlone });
    const single = (this.inOrganization.get(organization) ?? []).find(({ kind }) => kind !== "OrgRoster");
    if (isAlone && single) throw programError(besideRoster(declaration, single));
  }

  private addToOrganization(organization: string, declaration: Declaration): void {
    const roster = this.rosters.get(organization);
    const isSingle = declaration.kind !== "OrgRoster";
    if (roster?.isAlone && isSingle) throw programError(besideRoster(roster, declaration));
    const others = this.inOrganization.get(organization) ?? [];
    this.inOrganization.set(organization, [...others, declaration]);
  }
}

/** One for each run: programs can run one after another in one process. */
const runs = new WeakMap<object, Declarations>();

function current(): Declarations | undefined {
  const run = pulumi.runtime.getStackResource();
  if (!run) return undefined;
  const declarations = runs.get(run) ?? new Declarations();
  runs.set(run, declarations);
  return declarations;
}

/**
 * Refuses a second declaration of a person, with both names: at once where the values are plain, else when they
 * become known. Gives the arguments to go on with.
 */
export function declarePerson<Args extends PersonArgs>(kind: PersonKind, name: string, args: Args): Args {
  const person = args.email ?? args.userId;
  const declarations = current();
  if (person === undefined || !declarations) return args;
  declarations.addSingle(args);
  const declare = (orgId: string, who: string) =>
    declarations.addPerson(orgId.toLowerCase(), who.trim().toLowerCase(), { kind, name });
  if (typeof args.orgId === "string" && typeof person === "string") {
    declare(args.orgId, person);
    return args;
  }
  const orgId = pulumi.all([args.orgId, person]).apply(([known, who]) => {
    declare(known, who);
    return known;
  });
  return typeof person === "string" ? { ...args, orgId } : { ...args, ...afterwards(args, orgId) };
}

/** Where the person is an Output, the check must come before that value is used; the organization stays plain. */
function afterwards(args: PersonArgs, orgId: pulumi.Output<string>): Partial<PersonArgs> {
  const name = args.email === undefined ? "userId" : "email";
  return { [name]: pulumi.all([args[name], orgId]).apply(([person]) => person) };
}

/** What a roster says of people, as far as declarations go. */
interface RosterClaim {
  orgId: pulumi.Input<string>;
  members: pulumi.Input<Record<string, unknown>>;
  unmanaged?: pulumi.Input<string>;
}

/** As {@link declarePerson}, for everybody in a roster. */
export function declareRoster<Args extends RosterClaim>(name: string, args: Args): Args {
  const declarations = current();
  if (!declarations) return args;
  const { orgId, members, unmanaged } = args;
  const declare = (organization: string, policy: string | undefined, emails: string[]) => {
    const declaration = { kind: "OrgRoster", name } as const;
    declarations.addRoster(organization.toLowerCase(), declaration, policy !== "ignore");
    for (const email of emails) {
      declarations.addPerson(organization.toLowerCase(), email.trim().toLowerCase(), declaration);
    }
    return organization;
  };
  const others = unmanaged === "ignore" ? { elsewhere: declarations.othersThan(orgId) } : {};
  if (typeof orgId === "string" && isPlainObject(members) && typeof unmanaged !== "object") {
    declare(orgId, unmanaged, Object.keys(members));
    return { ...args, ...others };
  }
  const emails = pulumi.output(members).apply((known) => Object.keys(known));
  const declared = pulumi.all([orgId, unmanaged, emails]).apply((known) => declare(...known));
  return { ...args, ...others, orgId: declared };
}

function isPlainObject(value: object): boolean {
  return !pulumi.Output.isInstance(value) && !(value instanceof Promise);
}

/** Whether two organizations may be one: an Output is not waited for, as it may wait for the roster. */
function maybeSame(one: pulumi.Input<string>, other: pulumi.Input<string>): boolean {
  if (typeof one !== "string" || typeof other !== "string") return true;
  return one.toLowerCase() === other.toLowerCase();
}

/** An invite, and the member that comes of it, are one person at two times; everything else is told twice. */
function areRivals(one: Declaration, other: Declaration): boolean {
  const kinds = [one.kind, other.kind].sort().join();
  const isSame = one.kind === other.kind && one.name === other.name;
  return !isSame && kinds !== "OrgInvite,OrgMember";
}

function twice(person: string, one: Declaration, other: Declaration): string {
  return (
    `${person} is declared twice in this program, by ${one.kind} "${one.name}" and by ${other.kind} ` +
    `"${other.name}": keep one of the two.`
  );
}

function besideRoster(roster: Declaration, other: Declaration): string {
  return (
    `${other.kind} "${other.name}" stands beside OrgRoster "${roster.name}" of the same organization, which ` +
    `speaks for everybody in it: name the person in the roster, or set unmanaged: "ignore" there.`
  );
}
