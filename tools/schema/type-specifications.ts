import type { AllowedValues } from "./allowed-values";
import { differences } from "./differences";
import type {
  ObjectSpecification,
  Properties,
  PropertySpecification,
  TypeSpecification,
} from "./package-specification";
import type { Member, ObjectShape, Shape } from "./shape";

/** No type may have the name that Go gives to a class, to the output of a type, or to what a function gives. */
const names = new Map([
  ["ResourceRoleOutput", "RecordedResourceRole"],
  ["RosterEntryArgs", "RosterEntry"],
  ["RosterEntryRoles", "RecordedRosterEntry"],
  ["GetOrganizationResult", "OrganizationDetails"],
]);

/** Writes shapes as Pulumi's types, and keeps the objects among them under their names. */
export class TypeSpecifications {
  readonly problems: string[] = [];
  private readonly shapes = new Map<string, ObjectShape>();
  private readonly written = new Map<string, ObjectSpecification>();

  constructor(private readonly allowed: AllowedValues) {}

  /** The types met so far, by name. */
  get types(): Record<string, ObjectSpecification> {
    const sorted = [...this.written].sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(sorted.map(([name, type]) => [`losant:index:${name}`, type]));
  }

  /** An object of these members. */
  object(path: string, members: Member[]): ObjectSpecification {
    return { type: "object", properties: this.properties(path, members), required: requiredOf(members) };
  }

  properties(path: string, members: Member[]): Properties {
    return Object.fromEntries(
      members.map((member) => [member.name, this.property(`${path}.${member.name}`, member)]),
    );
  }

  property(path: string, { words, shape }: Member): PropertySpecification {
    if (words === "") this.problems.push(`${path}: has no docstring`);
    return { ...this.type(path, shape), description: [words, ...this.allowed.sentences(shape)].join(" ") };
  }

  private type(path: string, shape: Shape): TypeSpecification {
    switch (shape.kind) {
      case "text":
        return { type: "string" };
      case "number":
        return { type: shape.isWhole ? "integer" : "number" };
      case "flag":
        return { type: "boolean" };
      case "list":
        return { type: "array", items: this.type(path, shape.items) };
      case "map":
        return { type: "object", additionalProperties: this.type(path, shape.values) };
      case "union":
        return { oneOf: shape.options.map((option) => this.type(path, option)) };
      case "object":
        return this.reference(path, shape);
      case "anything":
        return { $ref: "pulumi.json#/Any" };
    }
  }

  private reference(path: string, shape: ObjectShape): TypeSpecification {
    if (shape.name === undefined) return this.refuse(`${path}: has an object type without a name`);
    const name = names.get(shape.name) ?? shape.name;
    const known = this.shapes.get(name);
    if (known) this.problems.push(...differences(`${path} (${name})`, known, shape, "exact"));
    else this.write(name, shape);
    return { $ref: `#/types/losant:index:${name}` };
  }

  private refuse(problem: string): TypeSpecification {
    this.problems.push(problem);
    return { $ref: "pulumi.json#/Any" };
  }

  private write(name: string, shape: ObjectShape): void {
    this.shapes.set(name, shape);
    if (shape.words === "") this.problems.push(`${name}: has no docstring`);
    const { type, ...rest } = this.object(name, shape.members);
    this.written.set(name, { type, description: shape.words, ...rest });
  }
}

/** The names of the members that are always there. */
export function requiredOf(members: Member[]): string[] {
  return members.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
}
