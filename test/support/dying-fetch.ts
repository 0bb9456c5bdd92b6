import type { Fetch } from "../../client";

/** Requests of a process that dies as it sends one of a form such as `POST …/invites`, which never arrives. */
export function dyingAt(request: RegExp): { fetch: Fetch; death: Promise<void> } {
  let die: () => void;
  let isDead = false;
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const send: Fetch = async (address, { method, headers, body }) => {
    if (request.test(`${method} ${new URL(address).pathname}`)) {
      isDead = true;
      die();
    }
    if (isDead) return new Promise(() => undefined);
    return fetch(address, { method, headers, body: body ?? null });
  };
  return { fetch: send, death };
}
