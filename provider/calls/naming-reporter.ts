import { printable } from "../../client/printable";
import type { Reporter } from "../vocabulary/reporter";

/** The name of an application or dashboard, where it is known. */
export type NameOf = (id: string) => string | undefined;

/** Ids in prose; those in quotes are in JSON, which is to be copied as it is. */
const ids = /(?<!["\w])[a-f\d]{24}(?!["\w])/g;

const idsInJson = /(?<=")[a-f\d]{24}(?=")/g;

/** Puts the names of applications and dashboards before their ids in a text for people, and after a line's JSON. */
export function withNames(text: string, nameOf: NameOf): string {
  return text
    .split("\n")
    .map((line) => `${namesInProse(line, nameOf)}${namesOfJson(line, nameOf)}`)
    .join("\n");
}

function namesInProse(line: string, nameOf: NameOf): string {
  return line.replace(ids, (id) => {
    const name = nameOf(id);
    return name === undefined ? id : `"${printable(name)}" (${id})`;
  });
}

function namesOfJson(line: string, nameOf: NameOf): string {
  const told = [...new Set(line.match(idsInJson))].flatMap((id) => {
    const name = nameOf(id);
    return name === undefined ? [] : `${id} is "${printable(name)}"`;
  });
  return told.length === 0 ? "" : ` (${told.join(", ")})`;
}

/** A reporter whose texts go through a function that puts in names. */
export function naming(report: Reporter, named: (text: string) => string): Reporter {
  return {
    info: (text, atUp) => report.info(named(text), atUp === undefined ? undefined : named(atUp)),
    warn: (text, isOfRun) => report.warn(named(text), isOfRun),
    progress: (text) => report.progress(named(text)),
    once: (text) => report.once(named(text)),
  };
}
