import assert from "node:assert/strict";
import { type Case, cells } from "./cells";
import { tableCells } from "./table";

const table = tableCells();

/* Titles and cells come from docs/states.md. */
describe("unit: what happens to a person (docs/states.md)", () => {
  for (const row of new Set(table.map((cell) => cell.row))) {
    describe(row, () => {
      for (const { column, text } of table.filter((cell) => cell.row === row)) {
        const cases = cells[row]?.[column] ?? [];
        if (cases.length === 0) it(`${column}: ${text}`, () => assert.fail("this cell has no test"));
        for (const one of cases) it(titleOf(column, text, one), () => verify(one));
      }
    });
  }

  it("has a cell for every test", () => {
    const tested = Object.entries(cells).flatMap(([row, columns]) =>
      Object.keys(columns).map((column) => `${row}: ${column}`),
    );
    assert.deepEqual(tested.sort(), table.map(({ row, column }) => `${row}: ${column}`).sort());
  });
});

function titleOf(column: string, text: string, { when }: Case): string {
  return when === undefined ? `${column}: ${text}` : `${column}, ${when}: ${text}`;
}

async function verify({ run, operation, written, says }: Case): Promise<void> {
  const outcome = await run();
  const texts = [...outcome.reasons, ...outcome.told].join("\n");
  assert.deepEqual([outcome.operation, outcome.written], [operation, written], texts);
  if (says) assert.match(texts, says);
}
