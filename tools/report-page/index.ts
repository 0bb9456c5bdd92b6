import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../set-up/project";
import { pageAssets } from "./assets";

async function writeAssets(): Promise<void> {
  writeFileSync(join(projectFolder, "report/page/assets.ts"), await pageAssets());
}

void writeAssets();
