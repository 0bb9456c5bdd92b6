import type { ObjectShape, Shape } from "./shape";

/**
 * Tells allowed values in words: an enumeration would be a type of its own, and the code that an import prints would be
 * full of its name. TypeScript gives the members of a union in an order of its own, so that of zod is told.
 */
export class AllowedValues {
  private readonly orders = new Map<string, string[]>();

  constructor(shapes: ObjectShape[]) {
    for (const shape of shapes) this.learn(shape);
  }

  /** What to add to the words of something of this shape. */
  sentences(shape: Shape): string[] {
    const [values, isEach] = valuesIn(shape);
    if (!values) return [];
    const ordered = this.orders.get(keyOf(values)) ?? [...values].sort();
    const objects = hasObject(shape) ? ", or an object" : "";
    return [
      `${isEach ? "Each is one" : "One"} of ${ordered.map((value) => `\`${value}\``).join(", ")}${objects}.`,
    ];
  }

  private learn(shape: Shape): void {
    const [values] = valuesIn(shape);
    if (values && !this.orders.has(keyOf(values))) this.orders.set(keyOf(values), values);
    for (const part of partsOf(shape)) this.learn(part);
  }
}

function partsOf(shape: Shape): Shape[] {
  switch (shape.kind) {
    case "object":
      return shape.members.map((member) => member.shape);
    case "list":
      return [shape.items];
    case "map":
      return [shape.values];
    case "union":
      return shape.options;
    default:
      return [];
  }
}

/** The values that are allowed, and whether there may be several of them. */
function valuesIn(shape: Shape): [values: string[] | undefined, isEach: boolean] {
  switch (shape.kind) {
    case "text":
    case "number":
      return [shape.allowed?.map(String), false];
    case "list":
      return [valuesIn(shape.items)[0], true];
    case "map":
      return [valuesIn(shape.values)[0], true];
    case "union":
      return [shape.options.map((option) => valuesIn(option)[0]).find((values) => values), false];
    default:
      return [undefined, false];
  }
}

function hasObject(shape: Shape): boolean {
  if (shape.kind === "list") return hasObject(shape.items);
  if (shape.kind === "map") return hasObject(shape.values);
  return shape.kind === "union" && shape.options.some(({ kind }) => kind === "object");
}

function keyOf(values: readonly string[]): string {
  return [...values].sort().join();
}
