import { createHash } from "node:crypto";
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** One function or method of how many is changed; by default, all are. */
const share = Number(process.env.MUTATION_SAMPLE ?? 1);

/** What is drawn as a whole: a member of a class, or a statement of a file, unless that is a class. */
function isDrawn({ node, parentPath }) {
  if (parentPath?.isClassBody()) return true;
  return parentPath?.isProgram() && !(node.declaration ?? node).type.startsWith("Class");
}

/** Its name, so that what stands above it in the file changes nothing; the few that have none go by their place. */
function nameOf({ node, parentPath, key }) {
  const { key: member, id, declarations } = node.declaration ?? node;
  const name = (member ?? id ?? declarations?.[0].id)?.name ?? key;
  return parentPath.isClassBody() ? `${parentPath.parent.id?.name}.${name}` : `${name}`;
}

/** The same ones in every run. */
function isInSample(path) {
  return createHash("sha1").update(nameOf(path)).digest().readUInt32BE() % share === 0;
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "sample", {
    shouldIgnore: (path) => (isDrawn(path) && !isInSample(path) ? "not in the sample" : undefined),
  }),
];
