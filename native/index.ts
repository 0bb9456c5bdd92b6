/**
 * The native plugin: `pulumi-resource-losant` starts it with the engine's address, and it prints the port on which it
 * serves.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { z } from "zod";
import { engineAddress } from "../provider/journal/processes";
import { endWithEngine } from "./engine-watch";
import { serve } from "./server";

// Hundreds of calls at once are garbage a moment later: with a young generation that grows, the process keeps 60 MB of it.
setFlagsFromString("--semi-space-growth-factor=1");

// This process is short: what zod would generate code for is parsed before that pays.
z.config({ jitless: true });

const Package = z.object({ version: z.string() });
const packageFolder = join(__dirname, "..", "..");

async function main(): Promise<void> {
  const { version } = Package.parse(JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")));
  const schema = () => readFileSync(join(packageFolder, "dist", "schema.json"), "utf8");
  const engine = engineAddress();
  const port = await serve({ version, schema }, engine);
  if (engine !== undefined) endWithEngine(engine);
  process.stdout.write(`${port}\n`);
}

void main();
