import { asciiLowerCase } from "../text";

interface Asked<Answer> {
  answer: Promise<Answer>;
  /** How many changes there had been by then. */
  changes: number;
}

/**
 * Makes a function that asks once for equal arguments, until a change may have made the answer another. Failures
 * are not remembered. Callers share the answer and must not change it.
 */
export function readOnce<Args extends object, Answer>(
  ask: (args: Args) => Promise<Answer>,
  changesSoFar: () => number,
): (args: Args) => Promise<Answer> {
  const answers = new Map<string, Asked<Answer>>();
  return (args) => {
    const key = keyOf(args);
    const changes = changesSoFar();
    const asked = answers.get(key);
    if (asked?.changes === changes) return asked.answer;
    const answer = ask(args);
    answers.set(key, { answer, changes });
    return answer.catch((error) => {
      if (answers.get(key)?.answer === answer) answers.delete(key);
      throw error;
    });
  };
}

/** Arguments come in the order of their checks, so equal ones have one text. */
function keyOf(args: object): string {
  return JSON.stringify(args, (name, value: unknown) =>
    name === "orgId" && typeof value === "string" ? asciiLowerCase(value) : value,
  );
}
