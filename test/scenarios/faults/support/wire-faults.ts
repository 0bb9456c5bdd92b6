import type { Fault } from "./faults";
import type { Delivery } from "./in-process-losant";

const delivered = (delivery: Delivery, isRetryable = true): Fault => ({
  name: delivery,
  isRetryable,
  serve: async (work) => ({ ...(await work()), delivery }),
});

const unanswered = (delivery: "silent" | "reset"): Fault => ({
  name: `${delivery}-before`,
  isRetryable: true,
  serve: async () => ({ status: 200, headers: {}, body: "", delivery }),
});

/** Faults that only a real socket has; those without `-before` come after the work. */
export const wireFaults: readonly Fault[] = [
  delivered("huge", false),
  delivered("drip", false),
  delivered("stalled"),
  delivered("silent"),
  delivered("broken"),
  delivered("reset"),
  unanswered("silent"),
  unanswered("reset"),
];

/** A redirect to another server, which must not get the token. */
export const redirectTo = (url: string): Fault => ({
  name: "redirect",
  isRetryable: false,
  serve: async () => ({ status: 307, headers: { location: url }, body: "" }),
});
