/** Characters that look like a space, or like nothing, and are none to YAML. */
const oddBlank = /(?:^|[:,[{?-])[ \t]*([\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff])/gmu;

/** Where a text has such a character in the place of a space: in an indentation, or behind a mark of YAML. */
export function oddBlanks(text: string): { offset: number; message: string }[] {
  return [...text.matchAll(oddBlank)].flatMap(({ 0: before, 1: blank = "", index }) => {
    const offset = index + before.length - blank.length;
    // The mark of UTF-8 at the start.
    return offset === 0 && blank === "\ufeff" ? [] : [{ offset, message: describe(blank) }];
  });
}

function describe(blank: string): string {
  const code = blank.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  const name = blank === "\u00a0" ? "a no-break space" : "no plain space";
  return `there is ${name} here (U+${code}): put a plain space in its place`;
}
