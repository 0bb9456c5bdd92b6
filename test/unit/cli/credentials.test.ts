import assert from "node:assert/strict";
import type { CredentialListing } from "../../../cli/live/credentials";
import { credentialsIn } from "../../../cli/report/credentials";
import { credentialsToReview } from "../../../cli/status/credentials";
import type { Credential } from "../../../client";
import { idOf, memberOf } from "../samples";

describe("unit: credentials that status shows", () => {
  const application = { id: idOf(50), name: "Pumps" };
  const members = [memberOf("ann@example.com", { userId: idOf(1) })];
  const shown = (credential: Omit<Credential, "id">, kind: "API token" | "access key" = "API token") =>
    credentialsToReview(
      [{ application, kind, answer: { credentials: [{ id: idOf(60), ...credential }] } }],
      members,
    );
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

describe("unit: credentials that a report shows", () => {
  const pumps = { id: idOf(50), name: "Pumps" };
  const members = [
    memberOf("zoe@example.com", { userId: idOf(1) }),
    memberOf("ann@example.com", { userId: idOf(2) }),
  ];
  const listing = (
    kind: CredentialListing["kind"],
    credentials: Omit<Credential, "id">[],
  ): CredentialListing => ({
    application: pumps,
    kind,
    answer: { credentials: credentials.map((one, at) => ({ id: idOf(60 + at), ...one })) },
  });
  const by = (number: number, name: string) => ({ name, creatorId: idOf(number), creatorType: "user" });

  it("are all of them: first of people who left, then by member, then of what is no user", () => {
    const listings = [
      listing("API token", [
        { name: "flow", creatorId: idOf(9), creatorType: "flow" },
        by(1, "of zoe"),
        { ...by(3, "of who left"), creatorName: "Bob" },
        by(2, "of ann"),
      ]),
      listing("access key", [by(1, "key of zoe"), by(3, "key of who left")]),
    ];
    const { credentials, listings: read, unread } = credentialsIn(listings, members, true);
    assert.deepEqual(
      credentials.map(({ name, maker, isMakerGone }) => [name, maker, isMakerGone]),
      [
        ["of who left", "Bob", true],
        ["key of who left", "Bob", true],
        ["of ann", `user ${idOf(2)}`, false],
        ["of zoe", `user ${idOf(1)}`, false],
        ["key of zoe", `user ${idOf(1)}`, false],
        ["flow", `flow ${idOf(9)}`, false],
      ],
    );
    assert.deepEqual(read, [
      { what: "API tokens", items: 4, isComplete: true },
      { what: "access keys", items: 2, isComplete: true },
    ]);
    assert.deepEqual(unread, []);
  });

  it("are not complete where a list of one application was refused, or the applications were", () => {
    const refused: CredentialListing = {
      application: { id: idOf(51), name: "Valves" },
      kind: "access key",
      answer: { error: new Error("403, not you") },
    };
    const { listings, unread } = credentialsIn(
      [listing("access key", [by(1, "key")]), refused],
      members,
      true,
    );
    assert.deepEqual(listings, [
      { what: "API tokens", items: 0, isComplete: true },
      { what: "access keys", items: 1, isComplete: false },
    ]);
    assert.deepEqual(unread, [{ what: "access keys", problem: "of 1 of 2 applications: 403, not you" }]);
    assert.deepEqual(
      credentialsIn([], members, false).unread.map(({ what }) => what),
      ["API tokens", "access keys"],
    );
  });
});
