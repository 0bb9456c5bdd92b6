import { z } from "zod";
import { type Member, type ObjectShape, type Shape, unionOf } from "./shape";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What an object schema takes, before it transforms anything. */
export function zodShape(schema: z.ZodObject): ObjectShape {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return { kind: "object", name: undefined, words: "", members: membersOf(json) };
}

function membersOf({ properties = {}, required = [] }: JsonSchema): Member[] {
  return Object.entries(properties).map(([name, property]) => ({
    name,
    words: "",
    isOptional: !required.includes(name),
    shape: shapeOf(property),
  }));
}

function shapeOf(json: z.core.JSONSchema._JSONSchema): Shape {
  if (typeof json === "boolean") return { kind: "anything" };
  const options = json.anyOf ?? typesOf(json);
  if (options.length > 0) return unionOf(options.map(shapeOf));
  switch (json.type) {
    case "string":
      return { kind: "text", allowed: json.enum?.map(String) };
    case "number":
    case "integer":
      return { kind: "number", isWhole: json.type === "integer", allowed: json.enum?.map(Number) };
    case "boolean":
      return { kind: "flag" };
    case "array":
      return { kind: "list", items: itemsOf(json) };
    case "object":
      return objectOf(json);
    default:
      return { kind: "anything" };
  }
}

function itemsOf({ items }: JsonSchema): Shape {
  return items === undefined || Array.isArray(items) ? { kind: "anything" } : shapeOf(items);
}

function objectOf(json: JsonSchema): Shape {
  if (json.properties) return { kind: "object", name: undefined, words: "", members: membersOf(json) };
  return { kind: "map", values: shapeOf(json.additionalProperties ?? true) };
}

/** A schema of several types, apart. */
function typesOf({ type }: JsonSchema): JsonSchema[] {
  return Array.isArray(type) ? type.map((one) => ({ type: one })) : [];
}
