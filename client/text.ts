/** Lower case of ASCII letters alone: others may become ASCII letters, as the Kelvin sign becomes a `k`. */
export function asciiLowerCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The one spelling of an email address by which people are compared: trimmed, ASCII letters in lower case. */
export function canonicalAddress(address: string): string {
  return asciiLowerCase(address.trim());
}

/** What steers a terminal or the direction of text, and stands as it is in JSON and in quotes. */
const marks = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** A literal of JSON, TypeScript or YAML with escapes for what steers a terminal; it reads back as the same text. */
export function escapeMarks(literal: string): string {
  return literal.replace(marks, escaped);
}

/** Data as JSON on several lines, fit for a terminal; it parses to the same value. */
export function printableJson(data: unknown): string {
  return escapeMarks(JSON.stringify(data, null, 2));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** What a spreadsheet takes for the beginning of a formula: also in its wide form, and behind blanks. */
const formula = /^(\s*[=+\-@|%＝＋－＠]|[\t\r\n])/;

/** A text for a cell of a table: one that a spreadsheet would take for a formula begins with an apostrophe. */
export function cellText(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
