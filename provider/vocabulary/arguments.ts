import { z } from "zod";
import { addressForm } from "../../client/email-address";
import { losantId } from "../../client/losant-id";
import { printable } from "../../client/printable";
import { organizationRoles, resourceRoles } from "../../client/roles";
import { canonicalAddress } from "../../client/text";

/** A Losant id: 24 hex digits in either case, kept in lower case. */
export const Id = z
  .string()
  .trim()
  .regex(losantId, "must be an id of 24 hex digits, such as 575ed6e87ae143cd83dc4aa8")
  .toLowerCase();

/**
 * An email address, kept trimmed and in lower case, so that one person has one spelling: whatever somebody at Losant may
 * have. Who is not there and is to be invited needs more (`inviteProblem`).
 */
export const Email = z
  .string()
  .transform(canonicalAddress)
  .pipe(
    z
      .string()
      .max(1024, "must have at most 1024 characters")
      .regex(addressForm, "must be an email address, such as ann@example.com"),
  );

/** One of some words. */
export function oneOf<const Word extends string>(words: readonly Word[]) {
  const problem = `must be one of ${words.join(", ")}`;
  return z.enum(words, { error: ({ input }) => (input === undefined ? "is required" : problem) });
}

export const Role = oneOf(organizationRoles);

/** A role on one application or dashboard. */
export const ResourceRoleName = oneOf(resourceRoles);

/** The id of a `name` is looked up in check; until then the name stands for it. */
const ResourceRole = z
  .strictObject({
    resourceId: Id.optional(),
    name: z.string().optional(),
    role: ResourceRoleName,
  })
  .transform(({ resourceId, name, role }, context) => {
    const [id, ...others] = [resourceId, name].filter((text) => text !== undefined);
    if (id !== undefined && others.length === 0) return { resourceId: id, role };
    context.addIssue({ code: "custom", message: "needs resourceId or name, and not both" });
    return z.NEVER;
  });

/** Roles on single applications or dashboards, kept sorted by resource, each resource once. */
export const ResourceRoles = z
  .array(ResourceRole)
  .max(100, "must have at most 100 entries")
  .refine(namesEachResourceOnce, "must name each resource once")
  .transform(sortedByResource);

/** As `ResourceRoles`, as a stack records them: by id. */
const RecordedResourceRoles = z
  .array(z.object({ resourceId: Id, role: ResourceRoleName }))
  .transform(sortedByResource);

type StatedRole = z.output<typeof ResourceRole>;

function namesEachResourceOnce(list: StatedRole[]): boolean {
  return new Set(list.map((entry) => entry.resourceId)).size === list.length;
}

function sortedByResource(list: StatedRole[]): StatedRole[] {
  return [...list].sort((one, other) => (one.resourceId < other.resourceId ? -1 : 1));
}

/** What a program may say of the roles of an invited person. */
export const RoleArguments = {
  role: Role,
  applicationRoles: ResourceRoles.optional(),
  dashboardRoles: ResourceRoles.optional(),
};

/** The role lists, as a stack records them. */
export const RecordedRoleLists = {
  applicationRoles: RecordedResourceRoles.optional(),
  dashboardRoles: RecordedResourceRoles.optional(),
};

type Parsed<T> = { values: T; problems: [] } | { values: undefined; problems: string[] };

/**
 * Parses what a program states. Every problem names the property by its path and says what is allowed;
 * none shows the value, which may be a secret.
 */
export function parseArguments<T>(schema: z.ZodType<T>, values: unknown): Parsed<T> {
  const result = schema.safeParse(values, { error: explain });
  if (result.success) return { values: result.data, problems: [] };
  return { values: undefined, problems: [...new Set(result.error.issues.map(describe))] };
}

/** What to say of a problem where the schema itself says nothing. */
export function explain(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined || issue.input === null) return "is required";
  if (issue.code === "invalid_type") return `must be of type ${issue.expected}`;
  if (issue.code === "unrecognized_keys") return `has no argument ${issue.keys.join(", ")}`;
  return undefined;
}

function describe(issue: z.core.$ZodIssue): string {
  const path = issue.path.join(".");
  return printable(path === "" ? `this resource ${issue.message}` : `${path}: ${issue.message}`);
}
