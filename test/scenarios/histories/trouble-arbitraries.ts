import fc from "fast-check";
import { who } from "./act-arbitraries";
import type { Trouble } from "./actions";

/** The first two requests read the organization and its invites. */
const at = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 2 }) },
  { weight: 5, arbitrary: fc.integer({ min: 3, max: 6 }) },
  { weight: 1, arbitrary: fc.integer({ min: 6, max: 14 }) },
);
const times = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 4 }));
const fields = fc.constantFrom(
  ["disallowTransfer"],
  ["applicationRoles", "dashboardRoles"],
  ["inviteDate"],
  ["hasExpired"],
  ["limits"],
);

export const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      at,
      times,
      kind: fc.constantFrom(
        "refused" as const,
        "limited" as const,
        "down" as const,
        "broken" as const,
        "reset" as const,
        "lost" as const,
        "html 404" as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ at, times, kind: fc.constant("missing" as const), fields }) },
  {
    weight: 2,
    arbitrary: fc.record({ at, kind: fc.constantFrom("crash before" as const, "crash after" as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ at, kind: fc.constantFrom("accept" as const, "decline" as const), who }),
  },
);
