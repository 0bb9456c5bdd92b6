import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as sdk from "../../../sdk";
import { generatedFiles } from "../../../tools/schema/generated-files";
import { pluginDownloadUrl } from "../../../tools/schema/manifest";
import { packageSchema } from "../../../tools/schema/package-schema";
import type { PackageSpecification, Properties } from "../../../tools/schema/package-specification";
import { projectFolder } from "../../../tools/set-up/project";

const stale =
  "is not what the sources make. Run `npm run schema`, and look at what changed: programs in all languages, and states, " +
  "rely on it.";

/** The parts of a value at any depth, itself among them. */
function partsOf(value: unknown): object[] {
  return typeof value === "object" && value !== null
    ? [value, ...Object.values(value).flatMap((part) => partsOf(part))]
    : [];
}

function valuesUnder(key: string, value: unknown): unknown[] {
  return partsOf(value).flatMap((part) =>
    Object.entries(part).flatMap(([name, one]) => (name === key ? [one] : [])),
  );
}

describe("the package's schema", () => {
  let schema: PackageSpecification;

  /** Every map of properties, by where it stands. */
  const allProperties = (): [string, Properties][] => [
    ["config", schema.config.variables],
    ["provider", schema.provider.inputProperties],
    ...Object.entries(schema.types).map(([name, { properties }]): [string, Properties] => [name, properties]),
    ...Object.entries(schema.resources).flatMap(([name, resource]): [string, Properties][] => [
      [name, resource.properties],
      [`${name} (arguments)`, resource.inputProperties],
    ]),
    ...Object.entries(schema.functions).flatMap(([name, { inputs, outputs }]): [string, Properties][] => [
      [`${name} (arguments)`, inputs.properties],
      [name, outputs.properties],
    ]),
  ];

  const namesOf = (isMatch: (property: Properties[string]) => boolean): string[] =>
    allProperties().flatMap(([place, properties]) =>
      Object.entries(properties)
        .filter(([, property]) => isMatch(property))
        .map(([name]) => `${place}: ${name}`),
    );

  before(() => {
    schema = packageSchema();
  });

  it("is checked in as the sources make it, and so is what else is made of them", () => {
    for (const [path, text] of Object.entries(generatedFiles())) {
      assert.ok(readFileSync(join(projectFolder, path), "utf8") === text, `${path} ${stale}`);
    }
  });

  it("has the six resources, each with the type of the dynamic face as its alias", () => {
    const kinds = [
      "Organization",
      "OrgMember",
      "OrgInvite",
      "OrgMembership",
      "OrgRoster",
      "ResourceTransfer",
    ];
    const expected = kinds.map((kind) => [
      `losant:index:${kind}`,
      [{ type: `pulumi-nodejs:dynamic/losant:${kind}` }],
    ]);
    const found = Object.entries(schema.resources).map(([token, { aliases }]) => [token, aliases]);
    assert.deepEqual(found, expected);
  });

  it("has a function for each data function of the program side", () => {
    const names = Object.keys(sdk).filter((name) => /^get.*(?<!Output)$/.test(name));
    assert.deepEqual(
      Object.keys(schema.functions).sort(),
      names.map((name) => `losant:index:${name}`).sort(),
    );
  });

  it("refers to types that it has, and has none that nothing refers to", () => {
    const referred = new Set(valuesUnder("$ref", schema));
    assert.deepEqual(
      [...referred].sort(),
      Object.keys(schema.types)
        .map((name) => `#/types/${name}`)
        .sort(),
    );
  });

  it("requires only what is there", () => {
    const problems = partsOf(schema).filter((part) => {
      const { required, properties }: { required?: unknown; properties?: unknown } = part;
      const names = new Set(typeof properties === "object" ? Object.keys(properties ?? {}) : []);
      return Array.isArray(required) && !required.every((name) => names.has(name));
    });
    assert.deepEqual(problems, []);
  });

  it("keeps tokens secret, and marks nothing else", () => {
    const secrets = [
      "config: apiToken",
      "provider: apiToken",
      "losant:index:Organization: cardToken",
      "losant:index:Organization (arguments): cardToken",
    ];
    assert.deepEqual(
      namesOf(({ secret }) => secret === true),
      secrets,
    );
  });

  it("takes no default from the environment, which would put a token into the state", () => {
    assert.deepEqual(valuesUnder("defaultInfo", schema), []);
  });

  it("tells the environment variable of each setting", () => {
    const unnamed = Object.entries(schema.provider.inputProperties).filter(
      ([, { description }]) => !/`LOSANT_[A-Z_]+`/.test(description),
    );
    assert.deepEqual(unnamed, []);
  });

  it("tells allowed values in words, without enumerations", () => {
    assert.deepEqual(valuesUnder("enum", schema), []);
    const role = schema.resources["losant:index:OrgMember"]?.inputProperties.role;
    assert.match(role?.description ?? "", /One of `admin`, `edit`, `collaborate`, `view`, `none`\.$/);
  });

  it("tells where releases lie once there is a repository", () => {
    assert.equal(schema.pluginDownloadURL, pluginDownloadUrl(schema.repository));
    const url = pluginDownloadUrl("https://github.com/example/pulumi-losant");
    assert.equal(url, "github://api.github.com/example/pulumi-losant");
    for (const other of [undefined, "https://git.example.com/example/pulumi-losant"])
      assert.equal(pluginDownloadUrl(other), undefined);
  });

  it("has no property that users are not shown", () => {
    const names = allProperties().flatMap(([, properties]) => Object.keys(properties));
    assert.deepEqual(
      names.filter((name) => name.startsWith("__")),
      [],
    );
  });

  it("takes a role or an object for each person of a roster", () => {
    const { description, ...type } =
      schema.resources["losant:index:OrgRoster"]?.inputProperties.members ?? {};
    assert.deepEqual(type, {
      type: "object",
      additionalProperties: { oneOf: [{ type: "string" }, { $ref: "#/types/losant:index:RosterEntry" }] },
    });
  });

  it("shows examples of the native classes, which other languages leave out", () => {
    for (const { description } of [...Object.values(schema.resources), ...Object.values(schema.functions)]) {
      assert.match(
        description,
        /\{\{% example %\}\}\n## Example Usage\n\n```typescript\nimport \* as losant/,
      );
      assert.doesNotMatch(description, /from "pulumi-losant"|\{@link/);
    }
  });
});
