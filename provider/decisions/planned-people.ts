import type { Invite, Member } from "../../client";
import type { Cause, PlannedPerson, PlannedRoles } from "../../plan/record";
import type { NameOf } from "../vocabulary/describe-roles";
import { type Roles, roleLists, rolesThatDiffer, withEmptyLists } from "../vocabulary/roles";
import { type Terms, termDifference, termsOf } from "../vocabulary/terms";
import type { PersonStep } from "./decide-person";
import {
  describeCause,
  describeWait,
  type InviteStep,
  isByTwoFactor,
  type RoleStep,
  type WorkStep,
} from "./steps";

/** What is known of a person beside the step. */
export interface PlanContext {
  nameOf: NameOf;
  /** What the stack had recorded of the person's roles at the last `up`; undefined for nothing. */
  applied: Partial<Roles> | undefined;
  /** Whether the resource is declared for the first time. */
  isNew: boolean;
  terms: Terms;
  /** Those that the stack records; undefined for nothing. */
  termsBefore?: Terms | undefined;
  teams?: readonly string[] | undefined;
}

/** A step as a plan shows it to people and programs. */
export function plannedPerson(
  step: PersonStep | WorkStep,
  who: Pick<PlannedPerson, "email" | "userId">,
  context: PlanContext,
): PlannedPerson {
  const { terms, teams = [] } = context;
  const labels = { ...termsOf(terms), ...(teams.length > 0 && { teams: [...teams] }) };
  const waits = "awaitsTwoFactor" in step && step.awaitsTwoFactor ? { awaitsTwoFactor: true } : {};
  return { ...who, ...changeOf(step, context), ...waits, ...labels, ...termChange(step, context) };
}

/** Of somebody who stays: under which terms they were, where these are other ones. */
function termChange(
  { does }: PersonStep | WorkStep,
  { terms, termsBefore }: PlanContext,
): Pick<PlannedPerson, "termsBefore" | "cause"> {
  if (termsBefore === undefined || ["remove", "revoke", "release"].includes(does)) return {};
  if (termDifference(termsBefore, terms) === undefined) return {};
  return { termsBefore: termsOf(termsBefore), ...(does === "keep" && { cause: "program" }) };
}

type Change = Omit<
  PlannedPerson,
  "email" | "userId" | "until" | "reason" | "owner" | "teams" | "termsBefore"
>;

function changeOf(step: PersonStep | WorkStep, context: PlanContext): Change {
  const { nameOf, isNew } = context;
  if (step.does === "release") return { does: step.does };
  if (step.does === "keep") return { does: step.does, ...(isNew && { isAdopted: true }) };
  if (step.does === "wait") {
    const cause = step.hasLeft ? "drift" : "lapsed";
    const waitsUntil = step.until?.toISOString();
    const because = describeWait(step, nameOf);
    return { does: step.does, cause, because, ...(waitsUntil && { waitsUntil }) };
  }
  if (step.does === "invite") {
    const to = plannedRoles(step.desired, nameOf);
    const cause = causeOfInvite(step, context);
    if (step.cause.is === "new") return { does: step.does, cause, to };
    const because = describeCause(step.cause, nameOf);
    return { does: step.does, cause, because, to, isAgain: true };
  }
  if (step.does === "change roles") {
    const from = plannedRoles(step.from ?? withEmptyLists(step.member), nameOf);
    const to = plannedRoles({ ...step.from, ...step.want }, nameOf);
    const cause = causeOfRoleStep(step, context);
    const because = isByTwoFactor(step) && { because: "they have a second factor now" };
    return {
      does: step.does,
      cause,
      ...because,
      from,
      to,
      ...(isNew && { isAdopted: true }),
    };
  }
  const lost: Member | Invite = step.does === "remove" ? step.member : step.invite;
  const isExpired = step.does === "revoke" && step.isExpired;
  return {
    does: step.does,
    cause: step.ended ? "ended" : step.isStranger ? "drift" : "program",
    from: plannedRoles(lost, nameOf),
    ...(isExpired && { isExpired }),
  };
}

/** What becomes of a member's roles, as `causeOfRoles` says. */
export function causeOfRoleStep(step: RoleStep, context: Pick<PlanContext, "applied">): Cause {
  return causeOfRoles(step.want, step, context);
}

/**
 * What restores the roles of the last `up` was changed at Losant; everything else the program changes. What becomes of somebody
 * who waited for a second factor follows from that, or from the program.
 */
function causeOfRoles(
  roles: Partial<Roles>,
  { awaitsTwoFactor, hasAwaitedTwoFactor }: RoleStep | InviteStep,
  { applied }: Pick<PlanContext, "applied">,
): Cause {
  if (hasAwaitedTwoFactor || applied === undefined) return "program";
  const want: Partial<Roles> = awaitsTwoFactor ? { ...roles, role: "admin" } : roles;
  return rolesThatDiffer(withEmptyLists(applied), want).length === 0 ? "drift" : "program";
}

function causeOfInvite(step: InviteStep, context: PlanContext): Cause {
  const { cause } = step;
  if (cause.is === "roles") return causeOfRoles(cause.to, step, context);
  if (cause.is === "new" || cause.is === "resend" || cause.is === "disallowTransfer") return "program";
  return cause.is === "left" ? "drift" : "lapsed";
}

/** Roles with the names of what they are on, as far as the run knows them. */
export function plannedRoles(roles: Partial<Roles>, nameOf: NameOf): PlannedRoles {
  const [applications, dashboards] = roleLists.map((list) =>
    roles[list]?.map(({ resourceId, role }) => {
      const name = nameOf(resourceId);
      return { id: resourceId, ...(name !== undefined && { name }), role };
    }),
  );
  return {
    ...(roles.role !== undefined && { role: roles.role }),
    ...(applications && { applications }),
    ...(dashboards && { dashboards }),
  };
}
