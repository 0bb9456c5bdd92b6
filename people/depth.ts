import { Lexer } from "yaml";

/** Files of people need five levels; what an `x-` key holds may have more. */
const mostBrackets = 100;
const mostColumns = 200;

/**
 * Whether a text is nested so deeply that the parser, which calls itself for each level, might not come to its end: by
 * open brackets, and by the indentation and dashes at the start of a line.
 */
export function isTooDeep(text: string): boolean {
  let [brackets, columns, isStart] = [0, 0, true];
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") brackets += 1;
    if (token === "]" || token === "}") brackets -= 1;
    const isNewLine = token === "\n" || token === "\r\n";
    isStart = isNewLine || (isStart && /^(?: +|[-?:])$/.test(token));
    columns = isNewLine ? 0 : columns + (isStart ? token.length : 0);
    if (brackets > mostBrackets || columns > mostColumns) return true;
  }
  return false;
}
