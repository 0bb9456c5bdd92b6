/** What expressions of a workflow may name. */
export type Contexts = Record<string, unknown>;

/** The value of an expression of GitHub's workflows: a path, or comparisons, whose words JavaScript has too. */
export function evaluate(expression: string, contexts: Contexts): unknown {
  const names = Object.keys(contexts);
  const text = expression.replace(/^\s*\$\{\{|\}\}\s*$/g, "");
  const work = new Function(...names, "cancelled", `return (${text});`);
  return work(...names.map((name) => contexts[name]), () => false);
}

/** A text with the values of its expressions; what there is not is empty, as GitHub has it. */
export function filledIn(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{.*?\}\}/g, (expression) => String(evaluate(expression, contexts) ?? ""));
}
