import { printableJson } from "../client/text";
import { csvOf } from "./csv";
import { type Manifest, manifestOf } from "./manifest";
import { reportPage } from "./page/page";
import { Report } from "./report";
import { tablesOf } from "./tables";

/** A report as JSON. */
export function reportJson(report: Report): string {
  return `${printableJson(Report.parse(report))}\n`;
}

/** The files of an evidence folder by name: page, data, tables, and the manifest with their hashes. */
export function evidenceFiles(report: Report, requests: Manifest["requests"]): Record<string, string> {
  const tables = Object.entries(tablesOf(report)).map(([name, table]) => [`${name}.csv`, csvOf(table)]);
  const files: Record<string, string> = {
    "report.html": reportPage(report),
    "report.json": reportJson(report),
    ...Object.fromEntries(tables),
  };
  return { ...files, "manifest.json": `${printableJson(manifestOf(report, files, requests))}\n` };
}
