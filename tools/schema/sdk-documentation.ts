import ts from "typescript";
import { compilerHost } from "./compiler-host";
import type { Member, Shape } from "./shape";
import { isOutput } from "./type-parts";
import { TypeShapes } from "./type-shape";
import { tagOf, wordsWithExamples } from "./words";

/** What the program side says of a class. */
export interface DocumentedClass {
  /** With examples. */
  words: string;
  inputs: Member[];
  outputs: Member[];
}

/** What the program side says of a data function. */
export interface DocumentedFunction {
  /** With examples. */
  words: string;
  inputs: Member[];
  result: Shape;
  /** What it gives. */
  resultWords: string;
}

/** The types and docstrings that modules export, read through the compiler. */
export class SdkDocumentation {
  /** What the first module exports. */
  readonly exported: ts.Symbol[];
  private readonly checker: ts.TypeChecker;
  private readonly shapes: TypeShapes;
  private readonly exports: Map<string, ts.Symbol>;

  /** Of what two modules export under one name, the first one's counts. */
  constructor(entryPoints: string[], options: ts.CompilerOptions) {
    const program = ts.createProgram(entryPoints, { ...options, noEmit: true }, compilerHost(options));
    this.checker = program.getTypeChecker();
    this.shapes = new TypeShapes(this.checker);
    const [first = [], ...others] = entryPoints.map((path) => this.exportsOf(program.getSourceFile(path)));
    this.exported = first;
    this.exports = new Map([...others.flat(), ...first].map((symbol) => [symbol.name, symbol]));
  }

  /** The docstring of a class or function, with its examples. */
  words(name: string): string {
    return wordsWithExamples(this.exportOf(name), this.checker);
  }

  /** The arguments of a class. */
  args(name: string): Member[] {
    return this.shapes.membersOf(this.checker.getDeclaredTypeOfSymbol(this.exportOf(`${name}Args`)));
  }

  /** A class, with the arguments of `<name>Args`. */
  resource(name: string): DocumentedClass {
    const symbol = this.exportOf(name);
    const instance = this.checker.getDeclaredTypeOfSymbol(symbol);
    const declared = instance
      .getProperties()
      .filter(({ declarations = [] }) =>
        declarations.some(({ parent }) => parent === symbol.valueDeclaration),
      );
    return {
      words: this.words(name),
      inputs: this.args(name),
      outputs: declared.flatMap((property) => this.outputOf(property)),
    };
  }

  /** A data function. */
  dataFunction(name: string): DocumentedFunction {
    const symbol = this.exportOf(name);
    const [signature] = this.checker.getTypeOfSymbol(symbol).getCallSignatures();
    const answer = signature && this.checker.getAwaitedType(signature.getReturnType());
    if (!answer) throw new Error(`${name} is no function that promises something.`);
    const [args] = signature.getParameters().map((parameter) => this.checker.getTypeOfSymbol(parameter));
    return {
      words: this.words(name),
      inputs: args ? this.shapes.membersOf(args) : [],
      result: this.shapes.shapeOf(answer),
      resultWords: tagOf(symbol, "returns", this.checker),
    };
  }

  /** A property that is an Output, as what it gives. */
  private outputOf(property: ts.Symbol): Member[] {
    const type = this.checker.getTypeOfSymbol(property);
    const get = isOutput(type) ? this.checker.getPropertyOfType(type, "get") : undefined;
    const [signature] = get ? this.checker.getTypeOfSymbol(get).getCallSignatures() : [];
    if (!signature || property.name.startsWith("__")) return [];
    return [this.shapes.memberOf(property, signature.getReturnType())];
  }

  private exportOf(name: string): ts.Symbol {
    const symbol = this.exports.get(name);
    if (!symbol) throw new Error(`The program side exports no ${name}.`);
    return symbol;
  }

  private exportsOf(file: ts.SourceFile | undefined): ts.Symbol[] {
    const module = file && this.checker.getSymbolAtLocation(file);
    return module ? this.checker.getExportsOfModule(module).map((one) => this.original(one)) : [];
  }

  private original(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }
}
