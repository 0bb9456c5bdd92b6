import { z } from "zod";
import { PeopleFile } from "./schema";

/** The JSON Schema of a file of people, by which editors complete and check. */
export function peopleSchema(): object {
  const schema = z.toJSONSchema(PeopleFile, { io: "input", target: "draft-7" });
  return { title: "People of a Losant organization", ...schema, patternProperties: { "^x-": {} } };
}
