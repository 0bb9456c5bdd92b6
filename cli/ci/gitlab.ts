import { fileNameOf, inRepository, type PipelineOptions, shapeCheck, stackInYaml } from "./options";

/** The release of the CLI that the image has. */
export const pulumiImage = "pulumi/pulumi-nodejs:3.246.0";

const file = "losant.gitlab-ci.yml";

/** The files of a pipeline on GitLab, by their paths in the repository. */
export function gitLabFiles(options: PipelineOptions): Record<string, string> {
  return { ".gitlab-ci.yml": `include:\n  - local: ${file}\n`, [file]: pipeline(options) };
}

/** A job's stacks: one line more is one stack more. */
function matrix({ stacks }: PipelineOptions): string {
  const lines = stacks.map(
    (stack) => `      - { STACK: ${stackInYaml(stack)}, FILE: ${stackInYaml(fileNameOf(stack))} }\n`,
  );
  return `  parallel:
    matrix:
${lines.join("")}`;
}

function pipeline(options: PipelineOptions): string {
  return [head(options), requests(options), merges(options), schedules(options)].join("\n");
}

function head(options: PipelineOptions): string {
  const { folder } = options;
  return `# Who belongs to a Losant organization: a plan on merge requests, an up on merges, and what was changed by hand.
# Written by "pulumi-losant ci gitlab"; docs/gitops.md of pulumi-losant explains it, and which variables it needs.

.losant:
  image:
    name: ${pulumiImage}
    entrypoint: [""]
  timeout: 30m
  # Keeps what npm downloaded, and nothing that was made with a secret.
  cache:
    key:
      files: [${inRepository(options, "package-lock.json")}]
    paths: [${inRepository(options, ".npm/")}]
  before_script:
${folder === "." ? "" : `    - cd ${folder}\n`}    - npm ci --cache .npm --prefer-offline

# Nothing of the repository is there where a note or an issue can be written.
.losant-writes:
  image: node:24-alpine
  timeout: 10m
  variables:
    GIT_STRATEGY: none
`;
}

function plan(command: string, options: PipelineOptions, reports = ""): string {
  return `  script:
    # With a token that may only read.
    - LOSANT_API_TOKEN="$LOSANT_READ_TOKEN" ${command}
  artifacts:
    when: always
    # They name people.
    access: developer
    expire_in: 3 days
    paths:
      - ${inRepository(options, "plan-$FILE.json")}
${reports}`;
}

function requests(options: PipelineOptions): string {
  const command = `npx pulumi-losant plan --stack "$STACK" --json "plan-$FILE.json" --gitlab widget.json -- --refresh`;
  const widget = `    reports:
      # Shown in the merge request: how many people are invited, changed and removed.
      terraform: ${inRepository(options, "widget.json")}
`;
  return `losant-plan:
  extends: .losant
  stage: test
  rules:
    # Pipelines of forks get no token: see losant-shapes.
    - if: $CI_PIPELINE_SOURCE == "merge_request_event" && $CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_MERGE_REQUEST_PROJECT_ID
${matrix(options)}  # A newer push replaces the plan of the one before.
  interruptible: true
${plan(command, options, widget)}
# Only where a token is given; without one GitLab shows the numbers of the report above.
losant-note:
  extends: .losant-writes
  stage: test
  needs: [losant-plan]
  rules:
    # Also where the plan failed, as the note of the push before would be wrong.
    - if: $CI_PIPELINE_SOURCE == "merge_request_event" && $CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_MERGE_REQUEST_PROJECT_ID && $GITLAB_TOKEN
      when: always
${matrix(options)}  script:
    - npx --yes pulumi-losant@${options.version} comment --plan "${inRepository(options, "plan-$FILE.json")}" --stack "$STACK"

losant-shapes:
  extends: .losant
  stage: test
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event" && $CI_MERGE_REQUEST_SOURCE_PROJECT_ID != $CI_MERGE_REQUEST_PROJECT_ID
  script:
    - ${shapeCheck(options)}
    - echo "Without a token nothing was compared with Losant, only shapes were checked."
`;
}

const isMerge = `    - if: $CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH\n`;

function merges(options: PipelineOptions): string {
  const command = `npx pulumi-losant plan --stack "$STACK" --json "plan-$FILE.json" --save "approved-$FILE.json" --text -- --refresh`;
  const changes =
    options.folder === "." ? "" : `      changes: ["${options.folder}/**/*", losant.gitlab-ci.yml]\n`;
  return `# The plan to approve is in its log.
losant-merged:
  extends: .losant
  stage: test
  rules:
${isMerge}${changes}${matrix(options)}${plan(command, options, `      - ${inRepository(options, "approved-$FILE.json")}\n`)}
# Refuses every change of a person that the plan does not have.
losant-up:
  extends: .losant
  stage: deploy
  needs: [losant-merged]
  rules:
${isMerge}${changes}      # Whoever may deploy to the environment approves by starting it.
      when: manual
${matrix(options)}${up(options, options.environment)}`;
}

function up(options: PipelineOptions, environment: string, before = ""): string {
  const approved = inRepository(options, "approved-$FILE.json");
  return `  # One at a time.
  resource_group: losant-up
  # Only it has the token that may write.
  environment: ${environment}
  script:
${before}    - LOSANT_APPROVED_PLAN="$CI_PROJECT_DIR/${approved}" pulumi up --yes --non-interactive --refresh --stack "$STACK"
`;
}

function schedules(options: PipelineOptions): string {
  const command = `npx pulumi-losant plan --stack "$STACK" --json "plan-$FILE.json" -- --refresh`;
  const ends = `    # Stops where the program says something that was not applied yet: that is for losant-up.
    - npx pulumi-losant plan --stack "$STACK" --save "approved-$FILE.json" --text --fail-on change -- --refresh
`;
  const file = inRepository(options, "plan-$FILE.json");
  return `# A nightly schedule with the variable LOSANT_SCHEDULE=drift: what was changed by hand.
losant-drift:
  extends: .losant
  stage: test
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule" && $LOSANT_SCHEDULE == "drift"
  variables:
    # Whoever was added by hand is found even where a roster has \`unmanaged: "ignore"\`.
    # Remove it where other programs declare people of the same organization.
    LOSANT_UNMANAGED: warn
${matrix(options)}${plan(command, options)}
# An issue is open as long as something is found; where Losant could not be read nothing is opened and nothing is closed.
losant-drift-issue:
  extends: .losant-writes
  stage: test
  needs: [losant-drift]
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule" && $LOSANT_SCHEDULE == "drift" && $GITLAB_TOKEN
      when: always
${matrix(options)}  script:
    - npx --yes pulumi-losant@${options.version} drift-issue --findings drift,unmanaged,lapsed,ended --plan "${file}" --stack "$STACK"

# A daily schedule with the variable LOSANT_SCHEDULE=ends: access that has ended is removed, and invites that lapsed are
# sent again. It also changes back what was changed by hand. Nobody is asked.
losant-ends:
  extends: .losant
  stage: deploy
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule" && $LOSANT_SCHEDULE == "ends"
${matrix(options)}${up(options, `${options.environment}-ends`, ends)}`;
}
