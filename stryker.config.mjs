/** What `npm run test:mutation` does; docs/reliability.md tells what it found, and how to take a sample. */

/** With `MUTATION_TESTS=unit`, what the scenarios add can be seen. */
const tests = {
  unit: ["test/unit/**/*.test.ts"],
  /** Without the fault matrix and the histories, which reach everything and take minutes for each change. */
  all: ["test/unit/**/*.test.ts", "test/scenarios/{provider,native,hostile,client}/**/*.test.ts"],
};

/** @type {import("./tools/mutation/node_modules/@stryker-mutator/api").PartialStrykerOptions} */
export default {
  mutate: [
    "client/invites.ts",
    "provider/{decisions,vocabulary,resources,live}/**/*.ts",
    "native/!(protocol|index).ts",
  ],
  plugins: [
    "@stryker-mutator/*",
    ...["ignore-messages", "sample", "folder-table"].map((name) => `./tools/mutation/${name}.mjs`),
  ],
  ignorers: ["messages", "sample"],
  /** Tests compare generated files with what makes them; nothing checks types in a run. */
  disableTypeChecks: false,
  testRunner: "mocha",
  testRunnerNodeArgs: ["--import", "tsx"],
  mochaOptions: {
    spec: tests[process.env.MUTATION_TESTS ?? "all"],
    /** Reads the code's text, which has all mutants in it. */
    ignore: ["test/unit/tools/error-table.test.ts"],
    require: ["./tools/mutation/fixed-seed.ts"],
  },
  coverageAnalysis: "perTest",
  reporters: ["clear-text", "progress", "json", "folders"],
  clearTextReporter: { allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: ".cache/mutation.json" },
  tempDirName: ".cache/stryker",
  ignorePatterns: [".cache", ".pulumi-cli"],
  /** Of all tests once, with their coverage. */
  dryRunTimeoutMinutes: 30,
  concurrency: 2,
  /** A busy machine is not an endless loop. */
  timeoutMS: 20_000,
};
