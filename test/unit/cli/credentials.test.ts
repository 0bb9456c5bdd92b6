import assert from "node:assert/strict";
import { credentialsToReview } from "../../../cli/status/credentials";
import type { Credential } from "../../../client";
import { idOf, memberOf } from "../samples";

describe("unit: credentials that status shows", () => {
  const application = { id: idOf(50), name: "Pumps" };
  const members = [memberOf("ann@example.com", { userId: idOf(1) })];
  const shown = (credential: Omit<Credential, "id">, kind: "API token" | "access key" = "API token") =>
    credentialsToReview([{ application, kind, credentials: [{ id: idOf(60), ...credential }] }], members);
  const later = "2027-01-01T00:00:00.000Z";

  it("are those that a user made who is no member any more, with who it was and when they expire", () => {
    assert.deepEqual(
      shown({
        name: "bridge",
        status: "active",
        creatorId: idOf(2),
        creatorType: "user",
        creatorName: "Bob Stone",
        expirationDate: later,
      }),
      [
        {
          applicationId: idOf(50),
          application: "Pumps",
          kind: "API token",
          name: "bridge",
          status: "active",
          maker: "Bob Stone",
          isMakerGone: true,
          expiresAt: later,
        },
      ],
    );
    const [key] = shown({ creatorId: idOf(2).toUpperCase(), creatorType: "user" }, "access key");
    assert.deepEqual([key?.name, key?.maker], [idOf(60), `user ${idOf(2).toUpperCase()}`]);
  });

  it("are not those of members, in either case of the id, nor of workflows, unless they never expire", () => {
    const ofAnn = { creatorId: idOf(1).toUpperCase(), creatorType: "user" };
    assert.deepEqual(shown({ ...ofAnn, expirationDate: later }), []);
    assert.deepEqual(shown(ofAnn, "access key"), []);
    assert.deepEqual(shown({ creatorId: idOf(9), creatorType: "flow", expirationDate: later }), []);
    assert.deepEqual(shown({ ...ofAnn, status: "inactive" }), []);
    assert.deepEqual(
      shown(ofAnn).map(({ isMakerGone, expiresAt }) => [isMakerGone, expiresAt]),
      [[false, null]],
    );
  });
});
