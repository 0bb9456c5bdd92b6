import { z } from "zod";
import { orgInvite } from "../../provider/resources/org-invite";
import { orgMember } from "../../provider/resources/org-member";
import { orgMembership } from "../../provider/resources/org-membership";
import { orgRoster } from "../../provider/resources/org-roster";
import { organization } from "../../provider/resources/organization";
import { resourceTransfer } from "../../provider/resources/resource-transfer";
import { Role } from "../../provider/vocabulary/arguments";
import { EntryObject, RecordedEntryObject } from "../../provider/vocabulary/roster-arguments";

/** What the schema has of a resource beside its documentation. */
export interface ResourceSource {
  kind: string;
  arguments: z.ZodObject;
  state: z.ZodObject;
  /** Arguments another value of which always makes another thing. */
  replacing: string[];
  secrets?: string[];
}

/** The provider reads the people of a roster by hand, for the sake of its messages; this is what it takes. */
const membersOf = (entry: z.ZodObject) => ({ members: z.record(z.string(), z.union([Role, entry])) });

/** The resources, in the order of the README. */
export const resources: ResourceSource[] = [
  { ...organization, replacing: ["orgId"], secrets: ["cardToken"] },
  { ...orgMember, replacing: ["orgId", "userId"] },
  { ...orgInvite, replacing: ["orgId", "email"] },
  { ...orgMembership, replacing: ["orgId"] },
  {
    kind: orgRoster.kind,
    arguments: orgRoster.arguments.extend(membersOf(EntryObject)),
    state: orgRoster.state.extend(membersOf(RecordedEntryObject)),
    replacing: ["orgId"],
  },
  { ...resourceTransfer, replacing: Object.keys(resourceTransfer.arguments.shape) },
];
