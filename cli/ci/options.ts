/** What a pipeline is written for. */
export interface PipelineOptions {
  /** The stacks, in the order in which they are changed. */
  stacks: readonly string[];
  /** The project's folder in the repository: `.` or such as `infra/people`. */
  folder: string;
  /** The branch whose merges are applied. */
  branch: string;
  /** The environment whose reviewers approve, and which has the token that may write. */
  environment: string;
  /** Whether access ends by a daily up. */
  withEnds: boolean;
  /** The version of this package that writes comments and issues. */
  version: string;
  /** What is checked where no token is there: a file of people, or the program's types. */
  peopleFile: string | undefined;
}

/** A path in the repository, for a file of the project. */
export function inRepository({ folder }: Pick<PipelineOptions, "folder">, file: string): string {
  return folder === "." ? file : `${folder}/${file}`;
}

/** A stack's name as a part of names of files and artifacts, which take no slashes. */
export function fileNameOf(stack: string): string {
  return stack.replaceAll("/", "-");
}

/** Text in the quotes of YAML. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A stack's name in YAML, where `1.10` and `true` are no text. */
export function stackInYaml(stack: string): string {
  return /^(?!(true|false|null|yes|no|on|off|y|n)$)[a-z][\w./-]*$/i.test(stack) ? stack : quoted(stack);
}

/** The command that checks what needs no token. */
export function shapeCheck({ peopleFile }: Pick<PipelineOptions, "peopleFile">): string {
  return peopleFile === undefined ? "npx tsc --noEmit" : `npx pulumi-losant roster check ${peopleFile}`;
}
