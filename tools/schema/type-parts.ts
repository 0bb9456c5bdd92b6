import ts from "typescript";
import type { Shape } from "./shape";

/** What a type is a union of; itself where it is none. */
export function partsOf(type: ts.Type): ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

/** Whether a type is Pulumi's Output of something. */
export function isOutput(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every(isOutput);
  if (type.isIntersection()) return type.types.some(isOutput);
  return type.symbol?.name === "OutputInstance";
}

/** Whether a part of an input says only that the value may come later. */
export function isEventual(part: ts.Type): boolean {
  return part.symbol?.name === "Promise" || isOutput(part);
}

export function isNothing(part: ts.Type): boolean {
  return (part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) !== 0;
}

export function isSimple(part: ts.Type): boolean {
  return (part.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike)) !== 0;
}

/** The strings among the parts. */
export function textOf(parts: ts.Type[]): Shape | undefined {
  const texts = parts.filter((part) => part.flags & ts.TypeFlags.StringLike);
  const words = texts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  if (texts.length === 0) return undefined;
  return { kind: "text", allowed: words.length === texts.length ? words : undefined };
}

/** The numbers among the parts; whole where told so, or where each is. */
export function numberOf(parts: ts.Type[], isWhole: boolean): Shape | undefined {
  const numbers = parts.filter((part) => part.flags & ts.TypeFlags.NumberLike);
  const values = numbers.flatMap((part) => (part.isNumberLiteral() ? [part.value] : []));
  if (numbers.length === 0) return undefined;
  if (values.length < numbers.length) return { kind: "number", isWhole, allowed: undefined };
  return { kind: "number", isWhole: values.every(Number.isInteger), allowed: values };
}

/** True and false among the parts. */
export function flagOf(parts: ts.Type[]): Shape | undefined {
  return parts.some((part) => part.flags & ts.TypeFlags.BooleanLike) ? { kind: "flag" } : undefined;
}
