import { z } from "zod";
import { HostApi } from "./host-api";
import type { Advice } from "./host-error";
import type { CodeHost } from "./posts";
import { restPosts, type Shelf } from "./rest-posts";
import { type Environment, type HostSettings, required } from "./settings";

const Author = z.object({ username: z.string() });
const Note = z.object({ id: z.number(), body: z.string(), author: Author, system: z.boolean().optional() });
const Issue = z.object({
  iid: z.number(),
  title: z.string(),
  description: z.string().nullish(),
  author: Author,
});

const notValid =
  "GITLAB_TOKEN is not valid, or has expired: make a new project access token with the scope api.";
const advice: Advice = {
  401: notValid,
  403: "GITLAB_TOKEN needs the scope api, and the role Reporter or above in the project.",
  404: "The project is not there, or GITLAB_TOKEN may not read it: it needs the scope api, and the role Reporter.",
  400: "The text may be too long.",
  422: "The text may be too long.",
};

/** GitLab, as the environment of a job of its pipelines names it. */
export function gitLab(environment: Environment, settings: HostSettings): CodeHost {
  const project = required(environment, "CI_PROJECT_ID", /^\d+$/);
  const api = new HostApi({
    url: { name: "CI_API_V4_URL", value: required(environment, "CI_API_V4_URL", /./) },
    token: { name: "GITLAB_TOKEN", value: tokenIn(environment) },
    headers: (token) => ({ "PRIVATE-TOKEN": token, Accept: "application/json" }),
    backoff: settings.backoff,
  });
  const root = `/projects/${project}`;
  const author = () => authorOf(api, settings);
  return {
    comments: () => restPosts(api, notesOf(root, mergeRequestIn(environment)), author),
    issues: () => restPosts(api, issuesOf(root), author),
    run: environment.CI_PIPELINE_URL,
  };
}

function tokenIn({ GITLAB_TOKEN: token }: Environment): string {
  if (token) return token;
  throw new Error(
    "GITLAB_TOKEN is not set: make a project access token with the scope api and the role Reporter, and put it into the " +
      "project's CI/CD variables, masked (CI_JOB_TOKEN may not write comments)",
  );
}

/** @throws where the pipeline is of no merge request. */
function mergeRequestIn({ CI_MERGE_REQUEST_IID: iid = "" }: Environment): string {
  if (/^\d+$/.test(iid)) return iid;
  throw new Error("this pipeline is of no merge request, so there is nothing to comment on");
}

function notesOf(root: string, mergeRequest: string): Shelf<z.infer<typeof Note>> {
  const path = `${root}/merge_requests/${mergeRequest}/notes`;
  return {
    noun: "note",
    path,
    query: "?sort=asc&order_by=created_at",
    one: (id) => `${path}/${id}`,
    item: Note,
    post: ({ id, body, author, system }) =>
      system ? undefined : { id, author: author.username, text: body },
    body: ({ text }) => ({ body: text }),
    updateBy: "PUT",
    end: () => ({ method: "DELETE" }),
    advice,
  };
}

function issuesOf(root: string): Shelf<z.infer<typeof Issue>> {
  return {
    noun: "issue",
    path: `${root}/issues`,
    query: "?state=opened&scope=all",
    one: (iid) => `${root}/issues/${iid}`,
    item: Issue,
    post: ({ iid, title, description, author }) => ({
      id: iid,
      author: author.username,
      title,
      text: description ?? "",
    }),
    body: ({ title, text }) => ({ title, description: text }),
    updateBy: "PUT",
    end: (text) => ({ method: "PUT", body: { description: text, state_event: "close" } }),
    advice,
  };
}

async function authorOf(api: HostApi, { author }: HostSettings): Promise<string> {
  if (author !== undefined) return author;
  const request = { doing: "Asking who writes", method: "GET", path: "/user", answer: Author } as const;
  return (await api.send({ ...request, advice })).username;
}
