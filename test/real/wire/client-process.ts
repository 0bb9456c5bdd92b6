import { join } from "node:path";
import { z } from "zod";
import { execute } from "../../../tools/set-up/execute";
import { projectFolder } from "../../../tools/set-up/project";
import { cleanEnvironment } from "../../support/environment";
import { needsPackage } from "../../support/needs";

needsPackage();

const Said = z.object({ email: z.string().optional(), problem: z.string().optional() });

const script = `
  const { LosantClient } = require(${JSON.stringify(join(projectFolder, "dist/client"))});
  const say = (said) => console.log(JSON.stringify(said));
  const ask = async () => new LosantClient({
    apiToken: process.env.TOKEN, apiUrl: process.env.API, maxAttempts: 1 }).me.get();
  ask().then(({ email }) => say({ email }), ({ message }) => say({ problem: message }));`;

const proxies = /^(https?|all|no)_proxy$/i;

/** The token of every process here. */
export const token = "token-that-nobody-may-see-0123456789";

/** Asks who the token's user is, in a process of its own: Node reads proxies and certificates when it starts. */
export async function askInProcess(
  apiUrl: string,
  env: Record<string, string> = {},
): Promise<z.output<typeof Said>> {
  const own = Object.entries(cleanEnvironment()).filter(([name]) => !proxies.test(name));
  const all = { ...Object.fromEntries(own), TOKEN: token, API: apiUrl, ...env };
  const { stdout, output } = await execute(process.execPath, ["-e", script], { env: all, timeout: 30_000 });
  if (!stdout.startsWith("{")) throw new Error(output);
  return Said.parse(JSON.parse(stdout));
}
