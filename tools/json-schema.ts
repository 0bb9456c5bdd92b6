import { writeFileSync } from "node:fs";
import { peopleSchema } from "../people/schema";
import { planSchema } from "../plan/plan";
import { reportSchema } from "../report/report";
import { usageSchema } from "../usage/figures";

/** Writes a JSON Schema of ours, of files of people, plans, reports or usage: `tsx tools/json-schema.ts people|plan|report|usage PATH`. */
const schemas = new Map([
  ["people", peopleSchema],
  ["plan", planSchema],
  ["report", reportSchema],
  ["usage", usageSchema],
]);
const [name, path] = process.argv.slice(2);
const schema = schemas.get(name ?? "")?.();
if (schema === undefined || path === undefined) {
  throw new Error(
    "Say which schema to write, and where: tsx tools/json-schema.ts people|plan|report|usage PATH",
  );
}
writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
