import assert from "node:assert/strict";
import { ensureLanguages, type Language, missingFor, type Need } from "../../../tools/set-up/languages";

describe("what programs of a language need", () => {
  const say = console.error;
  let got: string[];
  let said: string;

  beforeEach(() => {
    got = [];
    said = "";
    console.error = (line: string) => {
      said += `${line}\n`;
    };
  });

  afterEach(() => {
    console.error = say;
  });

  const need = (language: Language, name: string, isThere: boolean, failure?: string): Need => ({
    languages: [language],
    name,
    isThere: () => isThere,
    get: async () => {
      if (failure) throw new Error(failure);
      got.push(name);
    },
  });

  it("is got where it is missing, for the wanted languages only", async () => {
    const needs = [need("yaml", "a", true), need("yaml", "b", false), need("python", "c", false)];
    await ensureLanguages(["yaml"], needs);
    assert.deepEqual(got, ["b"]);
  });

  it("costs no word where all is there", async () => {
    await ensureLanguages(["yaml", "python"], [need("yaml", "a", true), need("python", "b", true)]);
    assert.deepEqual({ got, said }, { got: [], said: "" });
  });

  it("is no reason to stop where it cannot be had: that is told with the reason, and the next one is got", async () => {
    await ensureLanguages(
      ["yaml", "python"],
      [need("yaml", "a host", false, "no go"), need("python", "b", false)],
    );
    assert.match(said, /Tests of yaml will skip: a host could not be had\.\nno go\n/);
    assert.deepEqual(got, ["b"]);
  });

  it("is told as missing by its name", () => {
    const needs = [need("yaml", "a", true), need("yaml", "b", false), need("python", "c", false)];
    assert.deepEqual(missingFor("yaml", needs), ["b"]);
  });
});
