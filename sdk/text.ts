import { oneLine } from "../client/text";

export { asciiLowerCase, oneLine } from "../client/text";

/** As {@link oneLine}, with the line ends kept. */
export function printable(text: string): string {
  return text.split("\n").map(oneLine).join("\n");
}
