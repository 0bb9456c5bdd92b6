import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { endWithEngine } from "../../../native/engine-watch";

const hasIpv6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === "::1"),
);

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

  const address = (host = "127.0.0.1") => {
    const found = engine.address();
    return typeof found === "object" && found ? `${host}:${found.port}` : assert.fail();
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

  it("leaves no connection open to an engine that is there", async () => {
    const connected: Promise<[Socket]> = once(engine, "connection") as Promise<[Socket]>;
    timer = endWithEngine(address(), assert.fail, 1).ref();
    const [socket] = await connected;
    await once(socket, "close");
  });

  (hasIpv6 ? it : it.skip)("finds an engine at an address of IPv6", async () => {
    engine.close();
    engine = createServer((socket) => socket.resume()).listen(0, "::1");
    await once(engine, "listening");
    const looked = once(engine, "connection");
    timer = endWithEngine(address("[::1]"), assert.fail, 1).ref();
    await looked;
  });
});
