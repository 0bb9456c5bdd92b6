import assert from "node:assert/strict";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { decode, encode } from "../../../native/values";
import { unknownValue } from "../../../provider/vocabulary/unknown-values";

const signature = "4dabf18193072939515e22adb298388d";
const secret = (value: unknown) => ({ [signature]: "1b47061264138c4ac30d75fd1eb44270", value });
const output = (fields: object) => ({ [signature]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", ...fields });

/** Through the bytes, as the engine sends it. */
const received = (text: string) => decode(Struct.deserializeBinary(structOf(text).serializeBinary()));
const structOf = (text: string) => Struct.fromJavaScript(JSON.parse(text));
const receive = (properties: object) => received(JSON.stringify(properties));
const sent = (properties: Record<string, unknown>, secrets: string[] = []) =>
  encode(properties, secrets).toJavaScript();

describe("properties as the engine sends them", () => {
  it("are plain data of every kind", () => {
    const given = {
      text: "a",
      number: 1.5,
      no: false,
      nothing: null,
      list: [1, ["b", {}]],
      map: { a: { b: [] } },
    };
    const { properties, secrets } = receive(given);
    assert.deepEqual([properties, [...secrets]], [given, []]);
    assert.deepEqual(sent(properties), given);
  });

  it("are none where the engine sends none", () => {
    assert.deepEqual(decode(undefined), { properties: {}, secrets: new Set() });
  });

  it("come in clear, with the names of those that a secret is anywhere in", () => {
    const { properties, secrets } = receive({
      whole: secret({ a: 1 }),
      nested: { list: [{ deep: secret("b") }] },
      twice: secret([secret("c")]),
      plain: "d",
    });
    assert.deepEqual(properties, {
      whole: { a: 1 },
      nested: { list: [{ deep: "b" }] },
      twice: ["c"],
      plain: "d",
    });
    assert.deepEqual([...secrets].sort(), ["nested", "twice", "whole"]);
  });

  it("are outputs with a value, or none before up, secret or not", () => {
    const { properties, secrets } = receive({
      known: output({ value: "a", dependencies: ["urn"] }),
      hidden: output({ value: ["b"], secret: true }),
      unknown: output({ dependencies: [] }),
      hiddenUnknown: output({ secret: true }),
      open: output({ value: "c", secret: false }),
    });
    assert.deepEqual(properties, {
      known: "a",
      hidden: ["b"],
      unknown: unknownValue,
      hiddenUnknown: unknownValue,
      open: "c",
    });
    assert.deepEqual([...secrets].sort(), ["hidden", "hiddenUnknown"]);
  });

  for (const [kind, text] of Object.entries({
    text: "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    flag: "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    number: "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    list: "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    asset: "030794c1-ac77-496b-92df-f27374a8bd58",
    archive: "e48ece36-62e2-4504-bad9-02848725956a",
    object: "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
  })) {
    it(`know an unknown ${kind}, where it is nested too`, () => {
      const { properties } = receive({ one: text, deep: { list: [secret(text)] } });
      assert.deepEqual(properties, { one: unknownValue, deep: { list: [unknownValue] } });
    });
  }

  it("keep names that JavaScript knows as names", () => {
    const { properties } = receive({ members: { constructor: "admin", toString: "view" } });
    assert.deepEqual(Object.keys(Object(properties.members)).sort(), ["constructor", "toString"]);
  });

  it("change nothing else by the name __proto__, which protobuf's own maps drop", () => {
    const { properties } = received(
      `{"__proto__": {"polluted": true}, "a": {"__proto__": {"polluted": true}}}`,
    );
    assert.deepEqual(
      [Reflect.get({}, "polluted"), Reflect.get(Object(properties.a), "polluted")],
      [undefined, undefined],
    );
  });

  it("are sent with the named ones as secrets, whatever they hold", () => {
    const properties = { a: { b: 1 }, c: null, d: "e" };
    assert.deepEqual(sent(properties, ["a", "c", "absent"]), {
      a: secret({ b: 1 }),
      c: secret(null),
      d: "e",
    });
  });
});
