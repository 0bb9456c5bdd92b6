import type { Answer } from "./in-process-losant";

/** Something that goes wrong with one request. `work` carries it out at Losant, if the fault lets it. */
export interface Fault {
  name: string;
  /** Whether the client may try again after it. */
  isRetryable: boolean;
  /** A thrown error: there is no answer. */
  serve: (work: () => Promise<Answer>) => Promise<Answer>;
  /** What answers leave out may be missing in what is recorded, too. */
  isIncomplete?: boolean;
}

const year = 366 * 24 * 60 * 60 * 1000;

/** Answers in Losant's place, or after its work. */
const answering = (name: string, answer: Answer, after = false): Fault => ({
  name,
  isRetryable: answer.status === 429 || answer.status >= 500,
  serve: async (work) => {
    const { headers } = after ? await work() : { headers: {} };
    return { ...answer, headers: { ...headers, ...answer.headers } };
  },
});

const json = (status: number, type: string, headers: Answer["headers"] = {}): Answer => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify({ type, message: "an injected fault" }),
});

const html = (status: number): Answer => ({
  status,
  headers: { "content-type": "text/html" },
  body: `<html><body><h1>${status}</h1><p>gateway</p></body></html>`,
});

const failing = (name: string, code: string, after = false): Fault => ({
  name,
  isRetryable: true,
  serve: async (work) => {
    if (after) await work();
    throw Object.assign(new Error(`request failed, reason: ${code}`), { code });
  },
});

/** Changes the answer after the work. */
const changing = (name: string, change: (answer: Answer) => Partial<Answer>, isRetryable = false): Fault => ({
  name,
  isRetryable,
  serve: async (work) => {
    const answer = await work();
    return { ...answer, ...change(answer) };
  },
});

/** Changes values in an answer; undefined leaves one out. */
const editing = (name: string, edit: (key: string, value: unknown) => unknown): Fault => ({
  ...changing(name, ({ body }) => ({ body: JSON.stringify(JSON.parse(body, edit)) })),
  isIncomplete: true,
});

const optional = [
  "applicationRoles",
  "dashboardRoles",
  "inviteDate",
  "ttl",
  "hasExpired",
  "disallowTransfer",
  "limits",
  "summary",
  "firstName",
  "lastName",
  "twoFactorAuthEnabled",
  "ssoLinked",
  "description",
  "iconColor",
  "whitelistedEmailDomains",
];
const required = ["role", "email"];

const movedClock = (name: string, milliseconds: number): Fault =>
  changing(name, ({ headers }) => ({
    headers: { ...headers, date: new Date(Date.parse(headers.date ?? "") + milliseconds).toUTCString() },
  }));

/** Every fault of the matrix. */
export const faults: readonly Fault[] = [
  answering("400", json(400, "Validation")),
  answering("400-html", html(400)),
  answering("401", json(401, "Authentication")),
  answering("401-html", html(401)),
  answering("403", json(403, "Authorization")),
  answering("403-html", html(403)),
  answering("404", json(404, "NotFound")),
  answering("404-html", html(404)),
  answering("429-seconds", json(429, "RateLimit", { "retry-after": "2" })),
  answering("429-date", json(429, "RateLimit", { "retry-after": "Thu, 15 Jan 2026 12:00:10 GMT" })),
  answering("500", json(500, "InternalServer")),
  answering("500-after", json(500, "InternalServer"), true),
  answering("502", html(502)),
  answering("502-after", html(502), true),
  answering("503", html(503)),
  answering("503-after", html(503), true),
  failing("refused", "ECONNREFUSED"),
  failing("reset", "ECONNRESET"),
  failing("timeout", "ETIMEDOUT"),
  failing("lost", "ECONNRESET", true),
  failing("timeout-after", "ETIMEDOUT", true),
  changing("cut-off", ({ body }) => ({ body: body.slice(0, body.length / 2), isCutOff: true }), true),
  changing("truncated", ({ body }) => ({ body: body.slice(0, body.length / 2) })),
  changing("empty", () => ({ body: "" })),
  changing("null", () => ({ body: "null" })),
  changing("html-200", () => ({ body: "<html><body>sign in</body></html>" })),
  answering("redirect", { ...html(302), headers: { location: "https://elsewhere.test/" } }),
  editing("fields-missing", (key, value) => (optional.includes(key) ? undefined : value)),
  editing("fields-null", (key, value) => (optional.includes(key) ? null : value)),
  editing("required-missing", (key, value) => (required.includes(key) ? undefined : value)),
  editing("required-null", (key, value) => (required.includes(key) ? null : value)),
  changing("no-date", ({ headers }) => ({ headers: { ...headers, date: undefined } })),
  movedClock("date-ahead", year),
  movedClock("date-behind", -year),
];

/** A death of the process at a call, before Losant did its work or after. */
export const deaths = ["killed-before", "killed-after"] as const;
