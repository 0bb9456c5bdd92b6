import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { projectFolder } from "../../../tools/set-up/project";

/** What npm packs whatever `files` says. */
const always = ["README.md", "LICENSE", "package.json"];
const manifest: { files: string[] } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8"));
const shipped = [...always, ...manifest.files];

function pages(folder = projectFolder): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && folder === projectFolder) {
      return ["docs", "examples"].includes(entry.name) ? pages(path) : [];
    }
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : pages(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

const proseOf = (page: string) => readFileSync(page, "utf8").replace(/^ *```.*?^ *```/gms, "");

/** The anchors of a page, as GitHub and npm make them of its headings. */
const anchorsOf = (page: string) =>
  [...proseOf(page).matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

function problemWith(page: string, link: string): string | undefined {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? page : join(dirname(page), path);
  const inPackage = relative(projectFolder, target).replaceAll("\\", "/");
  if (!existsSync(target)) return `${link}: there is no such file`;
  if (!shipped.some((one) => inPackage === one || `${inPackage}/`.startsWith(one)))
    return `${link}: not in the package`;
  if (anchor !== undefined && !anchorsOf(target).includes(anchor)) return `${link}: there is no such heading`;
  return undefined;
}

describe("links in the documentation", () => {
  // The pages for Pulumi's registry link to one another as they do there.
  const isRegistrys = (page: string) => /^(---)\n/.test(readFileSync(page, "utf8"));
  for (const page of pages().filter((one) => !isRegistrys(one))) {
    it(`lead from ${relative(projectFolder, page)} to what the package has`, () => {
      const links = [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
      const problems = links.filter((link) => !/^https?:/.test(link)).map((link) => problemWith(page, link));
      assert.deepEqual(
        problems.filter((problem) => problem !== undefined),
        [],
      );
    });
  }
});
