import assert from "node:assert/strict";
import { csvOf } from "../../../report/csv";
import { tablesOf } from "../../../report/tables";
import { bigReport, hostileNames, personOf, reportOf } from "./samples";

const cell = (text: string) => csvOf({ columns: ["a"], rows: [[text]] }).split("\r\n")[1];

describe("the CSV of a report", () => {
  it("has quotes, CR LF, and a mark by which Excel knows UTF-8", () => {
    const text = csvOf({
      columns: ["a", "b"],
      rows: [
        ['say "hi", you', 3],
        [null, true],
      ],
    });
    assert.equal(text, '\uFEFF"a","b"\r\n"say ""hi"", you",3\r\n,true\r\n');
  });

  for (const formula of ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1", '=HYPERLINK("x")'])
    it(`has no formula: ${JSON.stringify(formula)}`, () => {
      assert.match(cell(formula) ?? "", /^"'/);
    });

  it("has what is no formula as it is, and no control character", () => {
    assert.equal(cell("ann@example.com"), '"ann@example.com"');
    assert.equal(cell("אברהם 👩‍👩‍👧"), '"אברהם 👩‍👩‍👧"');
    assert.equal(cell("two\nlines\u202E\u0007"), '"two lines\uFFFD\uFFFD"');
  });

  it("has each table, with as many cells in a row as columns", () => {
    const tables = tablesOf(bigReport(30));
    assert.deepEqual(Object.keys(tables), [
      "people",
      "roles",
      "applications",
      "dashboards",
      "invites",
      "attention",
    ]);
    for (const [name, { columns, rows }] of Object.entries(tables)) {
      assert.ok(rows.length > 0, name);
      for (const row of rows) assert.equal(row.length, columns.length, `${name}: ${row.join()}`);
    }
    const text = csvOf(tables.people ?? assert.fail());
    for (const name of hostileNames) assert.ok(text.includes(name.replaceAll('"', '""')), name);
  });

  it("leaves a list empty that is not known, and says nothing of it", () => {
    const report = reportOf({ people: [personOf("ann@example.com", { applicationRoles: null })] });
    const { columns, rows } = tablesOf(report).people ?? assert.fail();
    assert.equal(rows[0]?.[columns.indexOf("roles on applications")], null);
    assert.equal(rows[0]?.[columns.indexOf("roles on dashboards")], "");
  });
});
