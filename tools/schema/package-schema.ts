import { join } from "node:path";
import ts from "typescript";
import { dataFunctions } from "../../client/data-functions";
import { projectFolder } from "../set-up/project";
import { AllowedValues } from "./allowed-values";
import { functionSpecification } from "./function-specification";
import { languageSettings } from "./languages";
import { readManifest } from "./manifest";
import type { PackageSpecification } from "./package-specification";
import { resourceSpecification } from "./resource-specification";
import { resources } from "./resources";
import { SdkDocumentation } from "./sdk-documentation";
import { configurationVariables, providerArguments, settingProblems } from "./settings";
import { TypeSpecifications } from "./type-specifications";
import { zodShape } from "./zod-shape";

type Content = Pick<PackageSpecification, "provider" | "types" | "resources" | "functions">;

/** The program side: what both faces have, and what the native one has beside it. */
const entryPoints = ["sdk/index.ts", "sdk/native/provider.ts"].map((path) => join(projectFolder, path));

/**
 * The package's schema.
 *
 * @throws Error with a line for each thing on which zod and TypeScript do not agree, or that has no docstring.
 */
export function packageSchema(sdk = sdkDocumentation()): PackageSpecification {
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
    ...content(sdk),
  };
}

/** What the program side says of itself. */
export function sdkDocumentation(): SdkDocumentation {
  return new SdkDocumentation(entryPoints, compilerOptions());
}

function content(sdk: SdkDocumentation): Content {
  const types = new TypeSpecifications(allowedValues());
  types.problems.push(...settingProblems(sdk.args("Provider")));
  const classes = resourcesOf(sdk, types);
  const invokes = functionsOf(sdk, types);
  if (types.problems.length > 0) throw new Error(["No schema can be made.", ...types.problems].join("\n"));
  return { provider: providerOf(sdk), types: types.types, resources: classes, functions: invokes };
}

function providerOf(sdk: SdkDocumentation): Content["provider"] {
  const inputProperties = providerArguments(sdk.args("Provider"));
  return { type: "object", description: sdk.words("Provider"), inputProperties };
}

function resourcesOf(sdk: SdkDocumentation, types: TypeSpecifications): Content["resources"] {
  const entries = resources.map((source) => [
    `losant:index:${source.kind}`,
    resourceSpecification(source, sdk.resource(source.kind), types),
  ]);
  return Object.fromEntries(entries);
}

function functionsOf(sdk: SdkDocumentation, types: TypeSpecifications): Content["functions"] {
  const entries = Object.values(dataFunctions).map((source) => [
    `losant:index:${source.name}`,
    functionSpecification(source, sdk.dataFunction(source.name), types),
  ]);
  return Object.fromEntries(entries);
}

function allowedValues(): AllowedValues {
  return new AllowedValues(resources.flatMap((one) => [zodShape(one.arguments), zodShape(one.state)]));
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(projectFolder, "tsconfig.json"), ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, projectFolder).options;
}
