import { runMocked } from "../../support/mocked-program";

/** Runs programs in an environment, which is asked for at each run. */
export function runInEnvironment(env: () => Record<string, string>): typeof runMocked {
  return async (...program) => {
    const outside = process.env;
    process.env = { ...outside, ...env() };
    try {
      return await runMocked(...program);
    } finally {
      process.env = outside;
    }
  };
}
