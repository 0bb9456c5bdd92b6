/** What a user's project may be made of. */
export interface Combination {
  /** Major version of Node. */
  node: number;
  /** Version of `@pulumi/pulumi`. */
  sdk: string;
  /** Major version of TypeScript. */
  typescript: 5 | 6;
  moduleResolution: "node" | "node16" | "bundler";
  /** `CommonJS`: Pulumi compiles the program; `ES modules`: the program is compiled before. */
  modules: "CommonJS" | "ES modules";
  manager: "npm" | "pnpm" | "yarn 1" | "yarn 4";
}

const oldest = "3.139.0";
const developedOn = "3.246.0";

/** The newest `@pulumi/pulumi` that each Node allows: 3.249.0 and later need Node 22. */
const newest: Readonly<Record<number, string>> = { 20: "3.248.0", 22: "3.270.0", 24: "3.270.0" };

const usual: Omit<Combination, "node" | "sdk"> = {
  typescript: 5,
  moduleResolution: "node16",
  modules: "CommonJS",
  manager: "npm",
};

/** What else a project may have, each of it with the newest SDK. */
const variations: readonly Partial<Combination>[] = [
  { modules: "ES modules" },
  { typescript: 6 },
  { typescript: 6, modules: "ES modules", manager: "pnpm" },
  { moduleResolution: "node", manager: "yarn 1" },
  { moduleResolution: "bundler", modules: "ES modules", manager: "yarn 4" },
];

/** Every Node with every SDK, and every Node with every other part of a project at least once. */
export const combinations: readonly Combination[] = Object.entries(newest).flatMap(([major, latest]) => {
  const node = Number(major);
  const ofSdk = [oldest, developedOn, latest].map((sdk) => ({ ...usual, node, sdk }));
  return [...ofSdk, ...variations.map((variation) => ({ ...usual, node, sdk: latest, ...variation }))];
});
