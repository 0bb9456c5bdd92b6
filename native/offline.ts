const variable = "LOSANT_OFFLINE";

/** Says how to preview without a token, where the engine reads resources by itself. */
export const offlineAdvice = `To preview without a token and without comparing anything, set ${variable}=true.`;

/** Whether the user wants that: a token that was lost must not make a check for drift green. */
export function isOffline(environment: Record<string, string | undefined>): boolean {
  return ["true", "1"].includes(environment[variable]?.trim().toLowerCase() ?? "");
}
