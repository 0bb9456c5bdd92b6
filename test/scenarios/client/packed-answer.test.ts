import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { LosantClient } from "../../../client";
import { failureOf } from "./harness";

describe("an answer that grows when it is unpacked", () => {
  it("is read as far as answers may be large", async () => {
    const packed = gzipSync(Buffer.alloc(200 * 2 ** 20, " "));
    const server = createServer((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(packed);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const client = new LosantClient({
      apiUrl: `http://127.0.0.1:${port}`,
      apiToken: "token",
      maxAttempts: 1,
    });
    const { message } = await failureOf(client.me.get());
    server.closeAllConnections();
    server.close();
    assert.match(message, /larger than 32 MB/);
  });
});
