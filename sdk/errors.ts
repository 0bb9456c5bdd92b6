import * as pulumi from "@pulumi/pulumi";
import { printableLines } from "../client/printable";

/**
 * An error of a program, shown by its message alone. It has no stack: nobody is helped by one of ours, and Pulumi
 * formats it all the same, which takes Node 20.20 seconds where the stack passes through a scoped package.
 */
export function programError(message: string): pulumi.RunError {
  return Object.assign(new pulumi.RunError(printableLines(message)), { stack: "" });
}
