import type { PlanRecord } from "../../plan/record";
import type { Refusal } from "../decisions/guard-rails/guard-rail";
import { seatsAfter } from "../decisions/guard-rails/seats";
import { peopleCount, type Snapshot } from "../decisions/snapshot";
import type { RunOrganization } from "./run-organization";

/** What one resource plans. */
export interface Planned extends Pick<PlanRecord, "kind" | "people" | "names" | "unchanged"> {
  name?: string | undefined;
  refusals?: readonly Refusal[];
  /** Problems that are no guard rail's. */
  problems?: readonly string[];
  unmanaged?: PlanRecord["unmanaged"];
  withoutTwoFactor?: readonly string[];
}

/** At preview: writes down what a resource plans, for whoever shows it to people; made only where somebody does. */
export function recordPlanned(
  organization: RunOrganization,
  snapshot: Snapshot,
  planned: () => Planned,
): void {
  const { planLog, isPastRefresh } = organization.run;
  if (planLog.isAsked && isPastRefresh) planLog.write(planRecord(organization, snapshot, planned()));
}

/** The record of what a resource plans over an organization, with the seats that all the run's plans leave. */
function planRecord(
  organization: RunOrganization,
  snapshot: Snapshot,
  {
    kind,
    name,
    people,
    names,
    unchanged,
    refusals = [],
    problems = [],
    unmanaged = [],
    withoutTwoFactor = [],
  }: Planned,
): PlanRecord {
  const { id, name: organizationName, limits } = snapshot.organization;
  const limit = limits?.member;
  const withAuthor = <Person extends { email?: string | undefined; userId?: string | undefined }>(
    one: Person,
  ) => {
    const changedBy = organization.auditLog.authorOf(one);
    return { ...one, ...(changedBy && { changedBy }) };
  };
  const after = seatsAfter(snapshot, organization.allPlanned(snapshot));
  return {
    version: 1,
    organization: id,
    ...(organizationName !== undefined && { organizationName }),
    kind,
    ...(name !== undefined && { name }),
    readAt: snapshot.now.toISOString(),
    people: people.map((one) => (one.cause === "drift" ? withAuthor(one) : one)),
    ...(names && { names }),
    unchanged,
    unmanaged: unmanaged.map(withAuthor),
    refusals: [
      ...refusals.map(({ guard, message, email, numbers }) => ({
        guard,
        message,
        ...(email !== undefined && { email }),
        ...(numbers && { numbers: { ...numbers } }),
      })),
      ...problems.map((message) => ({ message })),
    ],
    ...(withoutTwoFactor.length > 0 && { withoutTwoFactor: [...withoutTwoFactor] }),
    seats: { before: peopleCount(snapshot), after, ...(limit !== undefined && { limit }) },
  };
}
