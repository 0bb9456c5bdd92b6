/**
 * The native plugin: `pulumi-resource-losant` starts it with the engine's address, and it prints the port on which it
 * serves.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { engineAddress } from "../provider/journal/engine-address";
import { serve } from "./server";

// This process is short: what zod would generate code for is parsed before that pays.
z.config({ jitless: true });

const Package = z.object({ version: z.string() });
const packageFolder = join(__dirname, "..", "..");

async function main(): Promise<void> {
  const { version } = Package.parse(JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")));
  const schema = () => readFileSync(join(packageFolder, "dist", "schema.json"), "utf8");
  const port = await serve({ version, schema }, engineAddress());
  process.stdout.write(`${port}\n`);
}

void main();
