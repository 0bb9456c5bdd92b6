/** What of Pulumi's metaschema we write (pkg/codegen/schema/pulumi.json in Pulumi's repository). */
export type TypeSpecification =
  | { type: "string" | "number" | "integer" | "boolean" }
  | { type: "array"; items: TypeSpecification }
  | { type: "object"; additionalProperties: TypeSpecification }
  | { $ref: string }
  | { oneOf: TypeSpecification[] };

export type PropertySpecification = TypeSpecification & {
  description: string;
  secret?: true;
  willReplaceOnChanges?: true;
};

export type Properties = Record<string, PropertySpecification>;

export interface ObjectSpecification {
  type: "object";
  description?: string;
  properties: Properties;
  required: string[];
}

export interface ResourceSpecification extends ObjectSpecification {
  description: string;
  inputProperties: Properties;
  requiredInputs: string[];
  aliases?: { type: string }[];
}

export interface FunctionSpecification {
  description: string;
  inputs: ObjectSpecification;
  outputs: ObjectSpecification;
}

/** Of a whole package. */
export interface PackageSpecification {
  name: string;
  displayName: string;
  version: string;
  description: string;
  keywords: string[];
  license: string;
  publisher: string;
  homepage?: string | undefined;
  repository?: string;
  pluginDownloadURL?: string | undefined;
  language: Record<string, object>;
  config: { variables: Properties };
  types: Record<string, ObjectSpecification>;
  provider: { type: "object"; description: string; inputProperties: Properties };
  resources: Record<string, ResourceSpecification>;
  functions: Record<string, FunctionSpecification>;
}
