import assert from "node:assert/strict";
import { commentOnPlan } from "../../../../cli/comment";
import type { CodeHost } from "../../../support/code-host";
import { invited, planOf, recordOf, removed } from "../../../unit/plan/samples";
import { comment, onBothHosts } from "./setting";

const inviting = (...emails: string[]) => planOf([recordOf(emails.map((email) => ({ email, ...invited })))]);
const quiet = planOf([recordOf([], { unchanged: 3 })]);
const mark = "<!-- pulumi-losant plan: production -->\n";

const own = (host: CodeHost) => host.comments.filter(({ author }) => author === host.author);
const textOf = (host: CodeHost) => own(host).map(({ text }) => text.trimEnd());

onBothHosts("scenario: the comment with a plan", (host, name) => {
  it("is written on the first push, and updated on the next with 150 other comments before it", async () => {
    for (let index = 0; index < 150; index += 1) host().add("comments", "ann", `comment ${index}`);
    assert.equal(await comment(host(), inviting("eve@example.com")), "written");
    assert.ok(textOf(host())[0]?.startsWith(`${mark}**1 gets access**`), textOf(host())[0]);
    assert.match(textOf(host())[0] ?? "", /the whole is in \[the pipeline's log\]\(https:\/\/\S+42\)$/);
    assert.equal(await comment(host(), inviting("eve@example.com", "fay@example.com")), "updated");
    assert.equal(own(host()).length, 1);
    assert.ok(textOf(host())[0]?.startsWith(`${mark}**2 get access**`));
    assert.equal(host().comments.length, 151);
  });

  it("becomes one line once nothing changes any more, and is not written for nothing", async () => {
    assert.equal(await comment(host(), quiet), "not needed");
    assert.deepEqual(host().comments, []);
    await comment(host(), inviting("eve@example.com"));
    assert.equal(await comment(host(), quiet), "updated");
    assert.deepEqual(textOf(host()), [`${mark}**no changes · 3 unchanged** — stack \`production\``]);
    assert.equal(await comment(host(), quiet), "unchanged");
  });

  it("is one for each stack", async () => {
    host().add("comments", host().author, "<!-- pulumi-losant plan: production-eu -->\n**1 loses access**");
    assert.equal(await comment(host(), inviting("eve@example.com")), "written");
    assert.equal(own(host()).length, 2);
    assert.match(textOf(host())[0] ?? "", /production-eu -->\n\*\*1 loses access/);
  });

  it("says that nothing is known where there is no plan, in place of the plan of the push before", async () => {
    await comment(host(), inviting("eve@example.com"));
    await assert.rejects(comment(host(), undefined), /there is no .*plan\.json, and the comment says so/);
    const [text = ""] = textOf(host());
    assert.match(text, /No plan could be made: what a merge does is not known/);
    assert.doesNotMatch(text, /no changes|gets access/);
  });

  it("says so on the first push too", async () => {
    await assert.rejects(comment(host(), undefined), /the comment says so/);
    assert.match(textOf(host())[0] ?? "", /what a merge does is not known/);
  });

  it("says what failed where the preview failed", async () => {
    const failed = planOf([], { errors: ["boom"], unknown: ["what comes after"] });
    await comment(host(), failed);
    assert.match(textOf(host())[0] ?? "", /the preview failed: not everything is known/);
    assert.doesNotMatch(textOf(host())[0] ?? "", /no changes/);
  });

  it("fits with a plan of 1,000 people, and names all who lose access", async () => {
    const emails = Array.from(
      { length: 1000 },
      (_, index) => `somebody.with.a.long.name.${index}@example.com`,
    );
    const people = emails.map((email, index) => ({ email, ...(index < 300 ? removed : invited) }));
    assert.equal(await comment(host(), planOf([recordOf(people)])), "written");
    const [text = ""] = textOf(host());
    assert.ok(text.length < 61_000, String(text.length));
    for (const email of emails.slice(0, 300)) assert.ok(text.includes(email), email);
  });

  it("leaves alone what somebody else wrote with the same mark", async () => {
    host().add("comments", "mallory", `${mark}**no changes**`);
    assert.equal(await comment(host(), inviting("eve@example.com")), "written");
    assert.equal(host().comments[0]?.text, `${mark}**no changes**`);
    assert.equal(await comment(host(), inviting("fay@example.com")), "updated");
    assert.equal(own(host()).length, 1);
  });

  it("is written again where somebody deleted it, or edited its mark away", async () => {
    await comment(host(), inviting("eve@example.com"));
    const [first] = own(host());
    assert.ok(first);
    first.text = "edited";
    assert.equal(await comment(host(), inviting("eve@example.com")), "written");
    const patch = name === "GitHub" ? /^PATCH/ : /^PUT/;
    host().faults.push({ request: patch, status: 404, body: { message: "Not Found" } });
    assert.equal(await comment(host(), inviting("fay@example.com")), "written");
  });

  it("leaves one where two pushes wrote two", async () => {
    for (const text of ["one", "two", "three"]) host().add("comments", host().author, mark + text);
    assert.equal(await comment(host(), inviting("eve@example.com")), "updated");
    assert.equal(own(host()).length, 1);
    assert.match(textOf(host())[0] ?? "", /1 gets access/);
  });

  it("is not doubled where the answer to writing it was lost", async () => {
    host().faults.push({ request: /^POST/, isLost: true });
    assert.equal(await comment(host(), inviting("eve@example.com")), "unchanged");
    assert.equal(own(host()).length, 1);
  });

  it("is written after the host has asked to wait, or was out of order", async () => {
    const limit = { status: 429, headers: { "Retry-After": "1" }, body: { message: "Too many" } };
    const isOfGitHub = { status: 403, headers: { "X-RateLimit-Remaining": "0" }, body: { message: "limit" } };
    host().faults.push({ request: /^GET/, ...limit }, { request: /^POST/, ...isOfGitHub });
    host().faults.push({ request: /^GET/, status: 502 });
    assert.equal(await comment(host(), inviting("eve@example.com")), "written");
    assert.equal(own(host()).length, 1);
  });

  for (const [title, fault, expected] of [
    [
      "a missing permission",
      { status: 403, body: { message: "Resource not accessible" } },
      {
        GitHub:
          /Writing the comment failed: POST \S+ answered 403 \(Resource not accessible\)\. The job needs the permission pull-requests: write/,
        GitLab: /Writing the note failed: .* GITLAB_TOKEN needs the scope api, and the role Reporter/,
      },
    ],
    [
      "a text that is too long",
      { status: 422, body: { message: "Validation Failed" } },
      {
        GitHub: /answered 422 \(Validation Failed\)\. The text is too long/,
        GitLab: /answered 422 \(Validation Failed\)\. The text may be too long/,
      },
    ],
    [
      "a limit that takes too long to wait for",
      { status: 429, headers: { "Retry-After": "3600" } },
      {
        GitHub: /It asks to wait 3600 s\. That is the host's limit on requests: run the job again later/,
        GitLab: /It asks to wait 3600 s\. That is the host's limit on requests: run the job again later/,
      },
    ],
  ] as const) {
    it(`says what to do about ${title}`, async () => {
      host().faults.push({ request: /^POST/, ...fault });
      const pattern = name === "GitHub" ? expected.GitHub : expected.GitLab;
      await assert.rejects(comment(host(), inviting("eve@example.com")), pattern);
      assert.equal(host().requests.filter((request) => request.startsWith("POST")).length, 1);
    });
  }

  it("says what to do about a token that is absent or wrong, and never shows one", async () => {
    const variable = name === "GitHub" ? "GITHUB_TOKEN" : "GITLAB_TOKEN";
    await assert.rejects(comment(host(), quiet, { [variable]: "" }), new RegExp(`${variable} is not set: `));
    const error = await comment(host(), quiet, { [variable]: "wrong-token" }).then(
      () => assert.fail(),
      (reason: Error) => reason.message,
    );
    assert.match(error, new RegExp(`answered 401 .*${variable} is not valid`));
    assert.doesNotMatch(error, /wrong-token/);
    // A host may echo what it was sent.
    host().faults.push({ request: /^GET/, status: 400, body: { message: `bad: ${host().token}` } });
    await assert.rejects(comment(host(), quiet), ({ message }: Error) => {
      assert.match(message, /bad: \(secret\)/);
      return true;
    });
  });

  it("is not written where the run is of no change request, or of no pipeline", async () => {
    const more: Record<string, string> =
      name === "GitHub"
        ? { GITHUB_EVENT_PATH: __filename.replace(/comment\.test\.ts$/, "no-event.json") }
        : {};
    const none = comment(host(), quiet, { ...more, CI_MERGE_REQUEST_IID: "" });
    await assert.rejects(none, /is of no (pull|merge) request, so there is nothing to comment on/);
    await assert.rejects(commentOnPlan({ plan: "plan.json", stack: "production" }, {}), /run it in a job of/);
  });

  it("is not written with the plan of another stack, or with what is no plan", async () => {
    const other = planOf([], { stack: "staging" });
    await assert.rejects(comment(host(), other), /is the plan of stack staging, and --stack says production/);
    const old = Object.assign(planOf([]), { version: 2 });
    await assert.rejects(
      comment(host(), old),
      /was not written by "pulumi-losant plan --json", or by another/,
    );
    assert.deepEqual(host().requests, []);
  });
});
