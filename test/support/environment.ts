/** Set from outside, these would change what the Pulumi CLI, a program or the provider does. */
const foreign = /^(LOSANT_|PULUMI_|NODE_OPTIONS$|NODE_PATH$|npm_)/i;

/** This process's environment without the developer's own Losant and Pulumi settings. */
export function cleanEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? ""]));
}
