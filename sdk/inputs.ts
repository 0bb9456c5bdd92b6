import * as pulumi from "@pulumi/pulumi";

/** Whether the value of an input is known only later. */
export function isEventual(value: unknown): value is pulumi.Output<unknown> | Promise<unknown> {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

/** Whether a value is plain data all the way down: nothing in it can wait for a resource. */
export function isPlainData(value: unknown): boolean {
  if (typeof value === "function") return false;
  if (typeof value !== "object" || value === null) return true;
  const isContainer = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  return isContainer && Object.values(value).every(isPlainData);
}
