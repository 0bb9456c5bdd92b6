import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { succeed } from "../set-up/execute";
import { projectFolder } from "../set-up/project";
import { namesInNotices } from "../set-up/third-party-notices";
import { readManifest, releaseFolder } from "./manifest";
import { billOfPackage } from "./sbom";

/** Writes the bill of materials of the package that was built. */
async function writeBill(): Promise<void> {
  const { name, version } = readManifest();
  const notices = readFileSync(join(projectFolder, "dist/THIRD-PARTY-NOTICES.txt"), "utf8");
  const text = await succeed("npm", ["sbom", "--sbom-format", "cyclonedx"], { cwd: projectFolder });
  const bill = billOfPackage(text, name, namesInNotices(notices));
  mkdirSync(releaseFolder, { recursive: true });
  writeFileSync(join(releaseFolder, `${name}-${version}.cdx.json`), `${JSON.stringify(bill, null, 2)}\n`);
}

writeBill().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
