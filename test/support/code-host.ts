import { writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { z } from "zod";
import { LoopbackServer } from "./loopback-server";
import { temporaryFolder } from "./project-folder";

/** A comment, or an issue, as a stand-in keeps it. */
export interface KeptPost {
  id: number;
  author: string;
  title?: string | undefined;
  text: string;
  isOpen: boolean;
}

/** What happens to a request: an answer in place of the host's, or a lost one to work that was done. */
export interface HostFault {
  /** Such as `POST /repos/acme/people/issues`; the page is not in it. */
  request: RegExp;
  status?: number;
  headers?: Record<string, string>;
  body?: object;
  isLost?: boolean;
}

interface HostRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  body: z.infer<typeof Body>;
}

const Body = z
  .object({
    body: z.string(),
    description: z.string(),
    title: z.string(),
    state: z.string(),
    state_event: z.string(),
  })
  .partial();

/** The longest text that GitHub takes. */
const longest = 65_536;

/** A stand-in for the comment and issue calls of GitHub and GitLab, with pages as they have them. */
export abstract class CodeHost extends LoopbackServer {
  readonly token = "host-token-7f3a";
  comments: KeptPost[] = [];
  issues: KeptPost[] = [];
  /** Written as `POST /repos/…`, in their order. */
  requests: string[] = [];
  faults: HostFault[] = [];
  private lastId = 1000;

  /** As whom the token writes. */
  abstract readonly author: string;
  /** What a pipeline's job of a change request has in its environment. */
  abstract env(): Record<string, string>;
  protected abstract isAllowed(request: IncomingMessage): boolean;
  protected abstract answer(request: HostRequest): [status: number, body?: unknown];

  reset(): void {
    this.comments = [];
    this.issues = [];
    this.requests = [];
    this.faults = [];
  }

  /** Somebody's post. */
  add(shelf: "comments" | "issues", author: string, text: string, title?: string): KeptPost {
    this.lastId += 1;
    const post = { id: this.lastId, author, text, title, isOpen: true };
    this[shelf].push(post);
    return post;
  }

  protected page<Item>(items: Item[], query: URLSearchParams): Item[] {
    const size = Math.min(Number(query.get("per_page") ?? 20), 100);
    const first = (Number(query.get("page") ?? 1) - 1) * size;
    return items.slice(first, first + size);
  }

  protected async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET" } = request;
    const { pathname: path, searchParams: query } = new URL(request.url ?? "/", this.url);
    const content = await textOf(request);
    this.requests.push(`${method} ${path}`);
    const fault = this.takeFault(`${method} ${path}`);
    if (fault?.status !== undefined) return reply(response, fault.status, fault.body ?? {}, fault.headers);
    if (!this.isAllowed(request)) return reply(response, 401, { message: `Bad credentials ${this.token}` });
    const body = Body.parse(content === "" ? {} : JSON.parse(content));
    const text = body.body ?? body.description ?? "";
    const [status, answer] =
      text.length > longest
        ? [422, { message: "Validation Failed", errors: ["body is too long"] }]
        : this.answer({ method, path, query, body });
    if (fault?.isLost) request.socket.destroy();
    else reply(response, status, answer);
  }

  private takeFault(request: string): HostFault | undefined {
    const index = this.faults.findIndex((one) => one.request.test(request));
    return index < 0 ? undefined : this.faults.splice(index, 1)[0];
  }
}

function reply(
  response: ServerResponse,
  status: number,
  body?: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(body === undefined ? "" : JSON.stringify(body));
}

const notFound: [number, unknown] = [404, { message: "Not Found" }];

/** GitHub's. Its job token may not ask who it is. */
export class GitHubStandIn extends CodeHost {
  readonly author = "github-actions[bot]";

  static async start(): Promise<GitHubStandIn> {
    const host = new GitHubStandIn();
    await host.listen();
    return host;
  }

  env(): Record<string, string> {
    const event = join(temporaryFolder("event"), "event.json");
    writeFileSync(event, JSON.stringify({ pull_request: { number: 7 } }));
    return {
      GITHUB_ACTIONS: "true",
      GITHUB_API_URL: this.url,
      GITHUB_SERVER_URL: "https://github.example",
      GITHUB_REPOSITORY: "acme/people",
      GITHUB_RUN_ID: "42",
      GITHUB_EVENT_PATH: event,
      GITHUB_TOKEN: this.token,
    };
  }

