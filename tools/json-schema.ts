import { writeFileSync } from "node:fs";
import { peopleSchema } from "../people/schema";
import { planSchema } from "../plan/plan";

/** Writes a JSON Schema of ours, of files of people or of a plan: `tsx tools/json-schema.ts people|plan PATH`. */
const [name, path] = process.argv.slice(2);
const schema = name === "people" ? peopleSchema() : name === "plan" ? planSchema() : undefined;
if (schema === undefined || path === undefined) {
  throw new Error("Say which schema to write, and where: tsx tools/json-schema.ts people|plan PATH");
}
writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
