const lineBreaks = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;
const controls = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Makes a text from outside safe to print on one line: line breaks and tabs become blanks; other control
 * characters, terminal escapes, bidirectional marks and halves of characters become U+FFFD. A log line cannot be forged
 * with it, and every protocol can carry it.
 */
export function printable(text: string): string {
  return text.replace(lineBreaks, " ").replace(controls, "\uFFFD");
}

/** As `printable`, with line feeds kept. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/**
 * Makes all text in plain data printable, names of fields too: the engine prints changed values as they are, to a
 * terminal or a log.
 */
export function printableData<Data>(data: Data): Data;
export function printableData(data: unknown): unknown {
  if (typeof data === "string") return printableLines(data);
  if (Array.isArray(data)) return data.map((one) => printableData(one));
  if (typeof data !== "object" || data === null) return data;
  const entries = Object.entries(data).map(([name, value]) => [printable(name), printableData(value)]);
  return Object.fromEntries(entries);
}
