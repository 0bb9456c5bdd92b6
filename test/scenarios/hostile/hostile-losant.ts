import type { Fetch } from "../../../client";
import { Run } from "../../../provider/live/run";
import { idOf, inviteOf, memberOf } from "../../unit/samples";
import { StubLosant } from "../../unit/stub-losant";

/** An answer's status and body. */
interface Answer {
  status: number;
  body: string;
}

/** Puts a text somewhere into an answer. */
export type Poison = (text: string, answer: Answer) => Answer;

const eve = "eve@example.com";

/** The places of a text in Losant's answers. */
export const places: Readonly<Record<string, Poison>> = {
  "another member's address": within("email", (value, text) => (value === eve ? text : value)),
  "every address": within("email", (value, text) => `${value}${text}`),
  "a user id": within("userId", (value, text) => (value === idOf(3) ? text : value)),
  "an invite's id": within("id", (value, text) => (value === idOf(0xa) ? text : value)),
  "an application's id": within("resourceId", (_, text) => text),
  "a role": within("role", (value, text) => (value === "edit" ? text : value)),
  "the organization's name": within("name", (_, text) => text),
  "a first name": within("firstName", (_, text) => text),
  "the organization's settings": (text, answer) => ({ ...answer, body: withSettings(text, answer.body) }),
  "the name of a field": (text, answer) => ({ ...answer, body: withField(text, answer.body) }),
  "Losant's message": (text) => refusal({ type: "Validation", message: text }),
  "Losant's error type": (text) => refusal({ type: text, message: "refused" }),
  "a refusal of another form": (text) => refusal({ [text]: { polluted: text }, ["__proto__"]: text }),
  "a page of HTML": (text) => ({ status: 502, body: `<html><p title="${text}">${text}</p></html>` }),
};

function refusal(body: object): Answer {
  return { status: 400, body: JSON.stringify(body) };
}

function within(key: string, change: (value: unknown, text: string) => unknown): Poison {
  const revive = (text: string) => (name: string, value: unknown) =>
    name === key ? change(value, text) : value;
  return (text, { status, body }) => ({ status, body: JSON.stringify(JSON.parse(body, revive(text))) });
}

function withSettings(text: string, body: string): string {
  const names = ["description", "iconColor", "billingEmail", "planId"];
  const fields = JSON.stringify(Object.fromEntries(names.map((name) => [name, text])));
  return body.replace(/"members":/, `${fields.slice(1, -1).replaceAll("$", "$$$$")},$&`);
}

/** The field comes first in every object, with what would pollute a prototype in it. */
function withField(name: string, body: string): string {
  return body.replaceAll("{", `{${JSON.stringify(name)}:{"polluted":true},"__proto__":{"polluted":true},`);
}

/** A run over an organization whose answers all hold a text in some place. */
export function hostileRun(poison: Poison, text: string): Run {
  const roles = { applicationRoles: [{ resourceId: idOf(9), role: "view" as const }] };
  const members = [
    memberOf("owner@example.com", { userId: idOf(0xf), role: "admin" }),
    memberOf("bob@example.com", { userId: idOf(2), role: "edit", ...roles }),
    memberOf(eve, { userId: idOf(3), firstName: "Eve" }),
  ];
  const stub = new StubLosant(members, [inviteOf("invited@example.com"), inviteOf("other@example.com")]);
  const connection = { apiToken: "token", apiUrl: "http://127.0.0.1:1", domain: undefined };
  const limits = { requestTimeout: 30, maxAttempts: 1 };
  const fetch = poisonedFetch(stub, poison, text);
  const settings = { ...connection, ...limits, fetch };
  return new Run({ connection: settings, minAdmins: 1, maxRemovals: undefined, unmanaged: undefined });
}

function poisonedFetch(stub: StubLosant, poison: Poison, text: string): Fetch {
  return async (address, init) => {
    const { Response } = await import("node-fetch");
    const answered = new Response(await bodyOf(await stub.fetch(address, init)));
    const { status, body } = poison(text, { status: 200, body: await answered.text() });
    return new Response(body, { status, headers: { date: new Date().toUTCString() } });
  };
}

async function bodyOf({ body }: Awaited<ReturnType<Fetch>>): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of body ?? []) chunks.push(Buffer.from(chunk).toString());
  return chunks.join("");
}
