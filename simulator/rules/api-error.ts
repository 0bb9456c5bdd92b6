/** Statuses that a refusal may have. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 410;

const types: Record<number, string> = {
  // Seen from the vendor: Validation and NotFound. The other names are assumed.
  400: "Validation",
  401: "Unauthorized",
  403: "Forbidden",
  404: "NotFound",
  410: "Gone",
  429: "RateLimit",
};

/** The `type` of an error body of a status. */
export const errorType = (status: number): string =>
  types[status] ?? (status >= 500 ? "InternalServer" : "Error");

/** A refusal, in the vendor's shape: `{type, message}` (vendor's schema error). */
export class ApiError extends Error {
  override name = "ApiError";
  readonly status: RefusalStatus;

  constructor(status: RefusalStatus, message: string) {
    super(message);
    this.status = status;
  }

  /** The body of the answer. */
  get body(): { type: string; message: string } {
    return { type: errorType(this.status), message: this.message };
  }
}

/** 400: what was sent cannot be. */
export const validation = (message: string): ApiError => new ApiError(400, message);

/** 404: there is no such thing, or none that the caller may see. */
export const notFound = (message: string): ApiError => new ApiError(404, message);

/** 403: the caller may not do this. */
export const forbidden = (message: string): ApiError => new ApiError(403, message);
