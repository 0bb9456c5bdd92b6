import assert from "node:assert/strict";
import type { CodeHost } from "../../../support/code-host";
import { planOf, recordOf } from "../../../unit/plan/samples";
import { driftIssue, onBothHosts } from "./setting";

const bob = {
  email: "bob@example.com",
  does: "change roles",
  cause: "drift",
  from: { role: "edit" },
  to: { role: "view" },
} as const;
const ann = {
  email: "ann@example.com",
  does: "invite",
  cause: "lapsed",
  isAgain: true,
  to: { role: "view" },
} as const;
const merged = { email: "eve@example.com", does: "invite", cause: "program", to: { role: "view" } } as const;
const stranger = { email: "dan@example.com", roles: { role: "admin" }, isNamed: false } as const;

const quiet = planOf([recordOf([], { unchanged: 3 })]);
const mark = "<!-- pulumi-losant drift: production -->\n";
const titles = (host: CodeHost) => host.issues.filter(({ isOpen }) => isOpen).map(({ title }) => title);

onBothHosts("scenario: the issue of what was changed by hand", (host) => {
  it("is opened, updated, closed when nothing is found, and opened anew", async () => {
    for (let index = 0; index < 150; index += 1) host().add("issues", "ann", "text", `issue ${index}`);
    const opened = () => titles(host()).slice(150);
    assert.equal(await driftIssue(host(), quiet), "none open");
    assert.equal(await driftIssue(host(), planOf([recordOf([bob])])), "opened");
    assert.deepEqual(opened(), ["Losant is not as the program says: 1 changed by hand (stack production)"]);
    assert.equal(await driftIssue(host(), planOf([recordOf([bob, ann])])), "updated");
    assert.deepEqual(opened(), [
      "Losant is not as the program says: 1 changed by hand · 1 not accepted (stack production)",
    ]);
    assert.equal(await driftIssue(host(), quiet), "closed");
    assert.deepEqual(opened(), []);
    assert.match(
      host().issues.at(-1)?.text ?? "",
      /Nothing of this is found any more in stack `production`: changed by hand/,
    );
    assert.equal(await driftIssue(host(), planOf([recordOf([ann])])), "opened");
    assert.equal(opened().length, 1);
  });

  it("tells a change by hand, somebody added by hand and a lapsed invite apart, and leaves out merges", async () => {
    await driftIssue(host(), planOf([recordOf([bob, ann, merged], { unmanaged: [stranger] })]));
    const text = host().issues[0]?.text ?? "";
    assert.ok(text.startsWith(`${mark}**1 changed by hand · 1 not in the roster · 1 not accepted**`), text);
    assert.match(text, /### Changed by hand.*\n\n- `bob@example\.com`: changed back: edit → view\n/);
    assert.match(text, /### Not in the roster.*\n\n- `dan@example\.com`: is not in the roster \(admin\)\n/);
    assert.match(text, /### Invites that lapsed.*\n\n- `ann@example\.com`: invited again as view\n/);
    assert.doesNotMatch(text, /eve@example|merged/);
  });

  it("says what the plan has all the same, where nothing that was looked for is found any more", async () => {
    await driftIssue(host(), planOf([recordOf([bob])]));
    assert.equal(await driftIssue(host(), planOf([recordOf([merged])])), "closed");
    assert.match(host().issues[0]?.text ?? "", /The plan still has: 1 not applied\./);
  });

  it("is neither opened nor closed where Losant could not be read", async () => {
    await driftIssue(host(), planOf([recordOf([bob])]));
    const before = structuredClone(host().issues);
    host().requests = [];
    for (const failed of [
      undefined,
      planOf([], { errors: ["no connection"] }),
      planOf([recordOf([ann])], { unknown: ["what comes after the preview stopped"] }),
    ]) {
      await assert.rejects(
        driftIssue(host(), failed),
        /Losant could not be read, so no issue was opened or closed: /,
      );
    }
    assert.deepEqual(host().issues, before);
    assert.deepEqual(host().requests, []);
  });

  it("is one for each stack, and none that somebody else opened", async () => {
    host().add("issues", "mallory", `${mark}text`, "mine");
    host().add("issues", host().author, "<!-- pulumi-losant drift: staging -->\ntext", "staging's");
    assert.equal(await driftIssue(host(), quiet), "none open");
    assert.equal(await driftIssue(host(), planOf([recordOf([bob])])), "opened");
    assert.equal(host().issues.length, 3);
    assert.equal(await driftIssue(host(), quiet), "closed");
    assert.deepEqual(titles(host()), ["mine", "staging's"]);
  });

  it("is not opened twice where the answer was lost", async () => {
    host().faults.push({ request: /^POST/, isLost: true });
    await driftIssue(host(), planOf([recordOf([bob])]));
    assert.equal(host().issues.length, 1);
  });

  it("fits with 1,000 people", async () => {
    const people = Array.from({ length: 1000 }, (_, index) => ({
      ...bob,
      email: `${"long".repeat(12)}${index}@example.com`,
    }));
    assert.equal(await driftIssue(host(), planOf([recordOf(people)])), "opened");
    assert.match(host().issues[0]?.text ?? "", /… and \d+ more/);
  });

  it("says which permission is missing", async () => {
    host().faults.push({ request: /^POST/, status: 403, body: { message: "no" } });
    const opening = driftIssue(host(), planOf([recordOf([bob])]));
    await assert.rejects(
      opening,
      /Writing the issue failed: .*(permission issues: write|GITLAB_TOKEN needs the scope api)/,
    );
  });
});
