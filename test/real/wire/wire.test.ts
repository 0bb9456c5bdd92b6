import assert from "node:assert/strict";
import { askInProcess, token } from "./client-process";
import { ConnectProxy, certificatePath, SecureServer } from "./servers";

const trusted = { NODE_EXTRA_CA_CERTS: certificatePath };
const proxiedUrl = "https://losant.example";

describe("wire, in processes of their own, as Node reads it at its start: certificates", () => {
  const server = new SecureServer();
  before(() => server.start());
  beforeEach(() => {
    server.seen.length = 0;
  });
  after(() => server.close());

  it("that nobody vouches for are refused before anything is sent", async () => {
    const { problem } = await askInProcess(`https://127.0.0.1:${server.port}`);
    assert.match(problem ?? "", /got no response \(self-signed certificate\)/);
    assert.deepEqual(server.seen, []);
  });

  it("of NODE_EXTRA_CA_CERTS are accepted", async () => {
    const { email, problem } = await askInProcess(`https://127.0.0.1:${server.port}`, trusted);
    assert.equal(email, "ann@example.com", problem);
    assert.deepEqual(server.seen, ["GET /me"]);
  });
});

describe("wire, in processes of their own, which have the environment of a user: proxies", () => {
  const server = new SecureServer();
  const proxy = new ConnectProxy(() => server.port);
  const proxyUrl = (account = "") => `http://${account}127.0.0.1:${proxy.port}`;

  before(async () => {
    await server.start();
    await proxy.start();
  });
  beforeEach(() => {
    server.seen.length = 0;
    proxy.reset();
  });
  after(() => {
    proxy.close();
    server.close();
  });

  for (const name of ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"]) {
    it(`${name}: carries what it cannot read`, async () => {
      const { email, problem } = await askInProcess(proxiedUrl, { ...trusted, [name]: proxyUrl() });
      assert.equal(email, "ann@example.com", problem);
      assert.deepEqual([proxy.hosts, server.seen], [["losant.example:443"], ["GET /me"]]);
      assert.ok(!proxy.passed.includes(token));
    });
  }

  it("do not excuse a certificate that nobody vouches for", async () => {
    const { problem } = await askInProcess(proxiedUrl, { HTTPS_PROXY: proxyUrl() });
    assert.match(problem ?? "", /self-signed certificate.*proxy of HTTPS_PROXY/);
    assert.deepEqual(server.seen, []);
  });

  it("do not excuse a certificate of another name", async () => {
    const { problem } = await askInProcess("https://other.example", { ...trusted, HTTPS_PROXY: proxyUrl() });
    assert.match(problem ?? "", /does not match certificate's altnames/);
    assert.deepEqual(server.seen, []);
  });

  it("are given user and password", async () => {
    proxy.account = "ann:p@ss";
    const env = { ...trusted, HTTPS_PROXY: proxyUrl("ann:p%40ss@") };
    assert.equal((await askInProcess(proxiedUrl, env)).email, "ann@example.com");
  });

  it("that refuse are named, and no password is shown", async () => {
    proxy.account = "ann:right";
    const env = { ...trusted, HTTPS_PROXY: proxyUrl("ann:wrong-word@") };
    const { problem = "" } = await askInProcess(proxiedUrl, env);
    assert.match(problem, /answered 407 .*put user and password into HTTPS_PROXY/);
    assert.doesNotMatch(problem, /wrong-word/);
    assert.ok(!proxy.passed.includes(token));
  });

  it("that cannot be reached are named", async () => {
    const { problem } = await askInProcess(proxiedUrl, { HTTPS_PROXY: "http://127.0.0.1:1" });
    assert.match(problem ?? "", /ECONNREFUSED.*Requests go through the proxy of HTTPS_PROXY/);
  });

  for (const address of ["socks5://ann:word@127.0.0.1:1", "http://ann:word@"]) {
    it(`of no use are refused without showing the password: ${address}`, async () => {
      const { problem = "" } = await askInProcess(proxiedUrl, { HTTPS_PROXY: address });
      assert.match(problem, /HTTPS_PROXY \(or ALL_PROXY\) must be the address of an HTTP proxy/);
      assert.doesNotMatch(problem, /word/);
    });
  }

  it("are passed by for the hosts of NO_PROXY", async () => {
    const address = `https://0.0.0.0:${server.port}`;
    const env = { ...trusted, HTTPS_PROXY: proxyUrl() };
    assert.equal((await askInProcess(address, env)).email, "ann@example.com");
    assert.equal(proxy.hosts.length, 1);
    const { email } = await askInProcess(address, { ...env, NO_PROXY: "example.com,0.0.0.0" });
    assert.deepEqual([email, proxy.hosts.length], ["ann@example.com", 1]);
  });

  for (const address of [
    () => `https://localhost:${server.port}`,
    () => `https://127.0.0.1:${server.port}`,
  ]) {
    it(`are passed by for this machine: ${address().replace(/:\d+$/, "")}`, async () => {
      const all = { HTTP_PROXY: proxyUrl(), HTTPS_PROXY: proxyUrl(), ALL_PROXY: proxyUrl() };
      assert.equal((await askInProcess(address(), { ...trusted, ...all })).email, "ann@example.com");
      assert.deepEqual(proxy.hosts, []);
    });
  }

  it("are passed by for plain http, which is for this machine only", async () => {
    const all = { HTTP_PROXY: proxyUrl(), HTTPS_PROXY: proxyUrl(), ALL_PROXY: proxyUrl() };
    const { problem } = await askInProcess("http://127.0.0.1:1", all);
    assert.match(problem ?? "", /ECONNREFUSED/);
    assert.deepEqual(proxy.hosts, []);
  });
});
