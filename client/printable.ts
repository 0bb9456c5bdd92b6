const lineBreaks = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;
const controls = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Makes a text from outside safe to print on one line: line breaks and tabs become blanks; other control
 * characters, terminal escapes and bidirectional marks become U+FFFD. A log line cannot be forged with it.
 */
export function printable(text: string): string {
  return text.replace(lineBreaks, " ").replace(controls, "\uFFFD");
}
