import { noPaint, type Paint } from "../../usage/text";

const colored: Paint = { warning: coloring(33), alarm: coloring(31) };

/** Colours on a terminal, unless NO_COLOR is set or it is a dumb one. */
export function paintFor(terminal: { isTTY?: boolean | undefined }, environment: NodeJS.ProcessEnv): Paint {
  const isPlain = !terminal.isTTY || Boolean(environment.NO_COLOR) || environment.TERM === "dumb";
  return isPlain ? noPaint : colored;
}

function coloring(code: number): (text: string) => string {
  return (text) => `\u001b[${code}m${text}\u001b[39m`;
}
