import type { Role } from "../../../provider/vocabulary/roles";

/** People apart from the authenticated user, by number. */
export const people = ["ann", "bob", "carol", "dave", "erin"] as const;

/** The addresses that people have at first. */
export const usualAddresses: readonly string[] = people.map((name) => `${name}@example.com`);

/** The classes for one person; an OrgMember names them by address or by user id. */
export const singleKinds = ["OrgInvite", "OrgMembership", "OrgMember", "OrgMember by userId"] as const;
export type SingleKind = (typeof singleKinds)[number];

/** What a program states of one person. */
export interface Desired {
  role: Role;
  /** On how many applications they have a role; absent where none is stated. */
  applications?: number | undefined;
  dashboards?: number | undefined;
  disallowTransfer?: boolean | undefined;
  renewal?: "automatic" | "manual" | "always" | undefined;
  deletionPolicy?: "remove" | "retain" | undefined;
  /** On which day of the history the access ends; absent where it does not. */
  until?: number | undefined;
}

export interface RosterOptions {
  unmanaged?: "ignore" | "warn" | "fail" | "remove" | undefined;
  minAdmins?: number | undefined;
  maxRemovals?: number | undefined;
  renewal?: "automatic" | "manual" | "always" | undefined;
  disallowTransfer?: boolean | undefined;
  deletionPolicy?: "remove" | "retain" | undefined;
}

/** Settings of the organization that a program states, or that somebody sets by hand. */
export interface Settings {
  name?: string | undefined;
  description?: string | undefined;
  mfaMode?: "notRequired" | "adminRequired" | "required" | undefined;
}

/** One thing that happens to the program, to the organization, or to the clock. */
export type Act =
  | { act: "declare"; who: number; kind: SingleKind; desired: Desired }
  | { act: "enroll"; who: number; desired: Desired }
  | { act: "follow invite"; who: number; desired: Desired }
  | { act: "change"; who: number; desired: Partial<Desired> }
  | { act: "take out"; who: number }
  | { act: "rename"; who: number }
  | { act: "swap resources"; who: number; other: number; deleteBeforeReplace: boolean }
  | { act: "resend"; who: number }
  | { act: "follow address"; who: number }
  | { act: "roster"; options: RosterOptions; isFirst: boolean }
  | { act: "drop roster" }
  | { act: "organization"; settings: Settings }
  | { act: "drop organization" }
  | { act: "set by hand"; settings: Settings }
  | { act: "invite by hand"; who: number; role: Role }
  | { act: "revoke by hand"; who: number }
  | { act: "remove by hand"; who: number }
  | { act: "set role by hand"; who: number; role: Role }
  | { act: "set applications by hand"; who: number; applications: number }
  | { act: "set second factor"; who: number; isOn: boolean }
  | { act: "accept"; who: number }
  | { act: "decline"; who: number }
  | { act: "change address"; who: number }
  | { act: "pass on address"; who: number }
  | { act: "swap addresses"; who: number; other: number }
  | { act: "move to address"; who: number; other: number }
  | { act: "free seats"; seats: number }
  | { act: "pass hours"; hours: number };

/** What happens to one person, or what the program states of them. */
export type ActOnPerson = Extract<Act, { who: number }>;

/** What happens to requests of one step. */
export type Trouble = { at: number } & (
  | { times: number; kind: "refused" | "limited" | "down" | "broken" | "reset" | "lost" | "html 404" }
  | { times: number; kind: "missing"; fields: readonly string[] }
  | { kind: "crash before" | "crash after" }
  | { kind: "accept" | "decline"; who: number }
);

/** Some acts, and a preview and an up with trouble. */
export interface Round {
  acts: Act[];
  trouble: Trouble[];
  /** Trouble of the preview; absent where there is no preview. */
  previewTrouble?: Trouble[] | undefined;
  /** Whether what the stack records is taken as it is, as with `--refresh=false`. */
  isUnrefreshed?: boolean | undefined;
}

/** How an organization and its program begin, and what happens to them. */
export interface History {
  minAdmins: number;
  maxRemovals: number | undefined;
  /** By person, as Losant spells them; absent for the usual ones. */
  addresses?: string[] | undefined;
  /** Whether the program spells addresses in upper case; lower case is usual. */
  isUpperCase?: boolean | undefined;
  /** Whether memberships and rosters ask admins for a second factor, and give the role edit until it is there. */
  asksTwoFactor?: boolean | undefined;
  /** Whether the engine creates, updates and deletes resources at the same time. */
  isParallel?: boolean | undefined;
  /** Names of the resources that another provider of the same run has. */
  others?: string[] | undefined;
  /** Roles of those who are members at the start, by person. */
  members: (Role | undefined)[];
  /** Seats beyond the members at the start; absent for as many as anybody needs. */
  seats: number | undefined;
  rounds: Round[];
}

/** A history as a person reads it. */
export function describe(history: History): string {
  const members = history.members.flatMap((role, index) => (role ? [`${people[index]} ${role}`] : []));
  const start = [
    `members: owner admin${members.map((member) => `, ${member}`).join("")}`,
    ...describeAddresses(history),
    ...(history.asksTwoFactor ? ["admins are asked for a second factor"] : []),
    ...(history.isParallel ? ["the engine changes resources at the same time"] : []),
    ...(history.others?.length ? [`of another provider: ${history.others.join(", ")}`] : []),
    `minAdmins ${history.minAdmins}, maxRemovals ${history.maxRemovals ?? "default"}, free seats ${history.seats ?? "many"}`,
  ];
  const rounds = history.rounds.flatMap(describeRound);
  return [...start, ...rounds].map((line) => `  ${line}`).join("\n");
}

function describeAddresses({ addresses = [], isUpperCase }: History): string[] {
  const odd = addresses.filter((email) => !usualAddresses.includes(email));
  return [
    ...(odd.length > 0 ? [`addresses: ${odd.join(", ")}`] : []),
    ...(isUpperCase ? ["the program spells addresses in upper case"] : []),
  ];
}

function describeRound({ acts, trouble, previewTrouble, isUnrefreshed }: Round): string[] {
  const option = isUnrefreshed ? " --refresh=false" : "";
  return [
    ...acts.map(describeAct),
    ...(previewTrouble ? [`preview${option}${describeTrouble(previewTrouble)}`] : []),
    `up${option}${describeTrouble(trouble)}`,
  ];
}

export function describeAct({ act, ...rest }: Act): string {
  const name = "who" in rest ? ` ${people[rest.who]}` : "";
  const others = Object.entries(rest).filter(([key, value]) => key !== "who" && value !== undefined);
  return `${act}${name}${others.map(([key, value]) => ` ${key} ${describeValue(key, value)}`).join("")}`;
}

function describeValue(key: string, value: unknown): string {
  return key === "other" && typeof value === "number" ? (people[value] ?? "") : JSON.stringify(value);
}

function describeTrouble(trouble: Trouble[]): string {
  const parts = trouble.map((one) => {
    const what = "who" in one ? `${people[one.who]} ${one.kind}s` : one.kind;
    const fields = "fields" in one ? ` ${one.fields.join(", ")}` : "";
    const times = "times" in one && one.times > 1 ? ` (and the ${one.times - 1} after it)` : "";
    return `request ${one.at}${times}: ${what}${fields}`;
  });
  return parts.length === 0 ? "" : `, ${parts.join("; ")}`;
}
