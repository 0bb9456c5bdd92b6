/** Who may import whom. `npm run check` keeps it; CONTRIBUTING.md says it in prose. */

/** From the bottom up: each may import those before it, and client/. */
const layers = ["vocabulary", "decisions", "journal", "live", "resources", "calls", "dynamic"];

/** What each folder may not import; the names of packages stand at their place in node_modules. */
const folders = [
  {
    name: "client",
    ours: ["provider", "native", "sdk", "simulator", "cli", "tools"],
    packages: ["@pulumi", "hono", "@hono"],
    comment:
      "client/ is the lowest package: it imports node-fetch, the proxy packages, zod and cockatiel only.",
  },
  {
    name: "provider",
    ours: ["native", "sdk", "simulator", "cli", "tools"],
    packages: ["node-fetch", "hono", "@hono"],
    comment: "provider/ imports client/ only.",
  },
  {
    name: "native",
    ours: ["provider/dynamic", "sdk", "simulator", "cli", "tools"],
    packages: ["node-fetch", "hono", "@hono"],
    comment: "native/ is a face over provider/: it imports that and client/.",
  },
  {
    name: "sdk",
    ours: ["native", "simulator", "cli", "tools"],
    packages: ["zod", "node-fetch", "hono", "@hono"],
    comment: "sdk/ imports @pulumi/pulumi and client/: most of it lazily.",
  },
  {
    name: "simulator",
    ours: ["client", "provider", "native", "sdk", "cli", "tools"],
    packages: ["@pulumi", "node-fetch"],
    comment: "simulator/ imports none of our packages, or both sides would share one mistake.",
  },
  {
    name: "people",
    ours: ["provider/(?!vocabulary/)[^/]+", "native", "sdk", "simulator", "cli", "tools"],
    packages: ["@pulumi", "node-fetch", "hono", "@hono"],
    comment: "people/ imports provider/vocabulary/ and, of client/, the text functions.",
  },
  {
    name: "cli",
    ours: ["provider", "native", "sdk", "tools"],
    packages: ["@pulumi"],
    comment: "cli/ imports client/, people/ and simulator/.",
  },
];

/** What of client/ is small, needs no package, and may be loaded with every program. */
const light = "^client/(questions/|invites\\.ts$|text\\.ts$|printable\\.ts$)";

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
      name: "schema-imports",
      comment:
        "tools/schema/ imports the schemas of provider/, the settings and questions of client/; sdk/ it reads through the compiler.",
      severity: "error",
      from: { path: "^tools/schema/" },
      to: {
        path: "^(client|provider|sdk|simulator|cli|native|examples|test|tools)/",
        pathNot:
          "^(client/(configuration|questions/index)|provider/(vocabulary|resources)/.*|tools/(schema/.*|set-up/project))\\.ts$",
      },
    },
    {
      name: "schema-packages",
      comment: "tools/schema/ imports typescript and zod only.",
      severity: "error",
      from: { path: "^tools/schema/" },
      to: { path: "node_modules/", pathNot: "node_modules/(typescript|zod|@types)/" },
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
      name: "decisions-without-packages",
      comment: "vocabulary/ and decisions/ are pure: zod is the only package they import.",
      severity: "error",
      from: { path: pure },
      to: { path: "node_modules/", pathNot: "node_modules/zod/" },
    },
    {
      name: "decisions-without-client",
      comment:
        "vocabulary/ and decisions/ know the client's types; beside them only the functions of text and of invites.",
      severity: "error",
      from: { path: pure },
      to: {
        path: "^client/",
        pathNot: "^client/(invites|printable|text)\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
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
