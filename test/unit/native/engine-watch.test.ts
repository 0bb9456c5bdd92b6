import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { endWithEngine } from "../../../native/engine-watch";

describe("unit: a plugin whose engine is gone", () => {
  let engine: Server;
  let timer: NodeJS.Timeout | undefined;

  beforeEach(async () => {
    engine = createServer((socket) => socket.resume()).listen(0, "127.0.0.1");
    await once(engine, "listening");
  });

  afterEach(() => {
    clearTimeout(timer);
    engine.close();
  });

  const address = () => {
    const found = engine.address();
    return typeof found === "object" && found ? `127.0.0.1:${found.port}` : assert.fail();
  };

  it("ends, and not before", async () => {
    let isOver = false;
    const looked = once(engine, "connection");
    const ended = new Promise<void>((resolve) => {
      timer = endWithEngine(
        address(),
        () => {
          isOver = true;
          resolve();
        },
        1,
      );
    });
    timer?.ref();
    await looked;
    assert.equal(isOver, false);
    engine.close();
    await ended;
  });
});
