import { changelogSections } from "./changelog";
import type { Manifest } from "./manifest";

/** What must agree before a version is published. */
export interface Release {
  /** The tag in git, such as `v1.2.3`. */
  tag: string;
  manifest: Pick<Manifest, "version" | "repository">;
  changelog: string;
  /** The version that `native/schema.json` records. */
  schemaVersion: string;
}

/** Why a version cannot be published as it is: a line for each reason. */
export function releaseProblems(release: Release): string[] {
  return [...versionProblems(release), ...changelogProblems(release), ...repositoryProblems(release)];
}

/** What the changelog says of a version. */
export function releaseNotes({ manifest, changelog }: Release): string {
  return changelogSections(changelog).find(({ title }) => title === manifest.version)?.text ?? "";
}

function versionProblems({ tag, manifest: { version }, schemaVersion }: Release): string[] {
  return [
    ...(/^\d+\.\d+\.\d+$/.test(version)
      ? []
      : [`package.json: the version ${version} is not of the form 1.2.3.`]),
    ...(tag === `v${version}` ? [] : [`The tag is ${tag}, and package.json has the version ${version}.`]),
    ...(schemaVersion === version
      ? []
      : [`native/schema.json is of the version ${schemaVersion}: run "npm run schema".`]),
  ];
}

function changelogProblems({ manifest: { version }, changelog }: Release): string[] {
  const sections = changelogSections(changelog);
  const entry = sections.find(({ title }) => title === version);
  const unreleased = sections.find(({ title }) => title === "Unreleased");
  return [
    ...(entry?.date === undefined ? [`CHANGELOG.md: "## ${version} - <date>" is missing.`] : []),
    ...(entry?.text === "" ? [`CHANGELOG.md says nothing of ${version}.`] : []),
    ...(unreleased?.text ? [`CHANGELOG.md: move what is under Unreleased to ${version}.`] : []),
  ];
}

function repositoryProblems({ manifest: { repository } }: Release): string[] {
  return repository
    ? []
    : ["package.json names no repository: npm's provenance and the plugin's address need it."];
}
