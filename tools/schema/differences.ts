import { describeShape, type Member, type ObjectShape, type Shape } from "./shape";

/** How zod's side is compared with TypeScript's. */
export type Comparison =
  /** The two must say the same. */
  | "exact"
  /** Zod may allow more: recorded states are read leniently. */
  | "lenient";

/** Where zod and TypeScript say different things of an object, one line for each. */
export function differences(
  path: string,
  zod: ObjectShape,
  typescript: ObjectShape,
  comparison: Comparison,
): string[] {
  const inZod = new Map(zod.members.map((member) => [member.name, member]));
  const inTypeScript = new Map(typescript.members.map((member) => [member.name, member]));
  const names = [...new Set([...inTypeScript.keys(), ...inZod.keys()])];
  return names.flatMap((name) =>
    memberDifferences(`${path}.${name}`, inZod.get(name), inTypeScript.get(name), comparison),
  );
}

function memberDifferences(
  path: string,
  zod: Member | undefined,
  typescript: Member | undefined,
  comparison: Comparison,
): string[] {
  if (!zod) return [`${path}: TypeScript has it, zod does not`];
  if (!typescript) return [`${path}: zod has it, TypeScript does not`];
  const isOptional = (member: Member) => (member.isOptional ? "optional" : "required");
  const problems =
    comparison === "exact" && zod.isOptional !== typescript.isOptional
      ? [`${path}: is ${isOptional(zod)} for zod, ${isOptional(typescript)} for TypeScript`]
      : [];
  return [...problems, ...shapeDifferences(path, zod.shape, typescript.shape, comparison)];
}

function shapeDifferences(path: string, zod: Shape, typescript: Shape, comparison: Comparison): string[] {
  if (zod.kind === "anything" && comparison === "lenient") return [];
  if (zod.kind === "object" && typescript.kind === "object")
    return differences(path, zod, typescript, comparison);
  if (zod.kind === "list" && typescript.kind === "list")
    return shapeDifferences(`${path}[]`, zod.items, typescript.items, comparison);
  if (zod.kind === "map" && typescript.kind === "map")
    return shapeDifferences(`${path}{}`, zod.values, typescript.values, comparison);
  if (zod.kind === "union" && typescript.kind === "union")
    return optionDifferences(path, zod.options, typescript.options, comparison);
  return isSame(zod, typescript, comparison)
    ? []
    : [`${path}: is ${describeShape(zod)} for zod, ${describeShape(typescript)} for TypeScript`];
}

/** The options of a union, paired by kind: no union has two of one. */
function optionDifferences(
  path: string,
  zod: Shape[],
  typescript: Shape[],
  comparison: Comparison,
): string[] {
  const byKind = (options: Shape[]) => new Map(options.map((option) => [option.kind, option]));
  const [inZod, inTypeScript] = [byKind(zod), byKind(typescript)];
  return [...new Set([...inZod.keys(), ...inTypeScript.keys()])].flatMap((kind) => {
    const [one, other] = [inZod.get(kind), inTypeScript.get(kind)];
    if (one && other) return shapeDifferences(path, one, other, comparison);
    return [`${path}: may be ${kind} for ${one ? "zod" : "TypeScript"} only`];
  });
}

function isSame(zod: Shape, typescript: Shape, comparison: Comparison): boolean {
  if (zod.kind !== typescript.kind) return false;
  if (comparison === "lenient" && "allowed" in zod && !zod.allowed) return true;
  return canonical(zod) === canonical(typescript);
}

function canonical(shape: Shape): string {
  const allowed = "allowed" in shape ? [...(shape.allowed ?? [])].sort() : [];
  return JSON.stringify({ ...shape, allowed });
}
