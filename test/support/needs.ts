import { ensureBrowser } from "../../tools/set-up/browser";
import { buildWhenStale } from "../../tools/set-up/build";
import { ensureLanguages, type Language } from "../../tools/set-up/languages";
import { ensureLinters, type Linter } from "../../tools/set-up/linters";
import { ensurePulumiCli } from "../../tools/set-up/pulumi-cli";

const needed = {
  package: false,
  pulumi: false,
  browser: false,
  languages: new Set<Language>(),
  linters: new Set<Linter>(),
};
let built: Promise<void> | undefined;

/** Says that a test uses the built package; called by test files, and by what only tests of the CLI import. */
export const needsPackage = (): void => {
  needed.package = true;
};

/** Says that a test uses the Pulumi CLI. */
export const needsPulumi = (): void => {
  needed.pulumi = true;
};

/** Says that a test opens pages in Chromium. */
export const needsBrowser = (): void => {
  needed.browser = true;
};

/** Says that a test runs programs of a language beside Node's. */
export const needsLanguage = (language: Language): void => {
  needed.languages.add(language);
};

/** Says that a test runs a linter. */
export const needsLinter = (linter: Linter): void => {
  needed.linters.add(linter);
};

/** `npm test` has set up everything before it starts mocha. */
const isSetUp = (): boolean => process.env.TESTS_ARE_SET_UP === "true";

/** For what starts a process of the built package: suites that can do without one import it too, and need no build. */
export function packageIsBuilt(): Promise<void> {
  built ??= isSetUp() ? Promise.resolve() : buildWhenStale();
  return built;
}

/** Gets what the imported tests use. */
export async function getNeeds(): Promise<void> {
  if (isSetUp()) return;
  if (needed.package) await packageIsBuilt();
  if (needed.pulumi) await ensurePulumiCli();
  if (needed.browser) await ensureBrowser();
  await ensureLanguages([...needed.languages]);
  await ensureLinters([...needed.linters]);
}
