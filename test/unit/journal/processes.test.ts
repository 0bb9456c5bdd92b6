import assert from "node:assert/strict";
import { engineAddress } from "../../../provider/journal/processes";

describe("unit: the engine's address", () => {
  for (const address of ["127.0.0.1:34567", "localhost:1", "[::1]:34567"]) {
    it(`is ${address}, which a plugin is given as its argument`, () => {
      assert.equal(engineAddress([address]), address);
    });
  }

  it("comes after the address for traces", () => {
    assert.equal(engineAddress(["--tracing", "127.0.0.1:1", "127.0.0.1:2"]), "127.0.0.1:2");
  });

  for (const commandLine of [[], ["none"], ["test/a.test.ts"], ["127.0.0.1:1", "--watch"]]) {
    it(`is not there in "${commandLine.join(" ")}"`, () => {
      assert.equal(engineAddress(commandLine), undefined);
    });
  }
});
