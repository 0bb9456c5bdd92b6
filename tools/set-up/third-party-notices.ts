import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Metafile } from "esbuild";
import { z } from "zod";
import { projectFolder } from "./project";

const Person = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  author: Person.default("its authors"),
});

/** A package that is in a bundle. */
export interface BundledPackage {
  name: string;
  version: string;
  license: string;
  /** Its copyright and license, as the package has them. */
  text: string;
}

const head = `The index.js of dist/provider, dist/people, dist/native, dist/simulator and dist/usage/charts contain parts of the
packages below. Each stands under its own license.
`;
const rule = "=".repeat(80);

/** The folders of the packages that are in bundles. */
export function packageFolders(bundles: readonly Metafile[]): string[] {
  const files = bundles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)),
  );
  // The last node_modules of a path: packages may bring packages of their own.
  const folders = files.flatMap(
    (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file.replaceAll(sep, "/")) ?? [],
  );
  return [...new Set(folders)].sort();
}

export function readPackage(folder: string): BundledPackage {
  const { author, ...manifest } = Manifest.parse(
    JSON.parse(readFileSync(join(folder, "package.json"), "utf8")),
  );
  const text = licenseFiles(folder) || licenseInReadme(folder);
  return { ...manifest, text: text || `Without a license text; by ${author}, under ${manifest.license}.` };
}

function licenseFiles(folder: string): string {
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name));
  return names.map((name) => readFileSync(join(folder, name), "utf8").trim()).join("\n\n");
}

function licenseInReadme(folder: string): string {
  const name = readdirSync(folder).find((one) => /^readme/i.test(one));
  const text = name === undefined ? "" : readFileSync(join(folder, name), "utf8");
  return /^[# ]*licen[cs]e\b.*/ims.exec(text)?.[0].trim() ?? "";
}

/** The notices that the licenses of bundled packages ask for. */
export function thirdPartyNotices(bundles: readonly Metafile[]): string {
  const packages = packageFolders(bundles).map((folder) => readPackage(join(projectFolder, folder)));
  const notices = packages.map(
    ({ name, version, license, text }) => `${rule}\n${name} ${version}\nLicense: ${license}\n\n${text}\n`,
  );
  return [head, ...notices].join("\n");
}

/** The packages of which notices tell, as `name@version`. */
export function namesInNotices(notices: string): string[] {
  return [...notices.matchAll(/^=+\n(\S+) (\S+)\nLicense: /gm)].map(
    ([, name, version]) => `${name}@${version}`,
  );
}
