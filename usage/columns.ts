/** How wide a terminal is that shows everything. */
export const lineWidth = 80;

const gap = 2;

/** Rows in columns: the first `left` ones are text, others numbers, which end at the same place. */
export function inColumns(rows: readonly (readonly string[])[], left: number): string[] {
  const count = Math.max(...rows.map(({ length }) => length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(...rows.map((row) => lengthOf(row[at] ?? ""))),
  );
  return rows.map((row) => {
    const cells = widths.map((width, at) => padded(row[at] ?? "", width, at < left));
    return `${" ".repeat(gap)}${cells.join(" ".repeat(gap))}`;
  });
}

/** Rows with a bar each after them, as far as the line has room for one. */
export function withBars(
  rows: readonly string[],
  bars: (width: number) => readonly string[],
  most: number,
): string[] {
  const room = lineWidth - Math.max(...rows.map(lengthOf)) - gap;
  const drawn = room < 4 ? [] : bars(Math.min(room, most));
  return rows.map((row, at) => (drawn[at] ? `${row}${" ".repeat(gap)}${drawn[at]}` : row.trimEnd()));
}

/** A text of at most so many characters. */
export function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : text;
}

function padded(text: string, width: number, isLeft: boolean): string {
  const room = " ".repeat(width - lengthOf(text));
  return isLeft ? text + room : room + text;
}

function lengthOf(text: string): number {
  return [...text].length;
}
