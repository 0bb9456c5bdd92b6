import assert from "node:assert/strict";
import { parse } from "yaml";
import { z } from "zod";
import { gitopsExamples } from "../../../../tools/gitops-examples/files";

const Step = z.looseObject({ run: z.string().optional(), uses: z.string().optional() });
const Job = z.looseObject({
  if: z.string().optional(),
  environment: z.string().optional(),
  permissions: z.record(z.string(), z.string()),
  "timeout-minutes": z.number(),
  steps: z.array(Step),
});
const Workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  concurrency: z.looseObject({ group: z.string() }),
  jobs: z.record(z.string(), Job),
});

const workflows = Object.entries(gitopsExamples())
  .filter(([name]) => name.includes("/.github/"))
  .map(([name, text]) => ({ name, text, workflow: Workflow.parse(parse(text)) }));

describe("unit: the workflows of pulumi-losant ci github", () => {
  for (const { name, text, workflow } of workflows) {
    const jobs = Object.entries(workflow.jobs);

    it(`${name} pins each action by its whole commit, with the version beside it`, () => {
      const uses = [...text.matchAll(/uses: (.*)/g)].map(([, action = ""]) => action);
      assert.ok(uses.length > 0);
      const other = uses.filter(
        (action) => !/^(actions|pulumi)\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action),
      );
      assert.deepEqual(other, []);
    });

    it(`${name} puts nothing from outside into a shell's text`, () => {
      const texts = jobs.flatMap(([, { steps }]) => steps.flatMap(({ run }) => run ?? []));
      assert.deepEqual(
        texts.filter((run) => run.includes("${{")),
        [],
      );
    });

    it(`${name} gives each job the least rights, one of them at most to write`, () => {
      assert.deepEqual(workflow.permissions, {});
      const writing = jobs.filter(([, { permissions }]) => Object.values(permissions).includes("write"));
      for (const [job, { permissions, steps }] of writing) {
        assert.equal(Object.keys(permissions).length, 1, job);
        // What the repository has in it could write otherwise.
        assert.ok(!steps.some(({ uses }) => uses?.startsWith("actions/checkout@")), job);
        assert.doesNotMatch(JSON.stringify(steps), /secrets\./);
      }
      for (const [job, one] of jobs.filter((each) => !writing.includes(each)))
        assert.deepEqual(one.permissions, { contents: "read" }, job);
    });

    it(`${name} gives secrets to single steps, and the token that may write to environments alone`, () => {
      for (const [job, { steps, environment, ...rest }] of jobs) {
        assert.doesNotMatch(JSON.stringify(rest), /secrets\./, job);
        const mayWrite = /secrets\.LOSANT_API_TOKEN/.test(JSON.stringify(steps));
        assert.equal(mayWrite, environment !== undefined, job);
      }
    });

    it(`${name} runs one at a time, and ends some time`, () => {
      assert.match(workflow.concurrency.group, /^losant-/);
    });
  }

  it("know no pull_request_target, and give forks neither a secret nor a right", () => {
    const plans = workflows.filter(({ name }) => name.endsWith("losant-plan.yml"));
    assert.equal(plans.length, 2);
    for (const { text, workflow } of plans) {
      assert.deepEqual(Object.keys(workflow.on), ["pull_request"]);
      assert.doesNotMatch(text, /pull_request_target/);
      const { shapes, plan } = workflow.jobs;
      assert.doesNotMatch(JSON.stringify(shapes), /secrets\.|github\.token/);
      assert.match(plan?.if ?? "", /head\.repo\.full_name == github\.repository &&/);
    }
  });

  it("apply nothing beside an up of a merge, and without reviewers only what no merge is behind", () => {
    const groups = workflows.filter(({ name }) => /losant-(up|ends)\.yml$/.test(name));
    assert.deepEqual(
      new Set(groups.map(({ workflow }) => workflow.concurrency.group)),
      new Set(["losant-up"]),
    );
    const [ends] = workflows.filter(({ name }) => name.endsWith("losant-ends.yml"));
    const steps = ends?.workflow.jobs.up?.steps.map(({ run = "" }) => run) ?? [];
    const [planned, applied] = ["--fail-on change", "pulumi up"].map((part) =>
      steps.findIndex((run) => run.includes(part)),
    );
    assert.ok(planned !== undefined && applied !== undefined && planned >= 0 && planned < applied);
  });
});
