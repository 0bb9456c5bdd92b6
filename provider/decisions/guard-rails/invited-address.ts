import type { Organization } from "../../../client";
import { inviteProblem } from "../../../client/email-address";
import { asciiLowerCase } from "../../../client/text";
import { stepsThat } from "../steps";
import type { GuardRail, Judgement, Refusal } from "./guard-rail";

/** Only an address that Losant can take, in a domain that the organization allows, is invited. */
export const invitedAddress: GuardRail = { judge: refusalsOf };

function refusalsOf(judgement: Judgement): Refusal[] {
  return stepsThat(judgement, "invite").flatMap(({ desired: { email } }) => {
    const message = refusedAddress(judgement.snapshot.organization, email);
    return message === undefined ? [] : [{ guard: "address", message, email, isPersonal: true }];
  });
}

/** Why an address may not be invited: for what it is, or by the domains that the organization allows. */
export function refusedAddress(organization: Organization, email: string): string | undefined {
  const problem = inviteProblem(email);
  if (problem === undefined) return outsideAllowedDomains(organization, email);
  return (
    `${email} cannot be invited to organization ${organization.id}: ${problem}. ` +
    `Somebody who is there under that address can be declared; check the spelling.`
  );
}

/** Why an address may not be invited, if the organization allows only some domains. */
export function outsideAllowedDomains(organization: Organization, email: string): string | undefined {
  const allowed = (organization.whitelistedEmailDomains ?? []).map((domain) =>
    asciiLowerCase(domain).replace(/^@/, ""),
  );
  const domain = email.slice(email.lastIndexOf("@") + 1);
  if (allowed.length === 0 || allowed.includes(domain)) return undefined;
  return (
    `${email} is outside the domains that organization ${organization.id} allows: ${allowed.join(", ")}. ` +
    `Losant changes that list on request; this program cannot.`
  );
}
