import { asciiLowerCase } from "../../client/text";
import type { Report } from "../../report/report";

/** A report with the addresses of people who left, as far as an earlier one has them, beside what they have made. */
export function withFormerMembers(report: Report, earlier: Report): Report {
  const emails = addressesIn(earlier);
  return {
    ...report,
    organizations: report.organizations.map(({ credentials, ...organization }) => ({
      ...organization,
      ...(credentials && {
        credentials: credentials.map((one) => ({
          ...one,
          makerEmail: one.makerEmail ?? emails.get(asciiLowerCase(one.makerUserId ?? "")) ?? null,
        })),
      }),
    })),
  };
}

/** By user id: of its members, and of who had left before and made something. */
function addressesIn({ organizations }: Report): Map<string, string> {
  const makers = organizations
    .flatMap(({ credentials = [] }) => credentials)
    .map(({ makerUserId, makerEmail }) => ({ userId: makerUserId, email: makerEmail }));
  const all = [...makers, ...organizations.flatMap(({ people }) => people)];
  return new Map(
    all.flatMap(({ userId, email }) => (userId && email ? [[asciiLowerCase(userId), email] as const] : [])),
  );
}
