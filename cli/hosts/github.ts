import { readFileSync } from "node:fs";
import { z } from "zod";
import { HostApi } from "./host-api";
import { type Advice, HostError } from "./host-error";
import type { CodeHost, Post } from "./posts";
import { restPosts, type Shelf } from "./rest-posts";
import { type Environment, type HostSettings, required } from "./settings";

const Comment = z.object({
  id: z.number(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullish(),
});
const Issue = z.object({
  ...Comment.shape,
  number: z.number(),
  title: z.string(),
  pull_request: z.unknown().optional(),
});

const notValid =
  "GITHUB_TOKEN is not valid: pass the job's own, as the workflow of pulumi-losant ci github does.";
const commentAdvice: Advice = {
  401: notValid,
  403: "The job needs the permission pull-requests: write; for a pull request of a fork it never has it.",
  404: "The pull request is not there, or the job lacks the permission pull-requests: write.",
  422: "The text is too long, or the pull request is locked.",
};
const issueAdvice: Advice = {
  401: notValid,
  403: "The job needs the permission issues: write.",
  404: "The repository is not there, or the job lacks the permission issues: write.",
  410: "The repository has no issues: turn them on in its settings.",
  422: "The text is too long.",
};

/** GitHub, as the environment of a job of its Actions names it. */
export function gitHub(environment: Environment, settings: HostSettings): CodeHost {
  const repository = required(environment, "GITHUB_REPOSITORY", /^[\w.-]+\/[\w.-]+$/);
  const api = new HostApi({
    url: { name: "GITHUB_API_URL", value: environment.GITHUB_API_URL || "https://api.github.com" },
    token: { name: "GITHUB_TOKEN", value: tokenIn(environment) },
    headers,
    backoff: settings.backoff,
  });
  const root = `/repos/${repository}/issues`;
  const author = () => authorOf(api, settings);
  const { GITHUB_SERVER_URL: server, GITHUB_RUN_ID: run } = environment;
  return {
    comments: () => restPosts(api, commentsOf(root, pullRequestIn(environment)), author),
    issues: () => restPosts(api, issuesOf(root), author),
    run: server && run ? `${server}/${repository}/actions/runs/${run}` : undefined,
  };
}

function headers(token: string): Record<string, string> {
  return {
    Authorization: `Bearer ${token}`,
    Accept: "application/vnd.github+json",
    "X-GitHub-Api-Version": "2022-11-28",
    "User-Agent": "pulumi-losant",
  };
}

function tokenIn({ GITHUB_TOKEN: token }: Environment): string {
  if (token) return token;
  throw new Error(
    "GITHUB_TOKEN is not set: give it to the step by env, as the workflow of pulumi-losant ci does",
  );
}

const PullRequestEvent = z.object({ pull_request: z.object({ number: z.number().int().positive() }) });

/** @throws where the run is of no pull request. */
function pullRequestIn(environment: Environment): number {
  const path = required(environment, "GITHUB_EVENT_PATH", /./);
  const event = PullRequestEvent.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (event.success) return event.data.pull_request.number;
  throw new Error(
    "this run is of no pull request, so there is nothing to comment on: run it on pull_request",
  );
}

function commentsOf(root: string, pull: number): Shelf<z.infer<typeof Comment>> {
  return {
    noun: "comment",
    path: `${root}/${pull}/comments`,
    one: (id) => `${root}/comments/${id}`,
    item: Comment,
    post: postOf,
    body: ({ text }) => ({ body: text }),
    updateBy: "PATCH",
    end: () => ({ method: "DELETE" }),
    advice: commentAdvice,
  };
}

function issuesOf(root: string): Shelf<z.infer<typeof Issue>> {
  return {
    noun: "issue",
    path: root,
    query: "?state=open",
    one: (id) => `${root}/${id}`,
    item: Issue,
    // GitHub lists pull requests among the issues.
    post: ({ number, title, pull_request, ...rest }) =>
      pull_request ? undefined : { ...postOf(rest), id: number, title },
    body: ({ title, text }) => ({ title, body: text }),
    updateBy: "PATCH",
    end: (text) => ({ method: "PATCH", body: { body: text, state: "closed" } }),
    advice: issueAdvice,
  };
}

function postOf({ id, body, user }: z.infer<typeof Comment>): Post {
  return { id, author: user?.login ?? "", text: body ?? "" };
}

/** A job's own token may not ask who it is. */
const ownBot = "github-actions[bot]";
const User = z.object({ login: z.string() });

async function authorOf(api: HostApi, { author }: HostSettings): Promise<string> {
  if (author !== undefined) return author;
  const request = { doing: "Asking who writes", method: "GET", path: "/user", answer: User } as const;
  try {
    return (await api.send({ ...request, advice: { 401: notValid } })).login;
  } catch (error) {
    const isOwn = error instanceof HostError && !error.isRetryable && [403, 404].includes(error.status ?? 0);
    if (isOwn) return ownBot;
    throw error;
  }
}
