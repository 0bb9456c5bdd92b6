/** The form of a Losant id: 24 hex digits in either case (the vendor's schemas). */
export const losantId = /^[A-Fa-f\d]{24}$/;

/** What to say of another text. */
export const notAnId = "must be 24 hex digits";
