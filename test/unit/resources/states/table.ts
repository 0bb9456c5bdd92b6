import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One cell of the table in docs/states.md. */
export interface TableCell {
  /** The state's name, such as `about to expire`. */
  row: string;
  column: string;
  text: string;
}

const path = join(__dirname, "../../../../docs/states.md");

/** The cells of the table in docs/states.md, those without a meaning (`–`) left out. */
export function tableCells(): TableCell[] {
  const [head = [], , ...rows] = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map(partsOf);
  const columns = head.slice(1).map((title) => title.replaceAll("`", ""));
  return rows
    .flatMap(([title = "", ...texts]) =>
      columns.map((column, index) => ({ row: nameOf(title), column, text: texts[index] ?? "" })),
    )
    .filter(({ text }) => text !== "–");
}

function partsOf(line: string): string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((part) => part.trim());
}

/** `**pending**: and more` is called `pending`. */
function nameOf(title: string): string {
  return /^\*\*(.+?)\*\*/.exec(title)?.[1] ?? title;
}
