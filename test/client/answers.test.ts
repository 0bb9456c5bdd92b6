import assert from "node:assert/strict";
import { failureOf, someId, useServer } from "./harness";

const organization = { id: someId, name: "Org", members: [] };
const member = { userId: someId, email: "ann@example.com", role: "view" };

describe("client: answers", () => {
  const server = useServer();
  const read = (answer: unknown) => {
    server.script({ body: JSON.stringify(answer) });
    return server.client().org.get({ orgId: someId });
  };
  const faultOf = async (answer: unknown) => {
    const error = await failureOf(read(answer));
    assert.deepEqual([error.retryable, error.outcome, server.seen.length], [false, "unknown", 1]);
    return error.message;
  };

  it("keep what the client does not know", async () => {
    const answer = await read({ ...organization, _etag: "1", members: [{ ...member, nickname: "A" }] });
    assert.deepEqual([answer._etag, answer.members[0]?.nickname], ["1", "A"]);
  });

  it("have empty lists of roles where the lists are missing or null", async () => {
    const answer = await read({ ...organization, members: [{ ...member, dashboardRoles: null }] });
    const [ann] = answer.members;
    assert.deepEqual([ann?.applicationRoles, ann?.dashboardRoles], [[], []]);
  });

  it("take null for something that is left out", async () => {
    const answer = await read({ ...organization, description: null, limits: null, mfaMode: null });
    assert.deepEqual([answer.description, answer.limits, answer.mfaMode], [undefined, undefined, undefined]);
  });

  it("are refused where something that is used is missing, naming action and path", async () => {
    const message = await faultOf({ ...organization, members: [member, { ...member, role: undefined }] });
    assert.match(
      message,
      /^Reading organization \w+ failed: the answer to GET \/orgs\/\w+ .*members\.1\.role/,
    );
  });

  it("are refused where something is of another kind, without their values", async () => {
    const message = await faultOf({ ...organization, name: { first: "some-value" }, members: "all" });
    assert.match(message, /name: .*; members: /);
    assert.doesNotMatch(message, /some-value/);
  });

  it("are refused where a list of roles is no list, rather than taken for an empty one", async () => {
    const message = await faultOf({ ...organization, members: [{ ...member, applicationRoles: {} }] });
    assert.match(message, /members\.0\.applicationRoles/);
  });

  for (const body of ["", "<html>some-value</html>", "null", '"some-value"']) {
    it(`are refused where they are ${body === "" ? "empty" : body}`, async () => {
      server.script({ body });
      const { message } = await failureOf(server.client().org.get({ orgId: someId }));
      assert.match(message, /the whole: /);
      assert.doesNotMatch(message, /some-value/);
    });
  }
});
