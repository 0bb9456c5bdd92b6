import { connect } from "node:net";

/** How often the engine is looked for, in milliseconds. */
const interval = 5000;

/**
 * Ends this process once its engine is gone: an engine that is killed ends nobody, and what would be done then is recorded
 * nowhere. Only a refused connection counts, so one that is busy or stopped in a debugger is not given up.
 */
export function endWithEngine(
  address: string,
  end: () => void = () => process.exit(),
  every = interval,
): NodeJS.Timeout {
  return setInterval(() => lookFor(address, end), every).unref();
}

function lookFor(address: string, end: () => void): void {
  const { hostname, port } = new URL(`tcp://${address}`);
  const socket = connect(Number(port), hostname.replace(/^\[|\]$/g, ""), () => socket.destroy());
  socket.unref();
  socket.on("error", (error) => {
    if ("code" in error && error.code === "ECONNREFUSED") end();
  });
}
