import { join } from "node:path";

/** The root of this checkout. */
export const projectFolder = join(__dirname, "../..");
