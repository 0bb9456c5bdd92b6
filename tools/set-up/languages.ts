import { buildPrinters, buildPythonHost, buildYamlHost, hasHost, hasPrinters } from "./language-hosts";
import { getPythonSdk, hasPythonSdk } from "./python-sdk";

/** A language of the programs that are tested. Node's needs something more only where code is printed. */
export type Language = "nodejs" | "yaml" | "python";

/** Something that programs of languages need beside the Pulumi CLI; `get` rejects with the reason why it cannot be had. */
export interface Need {
  languages: Language[];
  name: string;
  isThere: () => boolean;
  get: () => Promise<void>;
}

const needs: Need[] = [
  {
    languages: ["yaml"],
    name: "the YAML language host",
    isThere: () => hasHost("yaml"),
    get: buildYamlHost,
  },
  {
    languages: ["python"],
    name: "the Python language host",
    isThere: () => hasHost("python"),
    get: buildPythonHost,
  },
  { languages: ["python"], name: "Pulumi's Python SDK", isThere: hasPythonSdk, get: getPythonSdk },
  {
    languages: ["nodejs", "python"],
    name: "what prints the code of an import",
    isThere: hasPrinters,
    get: buildPrinters,
  },
];

const needsOf = (language: Language, candidates: Need[]) =>
  candidates.filter(({ languages }) => languages.includes(language));

/** What programs of a language lack here. */
export function missingFor(language: Language, candidates = needs): string[] {
  return needsOf(language, candidates)
    .filter(({ isThere }) => !isThere())
    .map(({ name }) => name);
}

/** Gets what programs of some languages lack. What cannot be had is told, and the tests that need it skip. */
export async function ensureLanguages(
  wanted: readonly Language[] = ["nodejs", "yaml", "python"],
  candidates = needs,
): Promise<void> {
  const wantedNeeds = new Set(wanted.flatMap((language) => needsOf(language, candidates)));
  for (const need of wantedNeeds) if (!need.isThere()) await getOrTell(need);
}

async function getOrTell({ languages, name, get }: Need): Promise<void> {
  console.error(`Getting ${name} (some minutes the first time) …`);
  try {
    await get();
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    console.error(`Tests of ${languages.join(" and ")} will skip: ${name} could not be had.\n${reason}`);
  }
}
