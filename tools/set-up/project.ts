import { join } from "node:path";

/** The root of this checkout. */
export const projectFolder = join(__dirname, "../..");

/** Where work in progress lies that nobody keeps. */
export const cacheFolder = join(projectFolder, ".cache");
