/** What a command was asked to look for is there: it ends with 1, though nothing went wrong. */
export class Found extends Error {
  override readonly name = "Found";
}
