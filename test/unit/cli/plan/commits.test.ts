import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { commitsOf } from "../../../../cli/plan/commits";
import { temporaryFolder } from "../../../support/project-folder";

describe("unit: the commit that is planned", () => {
  const event = (content: string) => {
    const file = join(temporaryFolder("event"), "event.json");
    writeFileSync(file, content);
    return file;
  };
  const merge = { GITHUB_SHA: "merge", GITHUB_BASE_REF: "main" };

  it("is that of a pull request, and not the merge that GitHub makes of it", () => {
    const path = event('{"pull_request":{"head":{"sha":"head"}}}');
    assert.deepEqual(commitsOf({ ...merge, GITHUB_EVENT_PATH: path }), { commit: "head", base: "main" });
  });

  it("is the pushed one elsewhere, whatever the event is", () => {
    for (const path of [event("{}"), event("no JSON"), join(temporaryFolder("event"), "none")])
      assert.deepEqual(commitsOf({ GITHUB_SHA: "pushed", GITHUB_BASE_REF: "", GITHUB_EVENT_PATH: path }), {
        commit: "pushed",
        base: undefined,
      });
  });

  it("is the one of a merge request on GitLab, and none outside of a pipeline", () => {
    const gitlab = { CI_COMMIT_SHA: "one", CI_MERGE_REQUEST_DIFF_BASE_SHA: "other" };
    assert.deepEqual(commitsOf(gitlab), { commit: "one", base: "other" });
    assert.deepEqual(commitsOf({}), { commit: undefined, base: undefined });
  });
});
