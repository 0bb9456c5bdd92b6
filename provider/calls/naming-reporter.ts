import { printable } from "../../client/printable";
import type { Reporter } from "../vocabulary/reporter";

/** The name of an application or dashboard, where it is known. */
export type NameOf = (id: string) => string | undefined;

/** Ids in prose; those in quotes are in JSON, which is to be copied as it is. */
const ids = /(?<!["\w])[a-f\d]{24}(?!["\w])/g;

/** Puts the names of applications and dashboards before their ids in a text for people. */
export function withNames(text: string, nameOf: NameOf): string {
  return text.replace(ids, (id) => {
    const name = nameOf(id);
    return name === undefined ? id : `"${printable(name)}" (${id})`;
  });
}

/** A reporter whose texts go through a function that puts in names. */
export function naming(report: Reporter, named: (text: string) => string): Reporter {
  return {
    info: (text, atUp) => report.info(named(text), atUp === undefined ? undefined : named(atUp)),
    warn: (text) => report.warn(named(text)),
    progress: (text) => report.progress(named(text)),
    count: (about, line) => report.count(about, line),
  };
}
