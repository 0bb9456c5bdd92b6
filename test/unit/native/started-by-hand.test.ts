import assert from "node:assert/strict";
import { ConfigureRequest, ProviderHandshakeRequest } from "@pulumi/pulumi/proto/provider_pb";
import { EngineLog } from "../../../native/engine-log";
import { ProviderService } from "../../../native/provider-service";
import { hostProcess } from "../../support/host-process";

const info = { version: "1.0.0", schema: () => "{}" };

describe("unit: a plugin that was started by hand", () => {
  const started = async (...addresses: string[]) => {
    const service = new ProviderService(info, new EngineLog(), hostProcess(), undefined);
    const runs = [];
    for (const address of addresses) {
      await service.handshake(new ProviderHandshakeRequest().setEngineAddress(address));
      await service.configure(new ConfigureRequest());
      runs.push(service.source.run());
    }
    return runs;
  };

  it("forgets what it was told when another engine comes, so that nobody is spared for an earlier program", async () => {
    const [first, second] = await started("127.0.0.1:1", "127.0.0.1:2");
    assert.notEqual(first, second);
  });

  it("is one run for all providers of one engine", async () => {
    const [first, second] = await started("127.0.0.1:1", "127.0.0.1:1");
    assert.equal(first, second);
  });
});
