import { writeFileSync } from "node:fs";
import { peopleSchema } from "../people/schema";

/** Writes the JSON Schema of files of people: `tsx tools/people-schema.ts PATH`. */
const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("Say where to write the schema: tsx tools/people-schema.ts PATH");
writeFileSync(path, `${JSON.stringify(peopleSchema(), null, 2)}\n`);
