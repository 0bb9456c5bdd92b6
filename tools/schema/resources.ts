import { z } from "zod";
import { type ResourceKind, resourceKinds } from "../../provider/calls/resource-kinds";
import { Role } from "../../provider/vocabulary/arguments";
import { EntryObject, RecordedEntryObject } from "../../provider/vocabulary/roster-arguments";

/** What the schema has of a resource beside its documentation. */
export interface ResourceSource extends Omit<ResourceKind, "lifecycle"> {
  kind: string;
  arguments: z.ZodObject;
  state: z.ZodObject;
}

/** The provider reads the people of a roster by hand, for the sake of its messages; this is what it takes. */
const membersOf = (entry: z.ZodObject) => ({ members: z.record(z.string(), z.union([Role, entry])) });

/** The resources, in the order of the README. */
export const resources: ResourceSource[] = Object.values(resourceKinds).map(sourceOf);

function sourceOf({ lifecycle, ...marks }: ResourceKind): ResourceSource {
  const { kind, arguments: stated, state } = lifecycle;
  if (!("members" in stated.shape)) return { kind, arguments: stated, state, ...marks };
  return {
    kind,
    arguments: stated.extend(membersOf(EntryObject)),
    state: state.extend(membersOf(RecordedEntryObject)),
    ...marks,
  };
}
