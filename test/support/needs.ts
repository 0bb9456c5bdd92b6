import type { Language } from "../../tools/set-up/languages";

const needed = { package: false, pulumi: false, languages: new Set<Language>() };

/** Says that a test uses the built package; asked for by the modules that do, when they are imported. */
export const needsPackage = (): void => {
  needed.package = true;
};

/** Says that a test uses the Pulumi CLI. */
export const needsPulumi = (): void => {
  needed.pulumi = true;
};

/** Says that a test runs programs of a language beside Node's. */
export const needsLanguage = (language: Language): void => {
  needed.languages.add(language);
};

/** What the imported tests use. */
export const whatIsNeeded = (): Readonly<typeof needed> => needed;
