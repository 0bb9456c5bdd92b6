import { gitHub } from "./github";
import { gitLab } from "./gitlab";
import type { CodeHost } from "./posts";
import type { Environment, HostSettings } from "./settings";

/** The code host whose pipeline this is. @throws outside of pipelines. */
export function hostOf(environment: Environment, settings: HostSettings = {}): CodeHost {
  if (environment.GITHUB_ACTIONS === "true") return gitHub(environment, settings);
  if (environment.GITLAB_CI === "true") return gitLab(environment, settings);
  throw new Error(
    "run it in a job of GitHub Actions or GitLab CI: it writes where that job's change request is",
  );
}
