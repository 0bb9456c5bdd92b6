import { join } from "node:path";
import ts from "typescript";
import { projectFolder } from "../set-up/project";
import { AllowedValues } from "./allowed-values";
import { dataFunctions, functionSpecification } from "./function-specification";
import { languageSettings } from "./languages";
import { readManifest } from "./manifest";
import type { PackageSpecification } from "./package-specification";
import { resourceSpecification } from "./resource-specification";
import { resources } from "./resources";
import { SdkDocumentation } from "./sdk-documentation";
import { configurationVariables, providerArguments } from "./settings";
import { TypeSpecifications } from "./type-specifications";
import { zodShape } from "./zod-shape";

type Content = Pick<PackageSpecification, "types" | "resources" | "functions">;

const providerWords =
  "How the resources and functions that use it reach Losant, and the guard rails over them. A program needs one of " +
  "its own only for another token, or other guard rails, than the stack's configuration has.";

/**
 * The package's schema.
 *
 * @throws Error with a line for each thing on which zod and TypeScript do not agree, or that has no docstring.
 */
export function packageSchema(): PackageSpecification {
  const { description, repository, ...manifest } = readManifest();
  return {
    name: "losant",
    displayName: "Losant",
    description,
    publisher: "pulumi-losant",
    ...manifest,
    ...(repository !== undefined && { repository }),
    language: languageSettings(repository),
    config: { variables: configurationVariables() },
    provider: { type: "object", description: providerWords, inputProperties: providerArguments() },
    ...content(),
  };
}

function content(): Content {
  const sdk = new SdkDocumentation(join(projectFolder, "sdk/index.ts"), compilerOptions());
  const types = new TypeSpecifications(allowedValues());
  const classes = resources.map((source) => [
    `losant:index:${source.kind}`,
    resourceSpecification(source, sdk.resource(source.kind), types),
  ]);
  const functions = dataFunctions.map((name) => [
    `losant:index:${name}`,
    functionSpecification(name, sdk.dataFunction(name), types),
  ]);
  if (types.problems.length > 0) throw new Error(["No schema can be made.", ...types.problems].join("\n"));
  return {
    types: types.types,
    resources: Object.fromEntries(classes),
    functions: Object.fromEntries(functions),
  };
}

function allowedValues(): AllowedValues {
  return new AllowedValues(resources.flatMap((one) => [zodShape(one.arguments), zodShape(one.state)]));
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(projectFolder, "tsconfig.json"), ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, projectFolder).options;
}
