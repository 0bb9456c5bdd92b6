/** Something that texts are written to, a terminal or a pipe, and when the first of them came. */
export function writtenTexts(isTTY: boolean) {
  const texts: string[] = [];
  let came: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    came = resolve;
  });
  const write = (text: unknown) => {
    texts.push(String(text));
    came();
    return true;
  };
  return { texts, first, terminal: { isTTY, write } };
}
