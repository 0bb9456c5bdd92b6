import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { settings } from "../../../client/configuration";
import type { PackageSpecification } from "../../../tools/schema/package-specification";
import { projectFolder } from "../../../tools/set-up/project";

const pages = ["docs/_index.md", "docs/installation-configuration.md"];
const read = (page: string): string => readFileSync(join(projectFolder, page), "utf8");

/** A resource or function that an example names, with what it gives it. */
interface Use {
  name: string;
  given: string[];
}

const blocks = (language: string): string[] =>
  pages.flatMap((page) =>
    [...read(page).matchAll(/^```(\w+)\n(.*?)^```/gms)]
      .filter(([, found]) => found === language)
      .map(([, , text = ""]) => text),
  );

const matches = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map(([, found = ""]) => found);

/** `type: losant:Kind`, or `function: losant:getThing`, with a block of the next deeper level. */
function usesInYaml(text: string): Use[] {
  const pattern =
    /(?:type|function): (?:pulumi:providers:)?(\w+(?::\w+)?)\n +(?:properties|arguments):\n((?: {6,}\S.*\n)+)/g;
  return [...text.matchAll(pattern)].map(([, token = "", given = ""]) => ({
    name: token === "losant" ? "Provider" : token.replace("losant:", ""),
    given: matches(/^ +(\w+):/gm, given),
  }));
}

const camelCase = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function usesInPython(text: string): Use[] {
  return [...text.matchAll(/losant\.(\w+)\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g)].map(
    ([, name = "", given = ""]) => ({
      name: camelCase(name).replace(/^(get.*)Output$/, "$1"),
      given: matches(/(\w+)=/g, given.replace(/opts=.*/, "")).map(camelCase),
    }),
  );
}

function argumentsOf(schema: PackageSpecification, name: string): string[] {
  if (name === "Provider") return Object.keys(schema.provider.inputProperties);
  const token = `losant:index:${name}`;
  const given = schema.resources[token]?.inputProperties ?? schema.functions[token]?.inputs.properties;
  assert.ok(given, `the package has no ${name}`);
  return Object.keys(given);
}

describe("the pages for Pulumi's registry", () => {
  for (const page of pages) {
    it(`${page} has the form that it takes`, () => {
      assert.match(read(page), /^---\ntitle: \S.*\nmeta_desc: \S.*\nlayout: package\n---\n\n/);
      const marks = ["{{< chooser ", "{{< /chooser >}}", "{{% choosable ", "{{% /choosable %}}"];
      const [opened, closed, begun, ended] = marks.map((mark) => read(page).split(mark).length - 1);
      assert.deepEqual([opened, begun], [closed, ended]);
    });
  }

  it("tell every setting as the program has it", () => {
    const rows = Object.values(settings).map(
      ({ stack, environment, meaning, default: standard }) =>
        `| \`${stack}\` | \`${environment}\` | ${meaning} | ${standard} |`,
    );
    const told = read("docs/installation-configuration.md").match(/^\| `losant:.*$/gm);
    assert.deepEqual(told, rows);
  });

  it("show the same in Python and YAML, of what the schema has", () => {
    const schema: PackageSpecification = JSON.parse(read("native/schema.json"));
    const yaml = blocks("yaml").flatMap(usesInYaml);
    const python = blocks("python").flatMap(usesInPython);
    assert.equal(yaml.length, 6);
    assert.deepEqual(python, yaml);
    for (const { name, given } of yaml) {
      const known = argumentsOf(schema, name);
      assert.deepEqual(
        given.filter((one) => !known.includes(one)),
        [],
      );
    }
  });
});
