import { readFileSync } from "node:fs";
import { Report } from "../../report/report";

/** Reads the data of an earlier report. @throws where the file is none */
export function readEarlier(file: string): Report {
  const parsed = Report.safeParse(jsonIn(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") || "it";
  throw new Error(
    `--since: ${file} is no data of a report (${where}: ${issue?.message}). Use a file that report --json wrote.`,
  );
}

function jsonIn(file: string): unknown {
  const text = textIn(file);
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`--since: ${file} is not JSON. Use a file that report --json wrote.`);
  }
}

function textIn(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? error.code : error;
    throw new Error(`--since: ${file} cannot be read (${reason}).`);
  }
}
