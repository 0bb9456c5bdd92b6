import type { Form } from "../export/options";
import { fileNames } from "../export/project";
import { problemOfFolder, refuseFolder } from "../export/write-files";
import type { Choice, Questions } from "./ask";

/** What flags say. */
export interface Known {
  /** In lower case. */
  org?: string | undefined;
  as?: Form;
  teams?: boolean;
  out?: string;
  force?: boolean;
}

/** What is to be written, and where. */
export interface Answers {
  orgId: string;
  form: Form;
  inTeams: boolean;
  folder: string;
}

type Writing = Pick<Answers, "form" | "inTeams">;

const waysToWrite = [
  way("roster", "one list of everybody, in index.ts", { form: "roster", inTeams: false }),
  way("memberships", "an entry per person in index.ts; others are left alone", {
    form: "memberships",
    inTeams: false,
  }),
  way("yaml", "people in people.yaml", { form: "yaml", inTeams: false }),
  way("yaml with teams", "people with the same access as teams, in people.yaml", {
    form: "yaml",
    inTeams: true,
  }),
];

function way(name: string, what: string, value: Writing): Choice<Writing> {
  return { label: `${name}: ${what}`, name, value };
}

/** What flags say, and answers to the rest. @throws for a folder of the flags that has files already, before asking */
export async function answersTo(
  { org, as, teams = false, out, force = false }: Known,
  organizations: () => Promise<Choice<string>[]>,
  questions: Questions,
): Promise<Answers> {
  if (out !== undefined) refuseFolder(out, fileNames(as), force);
  const orgId = org ?? (await questions.choose("Which organization?", await organizations(), "id"));
  const writing = as ? { form: as, inTeams: teams } : await questions.choose("Which form?", waysToWrite);
  const names = fileNames(writing.form);
  if (out === undefined) return { orgId, ...writing, folder: await freeFolder(questions, names, force) };
  refuseFolder(out, names, force);
  return { orgId, ...writing, folder: out };
}

/** Asks for a folder until it is one into which the files may be written. */
async function freeFolder(
  questions: Questions,
  names: readonly string[],
  isForced: boolean,
): Promise<string> {
  for (;;) {
    const folder = await questions.ask("Folder", "losant-people");
    const problem = problemOfFolder(folder, names, isForced);
    if (problem === undefined) return folder;
    questions.print(`${problem} Choose another one; --force overwrites files.`);
  }
}
