import assert from "node:assert/strict";
import { temporaryProject } from "../../support/project-folder";
import { ProviderProcess } from "../../support/provider-process";
import { ConnectProxy, certificatePath, SecureServer } from "./servers";

describe("wire: the provider's own process, because only that has its environment", () => {
  const server = new SecureServer();
  const proxy = new ConnectProxy(() => server.port);

  before(async () => {
    await server.start();
    await proxy.start();
  });
  after(() => {
    proxy.close();
    server.close();
  });

  it("goes through the proxy of the environment", async () => {
    const env = {
      LOSANT_API_URL: "https://losant.example",
      LOSANT_API_TOKEN: "token",
      LOSANT_MAX_ATTEMPTS: "1",
      NODE_EXTRA_CA_CERTS: certificatePath,
      HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
    };
    const orgId = "575ed6e87ae143cd83dc4aa8";
    await ProviderProcess.during({ folder: temporaryProject(), env }, (provider) =>
      provider.check("orgMember", {}, { orgId, email: "ann@example.com", role: "view" }),
    );
    assert.equal(proxy.hosts[0], "losant.example:443");
    assert.ok(server.seen.includes(`GET /orgs/${orgId}`), server.seen.join());
  });
});
