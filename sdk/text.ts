/** Lower case of ASCII letters alone: others may become ASCII letters, as the Kelvin sign becomes a `k`. */
export function asciiLowerCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Text as one line without control characters, fit for a terminal and for a log. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, escaped);
}

/** As {@link oneLine}, with the line ends kept. */
export function printable(text: string): string {
  return text.split("\n").map(oneLine).join("\n");
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
