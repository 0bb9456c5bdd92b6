/** What `npm run test:mutation` does; docs/reliability.md tells what it found. */

/** @type {import("./tools/mutation/node_modules/@stryker-mutator/api").PartialStrykerOptions} */
export default {
  mutate: [
    "client/invites.ts",
    "provider/{decisions,vocabulary,resources,live}/**/*.ts",
    "native/!(protocol|index).ts",
  ],
  plugins: ["@stryker-mutator/*", "./tools/mutation/ignore-messages.mjs"],
  ignorers: ["messages"],
  testRunner: "mocha",
  testRunnerNodeArgs: ["--import", "tsx"],
  mochaOptions: {
    spec: ["test/unit/**/*.test.ts"],
    require: ["./tools/mutation/fixed-seed.ts"],
  },
  coverageAnalysis: "perTest",
  reporters: ["clear-text", "progress", "json"],
  clearTextReporter: { allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: ".cache/mutation.json" },
  tempDirName: ".cache/stryker",
  ignorePatterns: [".cache", ".pulumi-cli"],
  concurrency: 2,
  /** A busy machine is not an endless loop. */
  timeoutMS: 20_000,
};
