import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { LosantClient } from "../../../client";
import { temporaryFolder } from "../../support/project-folder";
import { tracesOf } from "../../support/traces";
import { startCommand } from "../cli/run-command";
import { cardToken } from "./secret-stack";

const Started = z.object({ url: z.string(), token: z.string(), orgId: z.string() });

describe("secrets: the simulator's command", () => {
  it("prints and keeps no card token, and its own token once", async () => {
    const statePath = join(temporaryFolder("simulator"), "state.json");
    const command = startCommand("simulate", "--state", statePath);
    const { url, token, orgId } = Started.parse(JSON.parse(await command.firstLine));
    const client = new LosantClient({ apiUrl: url, apiToken: token });
    await client.org.patch({ orgId, organization: { description: "changed", cardToken } });
    command.process.kill("SIGTERM");
    const { stdout, stderr } = await command.finished;
    assert.equal(stdout.trim().split("\n").length, 1, stdout);
    assert.equal(stderr, "");
    assert.match(readFileSync(statePath, "utf8"), /"changed"/);
    assert.deepEqual(tracesOf(cardToken, stdout + readFileSync(statePath, "utf8")), []);
  });
});
