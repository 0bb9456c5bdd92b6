import assert from "node:assert/strict";
import type * as client from "../../../client";
import type * as losant from "../../../sdk";

/** The documented names of an answer; it may hold more, as vendors add things. */
type Named<Answer> = { [Name in keyof Answer as string extends Name ? never : Name]: Answer[Name] };

/** `true` where a documented result has the names that the client's answer has, and takes its values. */
type Covers<Result, Answer> = [keyof Result, Answer] extends [keyof Named<Answer>, Result]
  ? [keyof Named<Answer>] extends [keyof Result]
    ? true
    : never
  : never;

/** The data functions give empty lists where an answer leaves them out. */
type WithLists<Person extends { applicationRoles?: unknown; dashboardRoles?: unknown }> = Named<Person> & {
  applicationRoles: NonNullable<Person["applicationRoles"]>;
  dashboardRoles: NonNullable<Person["dashboardRoles"]>;
};

type Counts<Result extends { counts: unknown[] }> = Result["counts"][number];

/* What data functions document and what the client gives. When the two drift apart, this does not compile. */
const covered: {
  Organization: Covers<
    Omit<losant.GetOrganizationResult, "members">,
    Omit<Named<client.Organization>, "members">
  >;
  Member: Covers<losant.GetMemberResult, WithLists<client.Member>>;
  Summary: Covers<losant.OrganizationSummary, NonNullable<client.Organization["summary"]>>;
  Invite: Covers<Omit<losant.PendingInvite, "expiresAt">, WithLists<client.Invite>>;
  DeviceCounts: Covers<losant.GetDeviceCountsResult, client.DeviceCounts>;
  DeviceCount: Covers<Counts<losant.GetDeviceCountsResult>, Counts<client.DeviceCounts>>;
  NotebookMinuteCount: Covers<losant.NotebookMinuteCount, Counts<client.NotebookMinuteCounts>>;
  PayloadCount: Covers<Counts<losant.GetPayloadCountsBreakdownResult>, Counts<client.PayloadCountsBreakdown>>;
} = {
  Organization: true,
  Member: true,
  Summary: true,
  Invite: true,
  DeviceCounts: true,
  DeviceCount: true,
  NotebookMinuteCount: true,
  PayloadCount: true,
};

describe("documented results", () => {
  for (const [kind, isCovered] of Object.entries(covered)) {
    it(`name all of ${kind}`, () => assert.equal(isCovered, true));
  }
});
