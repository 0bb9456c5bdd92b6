import assert from "node:assert/strict";
import fc from "fast-check";
import { outputsOf, splitUnknown, statedIn, withoutInternals } from "../../../provider/calls/properties";

/** As the engine puts it at preview. */
const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const known = fc.jsonValue();
/** A value with something unknown inside, at any depth. */
const unknown = fc.letrec<{ unknown: unknown }>((tie) => ({
  unknown: fc.oneof(
    { maxDepth: 4 },
    fc.constant(unknownValue),
    fc
      .tuple(fc.array(known), tie("unknown"), fc.array(known))
      .map(([before, one, after]) => [...before, one, ...after]),
    fc.tuple(fc.dictionary(fc.string(), known), tie("unknown")).map(([others, one]) => ({ ...others, one })),
  ),
})).unknown;
const name = fc.string().filter((text) => text !== "__proto__");

describe("unit: properties of the engine", () => {
  it("are parted into known ones and those with anything unknown inside", () => {
    fc.assert(
      fc.property(fc.dictionary(name, known), fc.dictionary(name, unknown), (ones, others) => {
        const whole = { ...ones, ...others };
        const split = splitUnknown(whole);
        assert.deepEqual({ ...split.known, ...split.unknown }, whole);
        assert.deepEqual(Object.keys(split.unknown).sort(), Object.keys(others).sort());
      }),
    );
  });

  it("record which arguments were stated, without showing it to a resource", () => {
    fc.assert(
      fc.property(fc.dictionary(name, known), fc.array(name), (state, stated) => {
        const outputs = { ...outputsOf(state, stated, []), __provider: "code" };
        assert.deepEqual(statedIn(outputs), [...stated].sort());
        assert.deepEqual(withoutInternals(outputs), withoutInternals(JSON.parse(JSON.stringify(state))));
      }),
    );
  });

  it("are plain JSON, with null for what is absent", () => {
    assert.deepEqual(outputsOf({ date: new Date(0), none: undefined }, [], ["none", "__hidden"]), {
      none: null,
      date: "1970-01-01T00:00:00.000Z",
      __stated: [],
    });
  });
});
