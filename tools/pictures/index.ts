import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildWhenStale } from "../set-up/build";
import { projectFolder } from "../set-up/project";
import { ensurePulumiCli } from "../set-up/pulumi-cli";
import { planComment } from "./plan-comment";
import { reportHtml } from "./report-page";
import { withBrowser } from "./screenshot";
import { usagePage } from "./usage-charts";

/*
 * `npm run pictures`: makes the pictures of README anew, of what the commands print or write, each in a light and a dark
 * form. They are checked in.
 */

const folder = join(projectFolder, "docs/images");

async function makePictures(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await buildWhenStale();
  await ensurePulumiCli();
  const comment = await planComment();
  const report = reportHtml();
  const usage = await usagePage();
  await withBrowser(async (shoot) => {
    for (const theme of ["light", "dark"] as const) {
      await shoot(comment(theme), { theme, width: 860, file: join(folder, `plan-${theme}.png`) });
      await shoot(report, { theme, width: 1140, height: 1150, file: join(folder, `report-${theme}.png`) });
      await shoot(usage(theme), { theme, width: 776, file: join(folder, `usage-${theme}.png`) });
    }
  });
}

void makePictures();
