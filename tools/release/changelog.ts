/** A section of `CHANGELOG.md`: a version, or what is not released yet. */
export interface ChangelogSection {
  /** `Unreleased`, or a version. */
  title: string;
  /** When the version was released, as in 2026-11-25. */
  date: string | undefined;
  /** What is under the heading. */
  text: string;
}

const heading = /^## (\S+)(?: - (\d{4}-\d{2}-\d{2}))?$/;

/**
 * The sections of a changelog in the form of Keep a Changelog, the newest first.
 *
 * @throws Error for a heading of another form.
 */
export function changelogSections(changelog: string): ChangelogSection[] {
  const parts = changelog.split(/^(?=## )/m).filter((part) => part.startsWith("## "));
  return parts.map((part) => {
    const [line = "", ...rest] = part.split("\n");
    const [, title, date] = heading.exec(line) ?? [];
    if (title === undefined)
      throw new Error(`CHANGELOG.md: "${line}" is not of the form "## 1.2.3 - 2026-11-25".`);
    return { title, date, text: rest.join("\n").trim() };
  });
}
