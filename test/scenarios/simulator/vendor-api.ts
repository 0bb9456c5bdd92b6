import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import Ajv, { type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { z } from "zod";

const folder = join(__dirname, "../../../../shared/losant-api");

/** Whether the vendor's own description of its API is beside the project. */
export const vendorApiIsHere = existsSync(join(folder, "actions.json"));

/** Why a test skips that needs it. */
export const missingVendorApi = "skipped: the vendor's API description is not beside the project";

const parameter = z.looseObject({ name: z.string(), in: z.string(), enum: z.array(z.string()).optional() });
const response = z.looseObject({ schema: z.looseObject({ $ref: z.string() }) });
const action = z.looseObject({
  method: z.string(),
  path: z.string().optional(),
  params: z.array(parameter).default([]),
  responses: z.record(z.string(), response),
});
const noun = z.looseObject({ path: z.string(), actions: z.record(z.string(), action) });

/** An action as the vendor describes it. */
export interface VendorAction {
  name: string;
  method: string;
  path: string;
  queryParameters: string[];
  /** Schema names by status. */
  responses: Record<string, string>;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), "utf8"));

/** The nouns of the other description that the simulator has too. */
const moreNouns = ["applications", "dashboards", "userApiTokens"];
const moreSchemas = ["applications", "dashboards", "apiTokens"];

/** The list of API tokens is described as one of them. */
const schemaNameOf = (name: string) => (name === "apiToken" ? "apiTokens" : name);

const describedNouns = () => {
  const described = z.record(z.string(), noun);
  const more = Object.entries(described.parse(readJson("more/actions.json")));
  return [
    ...Object.entries(described.parse(readJson("actions.json"))),
    ...more.filter(([name]) => moreNouns.includes(name)),
  ];
};

const readActions = (): VendorAction[] =>
  describedNouns().flatMap(([nounName, described]) =>
    Object.entries(described.actions).map(([name, { method, path = "", params, responses }]) => ({
      name: `${nounName}.${name}`,
      method,
      path: described.path + path,
      queryParameters: params.filter((each) => each.in === "query").map((each) => each.name),
      responses: Object.fromEntries(
        Object.entries(responses).map(([status, { schema }]) => [
          status,
          schemaNameOf(schema.$ref.replace(/.*\//, "")),
        ]),
      ),
    })),
  );

/** The vendor's actions. */
export const vendorActions: VendorAction[] = vendorApiIsHere ? readActions() : [];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

// The schemas mostly allow anything beside what they describe; an answer of ours may hold nothing else.
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isObject(schema)) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return isObject(schema.properties) && schema.type === "object"
    ? { ...inner, additionalProperties: false }
    : inner;
};

// In the vendor's orgInvites the schema of one invite stands where its properties should.
const repaired = (schema: unknown): unknown => {
  if (!isObject(schema) || !isObject(schema.items) || !isObject(schema.items.properties)) return schema;
  return typeof schema.items.properties.type === "string"
    ? { ...schema, items: schema.items.properties }
    : schema;
};

const compile = (path: string): [string, ValidateFunction] => {
  // A pattern in the vendor's dashboards is not valid with the flag u.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const schema = closed(repaired(readJson(path)));
  if (!isObject(schema)) throw new Error(`${path} holds no schema`);
  return [parse(path).name, ajv.compile(schema)];
};

const schemaPaths = () => [
  ...readdirSync(join(folder, "schemas")).map((name) => `schemas/${name}`),
  ...moreSchemas.map((name) => `more/schemas/${name}.json`),
];

const validators = new Map(vendorApiIsHere ? schemaPaths().map(compile) : []);

/** What is wrong with a value by one of the vendor's schemas; empty if nothing is. */
export const schemaFaults = (schemaName: string, value: unknown): string[] => {
  const validate = validators.get(schemaName);
  if (!validate) return [`there is no schema ${schemaName}`];
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    (error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  );
};

const pathMatches = (template: string, path: string) =>
  new RegExp(`^${template.replace("{orgId}", "[^/]+")}$`).test(path);

/** The vendor's action that a request calls. */
export const vendorActionOf = (method: string, path: string): VendorAction | undefined =>
  vendorActions.find((each) => each.method === method && pathMatches(each.path, path));

const withoutLinks = (body: unknown): unknown => {
  if (!isObject(body)) return body;
  const { _type, _links, ...rest } = body;
  return rest;
};

/** What is wrong with an answer to a request by the vendor's description; empty if nothing is, or nothing is known. */
export const answerFaults = (method: string, path: string, status: number, body: unknown): string[] => {
  const called = vendorActionOf(method, path);
  if (!called) return [];
  const declared = called.responses[String(status)];
  if (!declared && status < 400) return [`${called.name} does not declare status ${status}`];
  return schemaFaults(declared ?? "error", withoutLinks(body));
};
