/** Who may import whom. `npm run check` keeps it; CONTRIBUTING.md says it in prose. */

/** From the bottom up: each may import those before it, and client/. */
const layers = ["vocabulary", "decisions", "journal", "live", "resources", "calls", "dynamic"];

/**
 * All that each folder may import beside itself and Node's own modules: paths of ours, and packages. test/ and tools/
 * import all.
 */
const folders = {
  client: { ours: [], packages: ["node-fetch", "https-proxy-agent", "proxy-from-env", "zod", "cockatiel"] },
  // Of both faces, only dynamic/ knows of Pulumi: pulumi-at-the-edge.
  provider: {
    ours: ["client/", "plan/(record|approved)\\.ts$"],
    packages: ["zod", "cockatiel", "@pulumi/pulumi"],
  },
  native: {
    ours: ["client/", "plan/(record|approved)\\.ts$", "provider/(?!dynamic/)"],
    packages: ["zod", "@pulumi/pulumi", "@grpc/grpc-js", "google-protobuf"],
  },
  sdk: { ours: ["client/", "people/"], packages: ["@pulumi/pulumi"] },
  // None of ours, or both sides would share one mistake.
  simulator: { ours: [], packages: ["zod", "hono", "@hono/node-server"] },
  people: {
    ours: ["provider/vocabulary/", "client/(email-address|losant-id|roles|text|printable)\\.ts$"],
    packages: ["zod", "yaml", "tinyglobby"],
  },
  // What a preview plans, from what providers write down to what people read.
  plan: { ours: ["client/(roles|printable)\\.ts$"], packages: ["zod"] },
  // Who has access, from data to the page: pure, so that the same report gives the same bytes.
  report: { ours: ["client/(roles|printable|text)\\.ts$"], packages: ["zod"] },
  // Figures of usage, from Losant's answers to tables and pictures.
  usage: { ours: ["client/(types/|(printable|text)\\.ts$)"], packages: ["zod", "vega", "vega-lite"] },
  cli: {
    ours: ["client/", "people/", "plan/", "report/", "simulator/", "usage/"],
    packages: ["zod", "commander", "cockatiel", "node-fetch"],
  },
  // `pulumi-losant` is sdk/ here.
  examples: { ours: ["sdk/(native/)?index\\.ts$"], packages: ["@pulumi/pulumi"] },
  // sdk/ it reads through the compiler.
  "tools/schema": {
    ours: [
      "client/(configuration|data-functions/index)\\.ts$",
      "provider/(vocabulary/|calls/resource-kinds\\.ts$)",
      "tools/set-up/project\\.ts$",
    ],
    packages: ["typescript", "zod"],
  },
};

const importsOf = ([folder, { ours, packages }]) => ({
  name: `${folder}-imports`,
  comment: `Beside itself, ${folder}/ may import only: ${[...ours, ...packages].join(", ")}`,
  severity: "error",
  from: { path: `^${folder}/` },
  to: {
    pathNot: [`^(${[`${folder}/`, ...ours].join("|")})`, `^node_modules/(@types/)?(${packages.join("|")})/`],
    dependencyTypesNot: ["core"],
  },
});

/** What of client/ is small, needs no package, and may be loaded with every program. */
const light = "^client/(data-functions/|invites\\.ts$|losant-id\\.ts$|text\\.ts$|printable\\.ts$)";

/** What of usage/ its pictures take: it loads no package. */
const forCharts = "^usage/(columns|time|words)\\.ts$";

