import { chromium } from "playwright-core";
import { ensureBrowser } from "../set-up/browser";

export type Theme = "light" | "dark";

/** What a picture shows, and where it goes. */
export interface Shot {
  theme: Theme;
  /** In CSS pixels. */
  width: number;
  /** Default that of the page. */
  height?: number;
  file: string;
}

type Shoot = (html: string, shot: Shot) => Promise<void>;

/** Lends something that makes pictures of pages. */
export async function withBrowser(use: (shoot: Shoot) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ["--no-sandbox"] });
  try {
    await use(async (html, { theme, width, height, file }) => {
      const context = await browser.newContext({
        viewport: { width, height: height ?? 100 },
        colorScheme: theme,
        deviceScaleFactor: 2,
      });
      const page = await context.newPage();
      await page.setContent(html);
      await page.screenshot({ path: file, fullPage: height === undefined });
      await context.close();
    });
  } finally {
    await browser.close();
  }
}
