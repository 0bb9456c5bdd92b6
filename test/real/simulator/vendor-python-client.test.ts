import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { useSimulator } from "../../scenarios/simulator/harness";
import { schemaFaults, vendorActions, vendorApiIsHere } from "../../scenarios/simulator/vendor-api";

const run = promisify(execFile);

const clientVersion = "2.3.0";
const environment = join(__dirname, `../../../.cache/vendor-python-client-${clientVersion}`);
const python = join(environment, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
const setUpTimeout = 180_000;

const hasClient = async () =>
  existsSync(python) &&
  (await run(python, ["-c", "import losant_rest"]).then(
    () => true,
    () => false,
  ));

// Undefined when the client is ready, else why it is not.
const setUp = async (): Promise<string | undefined> => {
  if (await hasClient()) return undefined;
  try {
    await run(process.platform === "win32" ? "python" : "python3", ["-m", "venv", environment]);
  } catch {
    return "there is no Python 3 with venv";
  }
  try {
    const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1"];
    await run(python, [...install, `losant-rest==${clientVersion}`], { timeout: setUpTimeout });
    return undefined;
  } catch {
    return "the vendor's Python client cannot be installed";
  }
};

const withoutLinks = (answer: unknown): unknown => {
  const object = z.record(z.string(), z.unknown()).safeParse(answer);
  if (!object.success) return answer;
  const { _type, _links, ...rest } = object.data;
  return rest;
};

describe("the vendor's Python client, a process of another language", () => {
  const simulator = useSimulator({ now: () => Date.UTC(2026, 5, 15, 12) });
  let missing: string | undefined;
  let answers: Record<string, unknown> = {};

  before(async function () {
    this.timeout(setUpTimeout + 60_000);
    missing = await setUp();
    if (missing) console.log(`    skipped: ${missing}`);
  });

  beforeEach(async function () {
    if (missing) return this.skip();
    const { url, token, orgId } = simulator().simulator;
    const { applications } = await simulator().state();
    await simulator().control("DELETE", "/requests");
    const script = join(__dirname, "vendor-client.py");
    const { stdout } = await run(python, [script, url, token, orgId, applications[0]?.id ?? ""]);
    answers = z.record(z.string(), z.unknown()).parse(JSON.parse(stdout));
  });

  it("reaches all 13 organization actions and what the product needs besides, answered by the vendor's schemas", async () => {
    const { refusal, ...answered } = answers;
    assert.deepEqual(refusal, [404, "NotFound"]);
    assert.equal(Object.keys(answered).filter((action) => action.startsWith("org.")).length, 13);
    const { body } = await simulator().control("GET", "/requests");
    const { byAction } = z.object({ byAction: z.record(z.string(), z.number()) }).parse(body);
    assert.deepEqual(Object.keys(byAction).sort(), Object.keys(answered).sort());
    if (!vendorApiIsHere) return;
    for (const [action, answer] of Object.entries(answered)) {
      const responses = vendorActions.find((each) => each.name === action)?.responses ?? {};
      const schema = responses["200"] ?? responses["201"] ?? "";
      assert.deepEqual(schemaFaults(schema, withoutLinks(answer)), [], action);
    }
  });
});
