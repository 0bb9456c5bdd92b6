import { asciiLowerCase } from "../../client/text";
import { type Form, forms } from "../export/programs";
import { fileNames } from "../export/project";
import { problemOfFolder, refuseFolder } from "../export/write-files";
import type { Choice, Questions } from "./ask";

/** What flags say. */
export interface Known {
  org?: string;
  as?: Form;
  out?: string;
  force?: boolean;
}

/** What is to be written, and where. */
export interface Answers {
  orgId: string;
  form: Form;
  folder: string;
}

const formWords: Record<Form, string> = {
  roster: "roster: one list of everybody, in TypeScript",
  memberships: "memberships: a person a line, whoever else is in the organization",
  yaml: "yaml: teams and people in people.yaml",
};
const formsToChoose = forms.map((form) => ({ label: formWords[form], value: form }));

/** What flags say, and answers to the rest. @throws for a folder of the flags that has files already, before asking */
export async function answersTo(
  { org, as, out, force = false }: Known,
  organizations: () => Promise<Choice<string>[]>,
  questions: Questions,
): Promise<Answers> {
  if (out !== undefined) refuseFolder(out, fileNames(as), force);
  const orgId =
    org === undefined
      ? await questions.choose("Which organization?", await organizations())
      : asciiLowerCase(org.trim());
  const form = as ?? (await questions.choose("How do you want to write people down?", formsToChoose));
  if (out === undefined) return { orgId, form, folder: await freeFolder(questions, fileNames(form), force) };
  refuseFolder(out, fileNames(form), force);
  return { orgId, form, folder: out };
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
    questions.tell(`${problem} Choose another one; --force overwrites files.`);
  }
}
