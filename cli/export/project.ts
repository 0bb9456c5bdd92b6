import { printable } from "../../client/printable";
import { asciiLowerCase } from "../../client/text";
import type { OrganizationSnapshot } from "../live/organization-snapshot";
import { everyDay, removalComments } from "./advice";
import type { Form } from "./options";
import { type Files, programFiles } from "./programs";

/** The versions of the packages that a project is made for. */
export interface Versions {
  package: string;
  pulumi: string;
}

/** The files of a project; of any form, those that all have. */
export function fileNames(form: Form | undefined): readonly string[] {
  const all = [".gitignore", "Pulumi.yaml", "README.md", "package.json", "tsconfig.json", "index.ts"];
  return form === "yaml" ? [...all, "people.yaml"] : all;
}

/** A complete project: program, people, and all that Pulumi and npm need. */
export function projectFiles(
  snapshot: OrganizationSnapshot,
  form: Form,
  inTeams: boolean,
  versions: Versions,
): Files {
  const name = projectName(snapshot.organization.name);
  return {
    ".gitignore": "node_modules/\n",
    "Pulumi.yaml": pulumiYaml(name),
    "README.md": readme(snapshot, form),
    "package.json": packageJson(name, versions),
    "tsconfig.json": tsconfig,
    ...programFiles(snapshot, form, inTeams),
  };
}

/** What Pulumi and npm both take. */
function projectName(organization: string): string {
  const words =
    organization
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join("-") ?? "";
  return `losant-${words === "" ? "organization" : words}`.slice(0, 100).replace(/-+$/, "");
}

function pulumiYaml(name: string): string {
  return `name: ${name}
description: Who belongs to a Losant organization
runtime: nodejs
main: index.ts
options:
  # Every preview reads the live organization first, so that changes by hand show.
  refresh: always
`;
}

function packageJson(name: string, versions: Versions): string {
  const manifest = {
    name,
    private: true,
    main: "index.ts",
    dependencies: { "@pulumi/pulumi": versions.pulumi, "pulumi-losant": `^${versions.package}` },
    devDependencies: { "@types/node": "^20", typescript: "^5" },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const tsconfig = `{
  "compilerOptions": {
    "target": "ES2022",
    "module": "commonjs",
    "moduleResolution": "node",
    "esModuleInterop": true,
    "strict": true,
    "skipLibCheck": true
  },
  "files": ["index.ts"]
}
`;

function readme({ organization }: OrganizationSnapshot, form: Form): string {
  const file = form === "yaml" ? "people.yaml" : "index.ts";
  const shown = printable(organization.name).replace(/([\\`*_[\]<>#])/g, "\\$1");
  return `# ${shown}

The people of this Losant organization are in \`${file}\`. With \`LOSANT_API_TOKEN\` set, begin with:

    npm install
    pulumi stack init prod
    pulumi up        # changes nothing at Losant the first time

From then on, change the file and run \`pulumi preview\` and \`pulumi up\`. These help:

${commands(asciiLowerCase(organization.id), form).join("\n")}

A person may also have \`until\` (a date on which access ends), \`reason\` and \`owner\` (who answers for it).
${removalComments(form, `\`${file}\``).join("\n")}

${everyDay(form).join("\n")}
`;
}

function commands(orgId: string, form: Form): string[] {
  const status = `    npx pulumi-losant status --org ${orgId}`;
  if (form !== "yaml") return [status];
  return ["    npx pulumi-losant roster check people.yaml", `${status} --people people.yaml`];
}
