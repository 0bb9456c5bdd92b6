import { readFileSync } from "node:fs";
import { z } from "zod";

const PullRequestEvent = z.object({ pull_request: z.object({ head: z.object({ sha: z.string() }) }) });

/** What a pipeline of GitHub or GitLab tells of the commit that is planned, and of what it is compared with. */
export function commitsOf(environment: NodeJS.ProcessEnv): {
  commit?: string | undefined;
  base?: string | undefined;
} {
  const { GITHUB_SHA, GITHUB_BASE_REF, CI_COMMIT_SHA, CI_MERGE_REQUEST_DIFF_BASE_SHA } = environment;
  return {
    commit: pullRequestHead(environment.GITHUB_EVENT_PATH) ?? GITHUB_SHA ?? CI_COMMIT_SHA,
    base: GITHUB_BASE_REF || CI_MERGE_REQUEST_DIFF_BASE_SHA,
  };
}

/** GITHUB_SHA is a merge that GitHub makes for the run; nobody finds it in the pull request. */
function pullRequestHead(eventPath: string | undefined): string | undefined {
  if (!eventPath) return undefined;
  try {
    return PullRequestEvent.parse(JSON.parse(readFileSync(eventPath, "utf8"))).pull_request.head.sha;
  } catch {
    return undefined;
  }
}
