import { createHash } from "node:crypto";
import { hasCredentials } from "../credentials";
import { dateOf } from "../dates";
import type { Report } from "../report";
import { script, style } from "./assets";
import { attentionPart } from "./attention-part";
import { changesPart } from "./changes-part";
import { credentialsPart } from "./credentials-part";
import { invitesPart } from "./invites-part";
import { html, Markup } from "./markup";
import { aboutPart, headerPart, settingsPart } from "./overview-part";
import { peoplePart } from "./people-part";
import { resourcesPart } from "./resources-part";
import { hasUsage, usagePart } from "./usage-part";
import { type View, viewOf } from "./view";

/** A report as one HTML file, which loads nothing. The same report gives the same bytes. */
export function reportPage(report: Report): string {
  const view = viewOf(report);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${titleOf(report)}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#people">Skip to people</a>
<div class="page">
${headerPart(view)}
${navigation(view)}
<main>
${attentionPart(view)}
${changesPart(view)}
${peoplePart(view)}
${resourcesPart(view, "applications")}
${resourcesPart(view, "dashboards")}
${invitesPart(view)}
${credentialsPart(view)}
${usagePart(view)}
${settingsPart(view)}
${aboutPart(view)}
</main>
</div>
<script>${new Markup(script)}</script>
</body>
</html>
`.text;
}

/** Only the page's own script and style, by their hashes, and pictures that are in it. */
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function titleOf({ organizations, madeAt }: Report): string {
  const names = organizations.map(({ name }) => name);
  const what = names.length === 1 ? names[0] : `${names.length} organizations`;
  return `Access report: ${what}, ${dateOf(madeAt)}`;
}

function navigation({ report }: View): Markup {
  const parts: [id: string, label: string, isThere: boolean][] = [
    ["attention", "Attention", true],
    ["changes", "Changes", report.changes !== undefined],
    ["people", "People", true],
    ["applications", "Applications", true],
    ["dashboards", "Dashboards", true],
    ["invites", "Invites", true],
    ["credentials", "Credentials", hasCredentials(report)],
    ["usage", "Usage", hasUsage(report)],
    ["settings", "Settings", true],
    ["about", "About", true],
  ];
  const links = parts.flatMap(([id, label, isThere]) =>
    isThere ? [html`<a href="#${id}">${label}</a> `] : [],
  );
  return html`<nav aria-label="Parts of the report">${links}</nav>`;
}
