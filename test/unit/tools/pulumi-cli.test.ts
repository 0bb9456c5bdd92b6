import assert from "node:assert/strict";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { requireCliOnPath } from "../../../tools/set-up/cli-on-path";
import { hasOwnCli, keepOwnCli, sdkVersion } from "../../../tools/set-up/own-cli";
import { firstThatWorks } from "../../../tools/set-up/pulumi-cli";
import { temporaryFolder } from "../../support/project-folder";

const works = async () => {};
const fails = (reason: string) => async () => {
  throw new Error(reason);
};

describe("the way to a Pulumi CLI", () => {
  it("ends at the first that works", async () => {
    await firstThatWorks([
      { name: "works", get: works },
      { name: "is not tried", get: () => assert.fail() },
    ]);
  });

  it("says what was tried and what to install where none works", async () => {
    const candidates = [
      { name: "on the PATH", get: fails("not there: pulumi") },
      { name: "a build with go", get: fails("no go") },
    ];
    await assert.rejects(firstThatWorks(candidates), (error: Error) => {
      assert.match(error.message, /- on the PATH: not there: pulumi\n- a build with go: no go\n/);
      assert.match(error.message, /Install Pulumi .* or Go 1\.25 or later/);
      return true;
    });
  });
});

describe("the project's own Pulumi CLI", () => {
  it("is there once it is whole", async () => {
    const own = join(temporaryFolder("own"), "cli");
    assert.equal(hasOwnCli(own), false);
    await keepOwnCli(async (folder) => writeFileSync(join(folder, "pulumi"), ""), own);
    assert.equal(hasOwnCli(own), true);
    assert.ok(existsSync(join(own, "pulumi")));
  });

  it("does not count when half built, and nothing of it stays", async () => {
    const own = join(temporaryFolder("own"), "cli");
    let half = "";
    const fill = async (folder: string) => {
      half = folder;
      writeFileSync(join(folder, "pulumi"), "");
      throw new Error("no disk left");
    };
    await assert.rejects(keepOwnCli(fill, own), /no disk left/);
    assert.equal(hasOwnCli(own), false);
    assert.equal(existsSync(half), false);
  });

  it("is there, whole, where several get it at once in place of an outdated one", async () => {
    const own = join(temporaryFolder("own"), "cli");
    mkdirSync(own);
    writeFileSync(join(own, "for-sdk-version"), "3.1.0");
    const fill = async (folder: string) => writeFileSync(join(folder, "pulumi"), "");
    await Promise.all(Array.from({ length: 10 }, () => keepOwnCli(fill, own)));
    assert.equal(hasOwnCli(own), true);
    assert.ok(existsSync(join(own, "pulumi")));
  });

  it("does not count when it is another SDK's", async () => {
    const own = temporaryFolder("own");
    writeFileSync(join(own, "for-sdk-version"), "3.1.0");
    assert.equal(hasOwnCli(own), false);
  });
});

// The stand-ins are shell scripts.
const describeOnPosix = process.platform === "win32" ? describe.skip : describe;

describeOnPosix("the Pulumi CLI on the PATH", () => {
  let folder: string;

  const put = (name: string, prints = "") =>
    writeFileSync(join(folder, name), `#!/bin/sh\necho ${prints}\n`, { mode: 0o755 });

  const putAll = (version: string) => {
    put("pulumi", version);
    put("pulumi-language-nodejs");
    put("pulumi-resource-pulumi-nodejs");
  };

  beforeEach(() => {
    folder = temporaryFolder("path");
  });

  it("is refused when it is not there", async () => {
    await assert.rejects(requireCliOnPath({ PATH: folder }), /not there: pulumi, pulumi-language-nodejs/);
  });

  it("is refused without its language host", async () => {
    put("pulumi", `v${sdkVersion}`);
    await assert.rejects(requireCliOnPath({ PATH: folder }), /not there: pulumi-language-nodejs/);
  });

  for (const version of ["v3.245.9", "v2.300.0", "v4.0.0", "a development build"])
    it(`is refused when it is ${version}`, async () => {
      putAll(version);
      await assert.rejects(
        requireCliOnPath({ PATH: folder }),
        new RegExp(`it is ${version}, and .* is needed`),
      );
    });

  for (const version of [`v${sdkVersion}`, "v3.999.0", `v${sdkVersion}-alpha.1`])
    it(`is taken when it is ${version}`, async () => {
      putAll(version);
      await requireCliOnPath({ PATH: folder });
    });
});
