import { writeFileSync } from "node:fs";
import { peopleSchema } from "../people/schema";
import { planSchema } from "../plan/plan";
import { reportSchema } from "../report/report";

const schemas = { people: peopleSchema, plan: planSchema, report: reportSchema };

/** Writes a JSON Schema of ours, of files of people, a plan or a report: `tsx tools/json-schema.ts NAME PATH`. */
const [name, path] = process.argv.slice(2);
const [, schema] = Object.entries(schemas).find(([one]) => one === name) ?? [];
if (schema === undefined || path === undefined) {
  throw new Error("Say which schema to write, and where: tsx tools/json-schema.ts people|plan|report PATH");
}
writeFileSync(path, `${JSON.stringify(schema(), null, 2)}\n`);
