import { actions, matrix, programEnv, setUp, up, upload, workingFolder, writing } from "./github-steps";
import { inRepository, type PipelineOptions, shapeCheck } from "./options";

/** The files of a pipeline on GitHub, by their paths in the repository. */
export function gitHubFiles(options: PipelineOptions): Record<string, string> {
  return {
    ".github/workflows/losant-plan.yml": planWorkflow(options),
    ".github/workflows/losant-up.yml": upWorkflow(options),
    ".github/workflows/losant-drift.yml": driftWorkflow(options),
    ...(options.withEnds && { ".github/workflows/losant-ends.yml": endsWorkflow(options) }),
  };
}

function planWorkflow(options: PipelineOptions): string {
  return `# What a pull request would do to people at Losant: one comment per stack.
# Written by "pulumi-losant ci github"; docs/gitops.md of pulumi-losant explains it.
name: Losant plan

on:
  pull_request:

permissions: {}

# A newer push replaces the plan of the one before.
concurrency:
  group: losant-plan-\${{ github.event.pull_request.number }}
  cancel-in-progress: true

jobs:
  plan:
    name: Plan \${{ matrix.stack }}
    # Pull requests of forks and of Dependabot get no token: see the job "shapes".
    if: >-
      github.event.pull_request.head.repo.full_name == github.repository &&
      github.event.pull_request.user.login != 'dependabot[bot]'
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
${matrix(options)}${workingFolder(options)}    steps:
${setUp(options)}      # With a token that may only read: the program of a pull request is not reviewed yet.
      - name: Plan
        run: npx pulumi-losant plan --stack "$STACK" --json plan.json --summary "$GITHUB_STEP_SUMMARY" -- --refresh
${programEnv("LOSANT_READ_TOKEN")}${upload(options, "plan.json")}
  comment:
    name: Comment \${{ matrix.stack }}
    needs: plan
    # Also where the plan failed, as the comment of the push before would be wrong.
    if: \${{ !cancelled() && needs.plan.result != 'skipped' }}
    runs-on: ubuntu-latest
    timeout-minutes: 5
    # Nothing of the repository runs in this job.
    permissions:
      pull-requests: write # to comment
${matrix(options)}    steps:
${writing(options, "comment")}
  shapes:
    name: Shapes
    if: >-
      github.event.pull_request.head.repo.full_name != github.repository ||
      github.event.pull_request.user.login == 'dependabot[bot]'
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
${workingFolder(options)}    steps:
${setUp(options, { withCli: false })}      - run: ${shapeCheck(options)}
      - name: Say what was not checked
        run: |
          echo "**Without a token: nothing was compared with Losant**, only shapes were checked." >> "$GITHUB_STEP_SUMMARY"
          echo "::notice title=Losant::Nothing was compared with Losant, as this pull request gets no token. Push its branch to this repository for a plan."
`;
}

function upWorkflow(options: PipelineOptions): string {
  const paths = `    paths: ["${inRepository(options, "**")}", ".github/workflows/losant-up.yml"]\n`;
  return `# Applies what was merged, after somebody has approved its plan.
# Written by "pulumi-losant ci github"; docs/gitops.md of pulumi-losant explains it.
name: Losant up

on:
  push:
    branches: [${options.branch}]
${options.folder === "." ? "" : paths}  workflow_dispatch:

permissions: {}

# One at a time; what waits here is replaced by a newer merge, which has all of it.
concurrency:
  group: losant-up
  cancel-in-progress: false

jobs:
  plan:
    name: Plan \${{ matrix.stack }}
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
${matrix(options)}${workingFolder(options)}    steps:
${setUp(options)}      # The plan to approve is in the summary of this run.
      - name: Plan
        run: npx pulumi-losant plan --stack "$STACK" --save approved.json --summary "$GITHUB_STEP_SUMMARY" -- --refresh
${programEnv("LOSANT_READ_TOKEN")}${upload(options, "approved.json")}
  up:
    name: Up \${{ matrix.stack }}
    needs: plan
    runs-on: ubuntu-latest
    timeout-minutes: 60
    # Its reviewers approve, and only it has the token that may write.
    environment: ${options.environment}
    permissions:
      contents: read
${matrix(options, true)}${workingFolder(options)}    steps:
${setUp(options)}      - uses: ${actions.download}
        with:
          name: losant-\${{ matrix.file }}
          path: ${options.folder}
${up(options)}`;
}

function driftWorkflow(options: PipelineOptions): string {
  return `# Every night: an issue is open as long as Losant is not as the program says.
# Written by "pulumi-losant ci github"; docs/gitops.md of pulumi-losant explains it.
name: Losant drift

on:
  schedule:
    - cron: "23 3 * * *"
  workflow_dispatch:

permissions: {}

concurrency:
  group: losant-drift
  cancel-in-progress: false

jobs:
  read:
    name: Read \${{ matrix.stack }}
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
${matrix(options)}${workingFolder(options)}    steps:
${setUp(options)}      - name: Read
        run: npx pulumi-losant plan --stack "$STACK" --json plan.json --summary "$GITHUB_STEP_SUMMARY" -- --refresh
${programEnv("LOSANT_READ_TOKEN")}          # Whoever was added by hand is found even where a roster has \`unmanaged: "ignore"\`.
          # Remove it where other programs declare people of the same organization.
          LOSANT_UNMANAGED: warn
${upload(options, "plan.json")}
  issue:
    name: Issue \${{ matrix.stack }}
    needs: read
    # Also where a guard rail refuses; where Losant could not be read nothing is opened and nothing is closed.
    if: \${{ !cancelled() }}
    runs-on: ubuntu-latest
    timeout-minutes: 5
    # Nothing of the repository runs in this job.
    permissions:
      issues: write # to open and close the issue
${matrix(options)}    steps:
${writing(options, "drift-issue --findings drift,unmanaged,lapsed,ended")}`;
}

function endsWorkflow(options: PipelineOptions): string {
  return `# Every morning: access that has ended is removed, and invites that lapsed are sent again. It also changes back what was
# changed by hand. Nobody is asked: what a merge changes is not applied here.
# Written by "pulumi-losant ci github"; docs/gitops.md of pulumi-losant explains it.
name: Losant ends

on:
  schedule:
    - cron: "41 5 * * *"
  workflow_dispatch:

permissions: {}

# Never beside an up of a merge.
concurrency:
  group: losant-up
  cancel-in-progress: false

jobs:
  up:
    name: Up \${{ matrix.stack }}
    runs-on: ubuntu-latest
    timeout-minutes: 60
    # Has the token that may write, for ${options.branch} alone, and no reviewers.
    environment: ${options.environment}-ends
    permissions:
      contents: read
${matrix(options, true)}${workingFolder(options)}    steps:
${setUp(options)}      # Stops where the program says something that was not applied yet: that is for the approval of "Losant up".
      - name: Plan
        run: npx pulumi-losant plan --stack "$STACK" --save approved.json --summary "$GITHUB_STEP_SUMMARY" --fail-on change -- --refresh
${programEnv("LOSANT_API_TOKEN")}${up(options)}`;
}