const pure = "^provider/(vocabulary|decisions)/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circle",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-circle-of-provider-folders",
      severity: "error",
      scope: "folder",
      from: { path: "^provider/" },
      to: { circular: true },
    },
    {
      name: "no-unknown-module",
      comment: "What cannot be resolved escapes every other rule. tools/mutation/ has packages of its own.",
      severity: "error",
      from: { pathNot: "^tools/mutation/" },
      to: { couldNotResolve: true },
    },
    ...layers.map((layer, index) => ({
      name: `provider-${layer}`,
      comment: `provider/: ${layers.join(" < ")}; each imports those before it.`,
      severity: "error",
      from: { path: `^provider/${layer}/` },
      to: { path: `^provider/(?!(${layers.slice(0, index + 1).join("|")})/)` },
    })),
    {
      name: "provider-has-no-other-folder",
      comment: "A file outside the layers escapes their rules.",
      severity: "error",
      from: { path: `^provider/(?!(${layers.join("|")})/|index\\.ts$)` },
      to: {},
    },
    ...Object.entries(folders).map(importsOf),
    {
      name: "native-is-an-end",
      comment: "native/ is a program of its own: only tests and tools/ import it.",
      severity: "error",
      from: { pathNot: "^(native|test|tools)/" },
      to: { path: "^native/" },
    },
    {
      name: "sdk-loads-little",
      comment: "Programs load of client/ only what is light; the rest comes with the first data function.",
      severity: "error",
      from: { path: "^sdk/" },
      to: { path: "^client/", pathNot: light, dependencyTypesNot: ["type-only", "dynamic-import"] },
    },
    {
      name: "light-loads-nothing",
      comment: "What programs load of client/ imports only its like, and types.",
      severity: "error",
      from: { path: light },
      to: { path: ".", pathNot: light, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "schema-at-build-only",
      comment: "The compiler is loaded where the schema is made, and in tests.",
      severity: "error",
      from: { pathNot: "^(tools/schema|test)/" },
      to: { path: "^tools/schema/" },
    },
    {
      name: "pulumi-at-the-edge",
      comment:
        "Only provider/dynamic/, native/protocol.ts and sdk/ know of Pulumi; tests, examples and tools/ use it.",
      severity: "error",
      from: {
        pathNot: "^(provider/(dynamic/|index\\.ts$)|native/protocol\\.ts$|(sdk|test|examples|tools)/)",
      },
      to: { path: "node_modules/@pulumi/" },
    },
    {
      name: "decisions-without-effects",
      comment: "vocabulary/ and decisions/ are pure: no I/O, no clock. They parse with zod and compare.",
      severity: "error",
      from: { path: pure },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?util$" },
    },
    {
      name: "usage-without-effects",
      comment: "usage/ is pure: no I/O, no clock.",
      severity: "error",
      from: { path: "^usage/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "charts-load-little",
      comment: "What draws is bundled by itself: of usage/ it takes only what loads no package, and types.",
      severity: "error",
      from: { path: "^usage/charts/" },
      to: { path: "^usage/(?!charts/)", pathNot: forCharts, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "what-charts-load-loads-nothing",
      comment: "What pictures take of usage/ imports only its like, and types.",
      severity: "error",
      from: { path: forCharts },
      to: { path: ".", pathNot: forCharts, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "decisions-without-packages",
      comment: "vocabulary/ and decisions/ are pure: zod is the only package they import.",
      severity: "error",
      from: { path: pure },
      to: { path: "node_modules/", pathNot: "node_modules/zod/" },
    },
    {
      name: "decisions-without-client",
      comment:
        "vocabulary/ and decisions/ know the client's types; beside them only the functions of text, addresses, invites and tokens.",
      severity: "error",
      from: { path: pure },
      to: {
        path: "^client/",
        pathNot: "^client/(email-address|invites|losant-id|printable|roles|text|token-in-use)\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "report-without-effects",
      comment: "report/ is pure: no I/O, no clock. Only hashes come from Node.",
      severity: "error",
      from: { path: "^report/" },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?crypto$" },
    },
    {
      name: "one-file-on-disk",
      comment: "The journal's file, and the records of a preview, are all that the provider has on a disk.",
      severity: "error",
      from: {
        path: "^provider/",
        pathNot: "^provider/journal/(journal-file|processes|plan-log|approved-plan-file)\\.ts$",
      },
      to: { path: "^(node:)?fs(/promises)?$" },
    },
    {
      name: "writes-stay-in-live",
      comment: "The live organization writes; others use what provider/live/ does behind its guard rails.",
      severity: "error",
      from: { pathNot: "^(provider/live|test/unit/live)/" },
      to: { path: "^provider/live/(live-organization|writes)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["main", "types"],
    },
  },
};
