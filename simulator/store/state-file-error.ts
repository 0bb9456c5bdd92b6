/** A state file that cannot be used; the message names the file and says why. */
export class StateFileError extends Error {
  override name = "StateFileError";
}
