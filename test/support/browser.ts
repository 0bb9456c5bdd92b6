import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { ensureBrowser } from "../../tools/set-up/browser";
import { needsBrowser } from "./needs";
import { temporaryFolder } from "./project-folder";

needsBrowser();

/** A page that is open, with what it did. */
export interface OpenPage {
  page: Page;
  /** What it asked for beside itself; nothing of it was answered. */
  requests: string[];
  /** Errors of its script, and what its security policy refused. */
  errors: string[];
}

/** Chromium, in which pages of one file are opened as from a mail attachment, without a network. */
export class TestBrowser {
  private readonly folder = temporaryFolder("pages");

  private constructor(private readonly browser: Browser) {}

  static async start(): Promise<TestBrowser> {
    const executablePath = await ensureBrowser();
    return new TestBrowser(await chromium.launch({ executablePath, args: ["--no-sandbox"] }));
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** Opens HTML in a window of its own, which is closed after its use. */
  async open<Result>(
    html: string,
    use: (opened: OpenPage) => Promise<Result>,
    options: BrowserContextOptions = {},
  ): Promise<Result> {
    const file = join(this.folder, "page.html");
    writeFileSync(file, html);
    const address = pathToFileURL(file).href;
    const context = await this.browser.newContext(options);
    const requests: string[] = [];
    const errors: string[] = [];
    await context.route("**/*", async (route) => {
      if (route.request().url() === address) return route.continue();
      requests.push(route.request().url());
      await route.abort();
    });
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    try {
      await page.goto(address);
      return await use({ page, requests, errors });
    } finally {
      await context.close();
    }
  }
}
