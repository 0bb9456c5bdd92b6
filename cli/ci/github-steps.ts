import { fileNameOf, inRepository, type PipelineOptions, stackInYaml } from "./options";

/** The actions, each by the commit that its tag names in its own repository. */
export const actions = {
  checkout: "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
  setupNode: "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0",
  upload: "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0",
  download: "actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1",
  pulumi: "pulumi/actions@8e5e406f4007fca908480587cb9893c07090f58d # v7.0.0",
};

/** What Pulumi needs to reach the stack; what a project does not use is empty. */
const backend = `          PULUMI_ACCESS_TOKEN: \${{ secrets.PULUMI_ACCESS_TOKEN }}
          PULUMI_CONFIG_PASSPHRASE: \${{ secrets.PULUMI_CONFIG_PASSPHRASE }}
          PULUMI_BACKEND_URL: \${{ vars.PULUMI_BACKEND_URL }}
`;

/** The environment of a step that runs the program, with one of the two tokens. */
export function programEnv(token: "LOSANT_READ_TOKEN" | "LOSANT_API_TOKEN"): string {
  return `        env:
          STACK: \${{ matrix.stack }}
          LOSANT_API_TOKEN: \${{ secrets.${token} }}
${backend}`;
}

/** A job's stacks: one line more is one stack more. */
export function matrix({ stacks }: PipelineOptions, oneAtATime = false): string {
  const lines = stacks.map(
    (stack) => `          - { stack: ${stackInYaml(stack)}, file: ${stackInYaml(fileNameOf(stack))} }\n`,
  );
  return `    strategy:
      fail-fast: false
${oneAtATime ? "      max-parallel: 1\n" : ""}      matrix:
        include:
${lines.join("")}`;
}

/** Where a job's commands run. */
export function workingFolder({ folder }: PipelineOptions): string {
  if (folder === ".") return "";
  return `    defaults:
      run:
        working-directory: ${folder}
`;
}

/** The steps that make the project ready; \`withCli\` gets the Pulumi CLI too. */
export function setUp(options: PipelineOptions, { withCli = true } = {}): string {
  const cli = `      # Without a command it only installs the Pulumi CLI.
      - uses: ${actions.pulumi}
`;
  return `      - uses: ${actions.checkout}
        with:
          persist-credentials: false
      - uses: ${actions.setupNode}
        with:
          node-version: 24
          # Keeps what npm downloaded, and nothing that was made with a secret.
          cache: npm
          cache-dependency-path: ${inRepository(options, "package-lock.json")}
${withCli ? cli : ""}      - run: npm ci
`;
}

/** Keeps a file of the project for the next job. */
export function upload(options: PipelineOptions, file: string): string {
  return `      - uses: ${actions.upload}
        if: \${{ !cancelled() }}
        with:
          name: losant-\${{ matrix.file }}
          path: ${inRepository(options, file)}
          if-no-files-found: ignore
          # It names people.
          retention-days: 3
`;
}

/** The steps of a job that writes to GitHub: nothing of the repository is there. */
export function writing({ version }: PipelineOptions, command: string): string {
  return `      - uses: ${actions.setupNode}
        with:
          node-version: 24
          package-manager-cache: false
      - uses: ${actions.download}
        # There is no plan where the job before broke off: the command below says so.
        continue-on-error: true
        with:
          name: losant-\${{ matrix.file }}
      - run: npx --yes pulumi-losant@${version} ${command} --plan plan.json --stack "$STACK"
        env:
          STACK: \${{ matrix.stack }}
          GITHUB_TOKEN: \${{ github.token }}
`;
}

/** The step that applies what was approved. */
export function up(options: PipelineOptions): string {
  return `      # Refuses every change of a person that the plan does not have.
      - name: Up
        run: pulumi up --yes --non-interactive --refresh --stack "$STACK"
${programEnv("LOSANT_API_TOKEN")}          LOSANT_APPROVED_PLAN: \${{ github.workspace }}/${inRepository(options, "approved.json")}
`;
}
