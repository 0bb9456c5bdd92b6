/** What stands for text in the engine's events that is known at `up` only. */
const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The inputs of a resource of which something is known at `up` only. */
export function unknownIn(inputs: Readonly<Record<string, unknown>>): string[] {
  const names = Object.keys(inputs).filter((name) => !name.startsWith("__"));
  return names.filter((name) => isUnknown(inputs[name]));
}

function isUnknown(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).some(isUnknown);
  return value === unknownValue;
}
