import { z } from "zod";
import { id, moment } from "./primitives";

/** Who owns an application or a dashboard; the types are those of the vendor's schema resourceTransfer. */
export const ownerType = z.enum(["user", "organization"]);

/** An application or a dashboard: as much of it as organizations, transfers and usage figures need. */
export const ownedResource = z.strictObject({
  id,
  name: z.string().min(1).max(255),
  ownerId: id,
  ownerType,
  creationDate: moment,
});

/** An application or a dashboard. */
export type OwnedResource = z.infer<typeof ownedResource>;
