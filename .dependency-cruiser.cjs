/** Who may import whom. `npm run check` keeps it; CONTRIBUTING.md says it in prose. */

/** From the bottom up: each may import those before it, and client/. */
const layers = ["vocabulary", "decisions", "journal", "live", "resources", "dynamic"];

/** What each folder may not import; the names of packages stand at their place in node_modules. */
const folders = [
  {
    name: "client",
    ours: ["provider", "sdk", "simulator", "cli", "tools"],
    packages: ["@pulumi", "hono", "@hono"],
    comment:
      "client/ is the lowest package: it imports node-fetch, the proxy packages, zod and cockatiel only.",
  },
  {
    name: "provider",
    ours: ["sdk", "simulator", "cli", "tools"],
    packages: ["node-fetch", "hono", "@hono"],
    comment: "provider/ imports client/ only.",
  },
  {
    name: "sdk",
    ours: ["simulator", "cli", "tools"],
    packages: ["zod", "node-fetch", "hono", "@hono"],
    comment: "sdk/ imports @pulumi/pulumi and, lazily, client/.",
  },
  {
    name: "simulator",
    ours: ["client", "provider", "sdk", "cli", "tools"],
    packages: ["@pulumi", "node-fetch"],
    comment: "simulator/ imports none of our packages, or both sides would share one mistake.",
  },
  {
    name: "cli",
    ours: ["provider", "sdk", "tools"],
    packages: ["@pulumi"],
    comment: "cli/ imports client/ and simulator/.",
  },
];

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
      comment: "What cannot be resolved escapes every other rule.",
      severity: "error",
      from: {},
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
    ...folders.flatMap(({ name, ours, packages, comment }) => [
      {
        name: `${name}-imports`,
        comment,
        severity: "error",
        from: { path: `^${name}/` },
        to: { path: `^(${ours.join("|")})/` },
      },
      {
        name: `${name}-packages`,
        comment,
        severity: "error",
        from: { path: `^${name}/` },
        to: { path: `node_modules/(${packages.join("|")})/` },
      },
    ]),
    {
      name: "pulumi-at-the-edge",
      comment: "Only provider/dynamic/ and sdk/ know of Pulumi; tests, examples and tools/ use it.",
      severity: "error",
      from: { pathNot: "^(provider/(dynamic/|index\\.ts$)|(sdk|test|examples|tools)/)" },
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
      name: "decisions-without-packages",
      comment: "vocabulary/ and decisions/ are pure: zod is the only package they import.",
      severity: "error",
      from: { path: pure },
      to: { path: "node_modules/", pathNot: "node_modules/zod/" },
    },
    {
      name: "decisions-without-client",
      comment:
        "vocabulary/ and decisions/ know the client's types; beside them only the text function printable.",
      severity: "error",
      from: { path: pure },
      to: { path: "^client/", pathNot: "^client/printable\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "one-file-on-disk",
      comment: "The journal's file is all that the provider reads and writes on a disk.",
      severity: "error",
      from: { path: "^provider/", pathNot: "^provider/journal/journal-file\\.ts$" },
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
