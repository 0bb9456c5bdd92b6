import type { Fetch } from "../../client";

/** Requests of which those of a form such as `DELETE …/members/…` wait, so that other calls are made meanwhile. */
export function heldFetch(request: RegExp): { fetch: Fetch; isHeld: Promise<void>; release: () => void } {
  let hold: () => void;
  let release: () => void = () => undefined;
  const isHeld = new Promise<void>((resolve) => {
    hold = resolve;
  });
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  const send: Fetch = async (address, { method, headers, body }) => {
    if (request.test(`${method} ${new URL(address).pathname}`)) {
      hold();
      await isReleased;
    }
    return fetch(address, { method, headers, body: body ?? null });
  };
  return { fetch: send, isHeld, release: () => release() };
}
