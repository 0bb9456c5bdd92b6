import { type Language, missingFor } from "../../tools/set-up/languages";
import { needsLanguage } from "./needs";

/** Called in a `describe` whose tests run programs of a language: where such cannot run, they skip with the reason. */
export function testsLanguage(language: Language): void {
  needsLanguage(language);
  before(function () {
    const missing = missingFor(language);
    if (missing.length === 0) return;
    const reason = `${missing.join(" and ")} not there; node tools/set-up.mjs --all-languages says why`;
    console.log(`    skipped: ${reason}`);
    this.skip();
  });
}
