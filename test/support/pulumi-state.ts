import { z } from "zod";

const properties = z.record(z.string(), z.unknown());

const recordedResource = z.looseObject({
  urn: z.string(),
  type: z.string(),
  id: z.string().optional(),
  inputs: properties.default({}),
  outputs: properties.default({}),
});

const exported = z.object({ deployment: z.object({ resources: z.array(recordedResource).default([]) }) });

/** A resource as the stack records it. */
export type RecordedResource = z.infer<typeof recordedResource>;

/** The resource's name in a URN. */
export const nameOf = (urn: string): string => urn.split("::").at(-1) ?? urn;

/** The resources in what `pulumi stack export` prints, by name. */
export function parseState(text: string): Record<string, RecordedResource> {
  const { resources } = exported.parse(JSON.parse(text)).deployment;
  return Object.fromEntries(resources.map((resource) => [nameOf(resource.urn), resource]));
}
