import * as pulumi from "@pulumi/pulumi";

/** Whether a unit test has put its mocks in the place of the engine (`pulumi.runtime.setMocks`). */
export function isMocked(): boolean {
  const monitor: unknown = pulumi.runtime.getMonitor();
  return typeof monitor === "object" && monitor !== null && "mocks" in monitor;
}
