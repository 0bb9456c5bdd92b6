import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

const passedHeaders = ["authorization", "accept", "content-type", "losantdomain"];
const ownHeaders = ["content-length", "content-encoding", "connection", "keep-alive", "transfer-encoding"];

/** Asks another server the same, and gives its answer without what belongs to the connection. */
export async function passOn(request: IncomingMessage, target: string) {
  const { method = "GET", url = "/" } = request;
  const headers = passedHeaders.flatMap((name): [string, string][] =>
    request.headers[name] === undefined ? [] : [[name, String(request.headers[name])]],
  );
  const body = await text(request);
  const answer = await fetch(target + url, { method, headers, ...(body !== "" && { body }) });
  const kept = new Headers(answer.headers);
  for (const name of ownHeaders) kept.delete(name);
  return { status: answer.status, headers: kept, body: await answer.text() };
}
