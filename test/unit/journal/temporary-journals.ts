import { temporaryFolder } from "../../support/project-folder";

/** Keeps the journals of a describe's tests in a folder of their own. */
export function withTemporaryJournals(): void {
  const names = ["TMPDIR", "TEMP", "TMP"];
  const before = names.map((name) => process.env[name]);

  beforeEach(() => {
    const folder = temporaryFolder("journals");
    for (const name of names) process.env[name] = folder;
  });

  afterEach(() => {
    for (const [index, name] of names.entries()) {
      const value = before[index];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
}
