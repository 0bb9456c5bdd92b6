import { chmod, copyFile, mkdir, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { isOnPath } from "./cli-on-path";
import { buildModule, moduleSources } from "./go-modules";
import { ownCommands, pulumiPath } from "./own-cli";
import { getPythonSdk, hasPythonSdk } from "./python-sdk";
import { inScratch } from "./scratch";

/** A language, beside Node's, of the programs that are tested. */
export type Language = "yaml" | "python";

/** Something that programs of a language need beside the Pulumi CLI; `get` rejects with the reason why it cannot be had. */
export interface Need {
  language: Language;
  name: string;
  isThere: () => boolean;
  get: () => Promise<void>;
}

/** Lets a way of getting commands fill a folder, and puts them beside the CLI only once they are whole. */
function keepCommands(fill: (folder: string) => Promise<void>): Promise<void> {
  return inScratch("commands", async (folder) => {
    await fill(folder);
    await mkdir(ownCommands, { recursive: true });
    for (const name of await readdir(folder)) await rename(join(folder, name), join(ownCommands, name));
  });
}

const yamlHost = "pulumi-language-yaml";
const pythonHost = "pulumi-language-python";
const pythonStarter = "pulumi-language-python-exec";

function buildYamlHost(folder: string): Promise<void> {
  return buildModule(
    "language-yaml",
    `github.com/pulumi/pulumi-yaml/cmd/${yamlHost}`,
    join(folder, yamlHost),
  );
}

async function buildPythonHost(folder: string): Promise<void> {
  const host = `github.com/pulumi/pulumi/sdk/v3/python/cmd/${pythonHost}`;
  await buildModule("language-python", host, join(folder, pythonHost));
  // The script that starts programs fits the SDK that they use, which is newer than the host.
  const sources = await moduleSources("engine", "github.com/pulumi/pulumi/sdk/v3");
  await copyFile(join(sources, "python/cmd", pythonStarter), join(folder, pythonStarter));
  await chmod(join(folder, pythonStarter), 0o755);
}

const needs: Need[] = [
  {
    language: "yaml",
    name: "the YAML language host",
    isThere: () => isOnPath(yamlHost, pulumiPath()),
    get: () => keepCommands(buildYamlHost),
  },
  {
    language: "python",
    name: "the Python language host",
    isThere: () => isOnPath(pythonHost, pulumiPath()),
    get: () => keepCommands(buildPythonHost),
  },
  { language: "python", name: "Pulumi's Python SDK", isThere: hasPythonSdk, get: getPythonSdk },
];

/** What programs of a language lack here. */
export function missingFor(language: Language, candidates = needs): string[] {
  return candidates.filter((need) => need.language === language && !need.isThere()).map(({ name }) => name);
}

/** Gets what programs of some languages lack. What cannot be had is told, and the tests that need it skip. */
export async function ensureLanguages(
  wanted: readonly Language[] = ["yaml", "python"],
  candidates = needs,
): Promise<void> {
  for (const need of candidates.filter(({ language }) => wanted.includes(language)))
    if (!need.isThere()) await getOrTell(need);
}

async function getOrTell({ language, name, get }: Need): Promise<void> {
  console.error(`Getting ${name} (some minutes the first time) …`);
  try {
    await get();
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    console.error(`Tests with ${language} programs will skip: ${name} could not be had.\n${reason}`);
  }
}