  protected isAllowed({ headers }: IncomingMessage): boolean {
    return headers.authorization === `Bearer ${this.token}` && headers["user-agent"] !== undefined;
  }

  protected answer({ method, path, query, body }: HostRequest): [number, unknown?] {
    const comment = (post: KeptPost) => ({ id: post.id, body: post.text, user: { login: post.author } });
    const issue = (post: KeptPost) => ({
      ...comment(post),
      id: post.id * 7,
      number: post.id,
      title: post.title,
    });
    const [, list, id] =
      /^\/repos\/acme\/people\/issues(\/7\/comments|\/comments|)(?:\/(\d+))?$/.exec(path) ?? [];
    if (path === "/user") return [403, { message: "Resource not accessible by integration" }];
    if (list === undefined) return notFound;
    const shelf = list === "" ? "issues" : "comments";
    const shown = (post: KeptPost) => (list === "" ? issue(post) : comment(post));
    if (method === "GET" && query.get("state") === "open")
      return [200, this.page([...this.issues.filter(({ isOpen }) => isOpen).map(issue), pullRequest], query)];
    if (method === "GET") return [200, this.page(this[shelf].map(shown), query)];
    if (method === "POST") return [201, shown(this.add(shelf, this.author, body.body ?? "", body.title))];
    const post = this[shelf].find((one) => String(one.id) === id);
    if (!post) return notFound;
    if (method === "DELETE") {
      this[shelf] = this[shelf].filter((one) => one !== post);
      return [204];
    }
    post.text = body.body ?? post.text;
    post.title = body.title ?? post.title;
    post.isOpen = body.state !== "closed";
    return [200, shown(post)];
  }
}

/** GitHub lists these among the issues; a robot's may begin with any line. */
const pullRequest = {
  id: 1,
  number: 7,
  title: "A change",
  body: "<!-- pulumi-losant drift: production -->",
  user: { login: "github-actions[bot]" },
  pull_request: {},
};

/** GitLab's. */
export class GitLabStandIn extends CodeHost {
  readonly author = "project_5_bot";

  static async start(): Promise<GitLabStandIn> {
    const host = new GitLabStandIn();
    await host.listen();
    return host;
  }

  env(): Record<string, string> {
    return {
      GITLAB_CI: "true",
      CI_API_V4_URL: `${this.url}/api/v4`,
      CI_PROJECT_ID: "5",
      CI_MERGE_REQUEST_IID: "7",
      CI_PIPELINE_URL: "https://gitlab.example/acme/people/-/pipelines/42",
      GITLAB_TOKEN: this.token,
    };
  }

  protected isAllowed({ headers }: IncomingMessage): boolean {
    return headers["private-token"] === this.token;
  }

  protected answer({ method, path, query, body }: HostRequest): [number, unknown?] {
    const note = (post: KeptPost) => ({
      id: post.id,
      body: post.text,
      author: { username: post.author },
      system: false,
    });
    const issue = (post: KeptPost) => ({
      id: post.id * 7,
      iid: post.id,
      title: post.title,
      description: post.text,
      author: { username: post.author },
    });
    const [, list, id] =
      /^\/api\/v4\/projects\/5\/(merge_requests\/7\/notes|issues)(?:\/(\d+))?$/.exec(path) ?? [];
    if (path === "/api/v4/user") return [200, { username: this.author }];
    if (list === undefined) return notFound;
    const shelf = list === "issues" ? "issues" : "comments";
    const shown = (post: KeptPost) => (list === "issues" ? issue(post) : note(post));
    const text = body.body ?? body.description ?? "";
    if (method === "GET") {
      const open = this[shelf].filter(({ isOpen }) => isOpen || query.get("state") !== "opened");
      return [200, this.page(open.map(shown), query)];
    }
    if (method === "POST") return [201, shown(this.add(shelf, this.author, text, body.title))];
    const post = this[shelf].find((one) => String(one.id) === id);
    if (!post) return notFound;
    if (method === "DELETE") {
      this[shelf] = this[shelf].filter((one) => one !== post);
      return [204];
    }
    post.text = text;
    post.title = body.title ?? post.title;
    post.isOpen = body.state_event !== "close";
    return [200, shown(post)];
  }
}
