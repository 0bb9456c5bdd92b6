import { Argument, Command, InvalidArgumentError } from "commander";
import { stackName } from "../hosts/stack-name";
import { type Host, hosts, writePipeline } from "./write-pipeline";

const help = `
Writes a pipeline for a project: a plan as a comment on each change request, an up of the approved plan on each merge, and
an issue that is open as long as somebody's change by hand is found. docs/gitops.md says what it needs.

  pulumi-losant ci github
  pulumi-losant ci github --stack staging --stack prod --cwd infra/people
  pulumi-losant ci gitlab --environment production
`;

interface CiOptions {
  stack?: string[];
  cwd: string;
  environment: string;
  branch: string;
  withEnds?: boolean;
  out?: string;
  force?: boolean;
}

function ci(host: Host, { stack, cwd, environment, branch, out, ...flags }: CiOptions): void {
  writePipeline({
    host,
    stacks: stack ?? ["prod"],
    project: cwd,
    repository: out,
    environment,
    branch,
    withEnds: flags.withEnds ?? false,
    isForced: flags.force ?? false,
  });
}

/** Names that YAML and both hosts take as they are. */
export function plainName(text: string): string {
  if (/^[A-Za-z][\w./-]*$/.test(text)) return text;
  throw new InvalidArgumentError("It must begin with a letter, and have letters, digits and . _ / - only.");
}

/** Collects a repeated `--stack`. */
function stacksIn(text: string, before: string[] = []): string[] {
  if (before.includes(text)) throw new InvalidArgumentError("It is named twice.");
  return [...before, stackName(text)];
}

/** `pulumi-losant ci`. */
export const ciCommand = (): Command =>
  new Command("ci")
    .description("write a pipeline for a project: plan, approval, up, drift")
    .addArgument(new Argument("<host>", "where the repository is").choices([...hosts]))
    .option("--stack <name>", "a stack; may be repeated; default prod", stacksIn)
    .option("--cwd <folder>", "the project's folder", ".")
    .option("--environment <name>", "the environment that approves", plainName, "losant")
    .option("--branch <name>", "the branch whose merges are applied (github)", plainName, "main")
    .option("--with-ends", "a daily up too, which ends access (github; on gitlab a schedule starts it)")
    .option("--out <folder>", "the repository's folder; default: the one with .git")
    .option("--force", "overwrite existing files")
    .addHelpText("after", help)
    .action(ci);
