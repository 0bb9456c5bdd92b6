import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

const plain = ["Identifier", "MemberExpression"];

/** The words of messages: tests look for what a message must say, not for each word. */
function isMessage(path) {
  if (path.isStringLiteral()) return path.node.value.includes(" ");
  return path.isTemplateLiteral() && path.node.expressions.every(({ type }) => plain.includes(type));
}

/** `map.get(key ?? "")`: no key is empty, and no other text is one either. */
function isNoKey(path) {
  return path.isStringLiteral({ value: "" }) && path.parentPath.isLogicalExpression({ operator: "??" });
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "messages", {
    shouldIgnore(path) {
      if (isMessage(path)) return "words of a message";
      return isNoKey(path) ? "stands for no key" : undefined;
    },
  }),
];
