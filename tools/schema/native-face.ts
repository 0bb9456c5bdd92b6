import { relative } from "node:path";
import ts from "typescript";
import { dataFunctions } from "../../client/data-functions";
import { projectFolder } from "../set-up/project";

const head = `\
// Made by \`npm run schema\` from what sdk/index.ts exports.
import type * as pulumi from "@pulumi/pulumi";
import { dataFunctions } from "../../client/data-functions";
import { nativeFace } from "../faces/native";
import { invoke, outputForm } from "../native/invoke";`;

/**
 * The text of `sdk/generated/native.ts`: the classes, data functions and types of the dynamic face, with its docstrings,
 * for programs of the native plugin. `exported` is what the dynamic face exports.
 */
export function nativeFaceText(exported: readonly ts.Symbol[]): string {
  const declared = exported.flatMap(({ declarations: [declaration] = [] }) => declaration ?? []);
  const classes = declared.filter(ts.isClassDeclaration);
  const functions = declared.filter(ts.isFunctionDeclaration);
  const asking = functions.filter((one) => nameOf(one) in dataFunctions);
  const others = functions.filter((one) => !asking.includes(one));
  const types = declared.filter((one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one));
  const names = types.map(nameOf).sort();
  const asked = asking.map((one) => Object.values(typesOf(one)).join()).join();
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(asked));
  return [
    head,
    `import type ${listed(used)} from "../index";`,
    ...classes.map((one) => `import { ${nameOf(one)} as Dynamic${nameOf(one)} } from "${moduleOf(one)}";`),
    "",
    `export type ${listed(names)} from "../index";`,
    ...others.map((one) => `export { ${nameOf(one)} } from "${moduleOf(one)}";`),
    ...classes.map(classText),
    ...asking.map(functionText),
    "",
  ].join("\n");
}

/** One a line, so that a change shows what it changes. */
function listed(names: string[]): string {
  return `{\n${names.map((name) => `  ${name},\n`).join("")}}`;
}

function classText(declaration: ts.ClassDeclaration): string {
  const name = nameOf(declaration);
  return `
${docstringOf(declaration)}
export class ${name} extends Dynamic${name} {
  protected static override readonly face = nativeFace;
}`;
}

function functionText(declaration: ts.FunctionDeclaration): string {
  const name = nameOf(declaration);
  const { args, answer } = typesOf(declaration);
  const [parameter] = declaration.parameters;
  return `
${docstringOf(declaration)}
export function ${name}(
  ${parameter?.getText()},
  options?: pulumi.InvokeOptions,
): Promise<${answer}> {
  return invoke(dataFunctions.${name}, args, options);
}

/** As {@link ${name}}, for arguments that may be Outputs. */
export const ${name}Output = outputForm<${args}, ${answer}>(dataFunctions.${name});`;
}

/** What a data function takes and what it promises, as its declaration writes them. */
function typesOf(declaration: ts.FunctionDeclaration) {
  const [parameter] = declaration.parameters;
  const [, answer] = /^Promise<(.*)>$/s.exec(declaration.type?.getText() ?? "") ?? [];
  const args = parameter?.type?.getText();
  if (args !== undefined && answer !== undefined) return { args, answer };
  throw new Error(`${nameOf(declaration)}: state the type of its arguments, and the Promise that it gives.`);
}

function docstringOf(declaration: ts.Node): string {
  const [docstring] = ts.getJSDocCommentsAndTags(declaration);
  return (docstring?.getText() ?? "").replaceAll('from "pulumi-losant"', 'from "pulumi-losant/native"');
}

function nameOf(declaration: ts.NamedDeclaration): string {
  return declaration.name?.getText() ?? "";
}

/** The module of a declaration, as seen from `sdk/generated/`. */
function moduleOf(declaration: ts.Node): string {
  const path = relative(`${projectFolder}/sdk`, declaration.getSourceFile().fileName);
  return `../${path.replace(/\.ts$/, "").replaceAll("\\", "/")}`;
}
