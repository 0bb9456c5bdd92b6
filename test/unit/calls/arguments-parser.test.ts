import assert from "node:assert/strict";
import { z } from "zod";
import { ArgumentsParser } from "../../../provider/calls/arguments-parser";
import { unknownValue } from "../../../provider/vocabulary/unknown-values";

const schema = z.strictObject({
  orgId: z.string().transform((text) => text.toLowerCase()),
  limit: z.number().min(1).optional(),
  members: z.record(
    z
      .string()
      .regex(/@/, "must be an address")
      .transform((text) => text.toLowerCase()),
    z.enum(["admin", "view", "none"]),
  ),
});
const parser = new ArgumentsParser(schema, { argument: "members", placeholder: "none" });
const closed = new ArgumentsParser(schema);

describe("arguments as far as they are known", () => {
  it("are parsed whole where all are known", () => {
    assert.deepEqual(parser.parse({ orgId: "AB", members: { "A@B": "view" } }), {
      values: { orgId: "ab", members: { "a@b": "view" } },
      problems: [],
      unknown: {},
      unknownEntries: [],
    });
  });

  it("leave out the entries that are not known, by their canonical names", () => {
    const members = { "A@B": "view", "C@D": unknownValue, "e@f": { role: unknownValue } };
    const parsed = parser.parse({ orgId: "AB", members });
    assert.deepEqual(parsed.values, { orgId: "ab", members: { "a@b": "view" } });
    assert.deepEqual([parsed.unknown, parsed.unknownEntries], [{}, ["c@d", "e@f"]]);
  });

  it("refuse a wrong name of an entry that is not known, and a wrong value beside it", () => {
    const { values, problems } = parser.parse({
      orgId: "ab",
      members: { nobody: unknownValue, "a@b": "boss" },
    });
    assert.equal(values, undefined);
    assert.match(problems.join("\n"), /members\.nobody/);
    assert.match(problems.join("\n"), /a@b/);
  });

  it("leave out an argument that is not known as a whole", () => {
    const parsed = parser.parse({ orgId: unknownValue, members: unknownValue });
    assert.deepEqual(parsed.values, {});
    assert.deepEqual([parsed.problems, Object.keys(parsed.unknown)], [[], ["orgId", "members"]]);
  });

  it("count as not known where a part is not and the argument is not open", () => {
    const parsed = closed.parse({ orgId: "ab", members: { "a@b": unknownValue } });
    assert.deepEqual([parsed.values, Object.keys(parsed.unknown)], [{ orgId: "ab" }, ["members"]]);
  });

  it("are still refused where one is missing, or wrong beside one that is not known", () => {
    assert.match(parser.parse({ orgId: "ab" }).problems.join(), /members/);
    assert.match(parser.parse({ orgId: unknownValue, limit: 0, members: {} }).problems.join(), /limit/);
    assert.match(parser.parse({ orgId: "ab", members: {}, limits: 1 }).problems.join(), /limits/);
  });

  it("as they are recorded, are what is known of them", () => {
    const recorded = { orgId: "AB", members: { "a@b": "view", "c@d": unknownValue }, other: 1 };
    assert.deepEqual(parser.parseKnown(recorded), { orgId: "ab", members: { "a@b": "view" } });
    assert.deepEqual(parser.parseKnown({ limit: 0 }), {});
  });
});
