import assert from "node:assert/strict";
import { csv, usageCsv } from "../../../usage/csv";
import { readOf, usageOf } from "./samples";

describe("unit: usage as CSV", () => {
  it("has a row for each day, and nothing where nothing is known", () => {
    const usage = usageOf({ devices: { problem: "403" } });
    const [head, first, ...more] = usageCsv([usage], "day").split("\r\n");
    assert.equal(head, "orgId,organization,day,devices,payloads,notebookMinutes");
    assert.equal(first, "575ed6e87ae143cd83dc4aa8,Acme,2026-11-01,,100,2");
    assert.deepEqual([more.length, more.at(-1)], [15, ""]);
  });

  it("has a row for each hour or kind", () => {
    const hours = { data: [{ hour: "2026-11-01T05:00:00.000Z", value: 7 }] };
    assert.match(usageCsv([usageOf({ hours })], "hour"), /,Acme,2026-11-01T05:00:00\.000Z,7\r\n$/);
    assert.match(usageCsv([usageOf()], "kind"), /,Acme,deviceState,device\.mqtt,1500\r\n/);
  });

  it("has the rows of all organizations below one head", () => {
    const other = usageOf({ organization: { ...readOf().organization, name: "Other" } });
    const lines = usageCsv([usageOf(), other], "kind").split("\r\n");
    assert.deepEqual(
      lines.map((line) => line.split(",")[1]),
      ["organization", "Acme", "Acme", "Other", "Other", undefined],
    );
  });

  for (const text of [
    '=HYPERLINK("http://x")',
    "+1",
    "-1",
    "@SUM(A1)",
    " =1",
    "|cmd",
    "%0",
    "＝1",
    "\t=1",
    "\r=1",
  ]) {
    it(`makes no formula of ${JSON.stringify(text)}`, () => {
      const [cell = ""] = csv([[text, 1]]).split(",1\r\n");
      const value = cell.replace(/^"|"$/g, "").replaceAll('""', '"');
      assert.equal(value, `'${text}`);
    });
  }

  it("quotes commas, quotes and line breaks, and leaves other text and numbers as they are", () => {
    assert.equal(csv([["a,b", 'c"d', "e\nf", "g-h", -5, null]]), '"a,b","c""d","e\nf",g-h,-5,\r\n');
  });
});
