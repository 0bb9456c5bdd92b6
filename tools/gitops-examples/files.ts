import type { PipelineOptions } from "../../cli/ci/options";
import { type Host, writers } from "../../cli/ci/write-pipeline";
import { packageVersion } from "../../cli/package-version";

const single: PipelineOptions = {
  stacks: ["prod"],
  folder: ".",
  branch: "main",
  environment: "losant",
  withEnds: false,
  version: packageVersion(),
  peopleFile: undefined,
};
const monorepo: PipelineOptions = {
  ...single,
  stacks: ["acme/people/staging", "acme/people/prod"],
  folder: "infra/people",
  withEnds: true,
  peopleFile: "people.yaml",
};
const examples: Record<string, [Host, PipelineOptions]> = {
  github: ["github", single],
  "github-monorepo": ["github", monorepo],
  gitlab: ["gitlab", single],
  "gitlab-monorepo": ["gitlab", monorepo],
};

/** The files in `examples/gitops/`, as `pulumi-losant ci` writes them, by their paths there. */
export function gitopsExamples(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(examples).flatMap(([folder, [host, options]]) =>
      Object.entries(writers[host](options)).map(([name, text]) => [`${folder}/${name}`, text]),
    ),
  );
}
