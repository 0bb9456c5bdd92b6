import { getNeeds } from "./needs";

/**
 * Runs before the first test: of all loaded files in one process, of each file in a worker of `--parallel`. Tests that
 * need neither the package nor the CLI start at once.
 */
export const mochaHooks = {
  async beforeAll(this: Mocha.Context): Promise<void> {
    this.timeout(0);
    await getNeeds();
  },
};
