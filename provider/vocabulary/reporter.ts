/**
 * Says something to the user about one resource. What becomes of it is the face's business: printed, or logged
 * under the resource.
 */
export interface Reporter {
  /**
   * `atUp`: what a comparison still has to say where its changes are carried out, beside what that tells as done. A
   * face that cannot tell the two apart tells the whole text both times.
   */
  info(text: string, atUp?: string): void;
  /** `isOfRun`: many resources say it of the run, which is told it once. */
  warn(text: string, isOfRun?: boolean): void;
  /** How far a long call is; the next such line takes its place. */
  progress(text: string): void;
  /** What many resources say alike, told once. A comparison's is told in a preview only. */
  once(text: string): void;
}

/** Says nothing: for comparing in the refresh, whose differences the step after it tells. */
export const silent: Reporter = {
  info: () => undefined,
  warn: () => undefined,
  progress: () => undefined,
  once: () => undefined,
};
