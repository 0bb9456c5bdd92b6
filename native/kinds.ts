import type { Properties } from "../provider/calls/properties";
import { ResourceCalls } from "../provider/calls/resource-calls";
import type { RunSource } from "../provider/live/run-source";
import { orgInvite } from "../provider/resources/org-invite";
import { orgMember } from "../provider/resources/org-member";
import { orgMembership } from "../provider/resources/org-membership";
import { orgRoster } from "../provider/resources/org-roster";
import { organization } from "../provider/resources/organization";
import { resourceTransfer } from "../provider/resources/resource-transfer";
import { withoutPythonSpelling } from "./python-spelling";

/** What the engine asks of a resource, whatever its kind. */
export type Calls = Pick<
  ResourceCalls<never, never>,
  | "argumentNames"
  | "outputNames"
  | "stated"
  | "check"
  | "diff"
  | "create"
  | "find"
  | "read"
  | "update"
  | "delete"
>;

/** One kind of resource, as this plugin serves it. */
export interface Kind {
  calls: Calls;
  /** Outputs that are secret where the named inputs are, and those that always are. */
  secretOutputs: (secretInputs: ReadonlySet<string>) => string[];
  /** What a program states, in the schema's names. */
  normalized?: (stated: Properties) => Properties;
}

const prefix = "losant:index:";

/** All kinds by their type. `source` finds the run that they share. */
export function kindsOf(source: Pick<RunSource, "run">): ReadonlyMap<string, Kind> {
  const asStated =
    (...always: string[]) =>
    (secret: ReadonlySet<string>) => [...secret, ...always];
  const kinds: Record<string, Kind> = {
    Organization: { calls: new ResourceCalls(organization, source), secretOutputs: asStated("cardToken") },
    OrgMember: { calls: new ResourceCalls(orgMember, source), secretOutputs: asStated() },
    OrgInvite: { calls: new ResourceCalls(orgInvite, source), secretOutputs: asStated() },
    OrgMembership: { calls: new ResourceCalls(orgMembership, source), secretOutputs: asStated() },
    OrgRoster: {
      calls: new ResourceCalls(orgRoster, source),
      secretOutputs: secretsOfRoster,
      normalized: withoutPythonSpelling,
    },
    ResourceTransfer: { calls: new ResourceCalls(resourceTransfer, source), secretOutputs: asStated() },
  };
  return new Map(Object.entries(kinds).map(([name, kind]) => [`${prefix}${name}`, kind]));
}

/** What is recorded of people is encrypted, and who has yet to accept where the people are a secret. */
function secretsOfRoster(secret: ReadonlySet<string>): string[] {
  return [...secret, "__people", ...(secret.has("members") ? ["awaiting"] : [])];
}
