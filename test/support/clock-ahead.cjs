// Loaded before a provider: its clock is as many milliseconds ahead as a file says, so that hours pass in a run.
const { readFileSync } = require("node:fs");

const real = performance.now.bind(performance);
performance.now = () => real() + Number(readFileSync(process.env.TEST_CLOCK, "utf8"));
