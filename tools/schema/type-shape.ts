import ts from "typescript";
import { type Member, type ObjectShape, type Shape, unionOf } from "./shape";
import { flagOf, isEventual, isNothing, isSimple, numberOf, partsOf, textOf } from "./type-parts";
import { wordsOf } from "./words";

/** TypeScript has one type for all numbers. These are counted, and stay small. */
const counted = new Set([
  "appCount",
  "dashCount",
  "deviceCount",
  "member",
  "memberCount",
  "memberLimit",
  "minAdmins",
  "pendingInviteCount",
]);

/** Reads shapes off TypeScript's types, as JSON carries their values. */
export class TypeShapes {
  constructor(private readonly checker: ts.TypeChecker) {}

  /** The shape of a type without what says only that a value comes later, or not at all. */
  shapeOf(type: ts.Type, isWhole = false): Shape {
    const parts = partsOf(type).filter((part) => !isEventual(part) && !isNothing(part));
    if (parts.some((part) => part.symbol?.name === "Date")) return { kind: "text", allowed: undefined };
    const simple = [textOf(parts), numberOf(parts, isWhole), flagOf(parts)];
    const rest = parts.filter((part) => !isSimple(part)).map((part) => this.compositeOf(part));
    return unionOf([...simple.filter((shape) => shape !== undefined), ...rest]);
  }

  /** The members of an object type; those of states that nobody sees are left out. */
  membersOf(type: ts.Type): Member[] {
    const shown = this.checker.getPropertiesOfType(type).filter(({ name }) => !name.startsWith("__"));
    return shown.map((symbol) => this.memberOf(symbol, this.checker.getTypeOfSymbol(symbol)));
  }

  /** One member, of the type given. */
  memberOf(symbol: ts.Symbol, type: ts.Type): Member {
    const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0 || partsOf(type).some(isNothing);
    const shape = this.shapeOf(type, counted.has(symbol.name));
    return { name: symbol.name, words: wordsOf(symbol, this.checker), isOptional, shape };
  }

  private compositeOf(type: ts.Type): Shape {
    const item = this.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    if (item && this.checker.isArrayType(type)) return { kind: "list", items: this.shapeOf(item) };
    const value = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (value) return { kind: "map", values: this.shapeOf(value) };
    return type.flags & ts.TypeFlags.Object ? this.objectOf(type) : { kind: "anything" };
  }

  private objectOf(type: ts.Type): ObjectShape {
    const symbol = type.aliasSymbol ?? type.symbol;
    const name = symbol.name === "__type" ? undefined : symbol.name;
    return { kind: "object", name, words: wordsOf(symbol, this.checker), members: this.membersOf(type) };
  }
}
