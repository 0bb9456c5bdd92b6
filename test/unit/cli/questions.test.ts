import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { Questions } from "../../../cli/init/ask";

describe("unit: questions on the terminal", () => {
  const asking = (typed: string) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.end(typed);
    return { questions: new Questions(input, output), shown: () => String(output.read()) };
  };
  const choices = [
    { label: "one: the first", name: "one", value: 1 },
    { label: "Two (2b)", name: "2b", value: 2 },
  ];

  it("take an empty answer as the default, and answers that are typed ahead", async () => {
    const { questions, shown } = asking("\n2\nfolder\n");
    assert.equal(await questions.choose("Which?", choices), 1);
    assert.equal(await questions.choose("Which?", choices), 2);
    assert.equal(await questions.ask("Folder", "here"), "folder");
    assert.match(shown(), /^Which\?\n {2}1 {2}one: the first\n {2}2 {2}Two \(2b\)\nNumber or name \(1\) /);
  });

  it("take the exact name of a choice as well as its number", async () => {
    const { questions } = asking("2b\n 2B \none\n");
    assert.equal(await questions.choose("Which?", choices), 2);
    assert.equal(await questions.choose("Which?", choices), 2);
    assert.equal(await questions.choose("Which?", choices), 1);
  });

  it("are asked again until the answer is one of the choices", async () => {
    const { questions, shown } = asking("9\nno\n2\n");
    assert.equal(await questions.choose("Which?", choices), 2);
    assert.equal(shown().match(/Choose a number from 1 to 2, or type its name\./g)?.length, 2);
  });

  it("end with the input", async () => {
    const { questions } = asking("");
    await assert.rejects(questions.ask("Folder", "here"), /not answered: nothing is written/);
  });
});
