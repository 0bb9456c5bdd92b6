import assert from "node:assert/strict";
import {
  ConfigurationError,
  connectionSettings,
  LosantClient,
  missingTokenMessage,
  readSetting,
  type SettingSource,
  settings,
} from "../../../client";

type Values = Record<string, string | undefined>;
const from = (environment: Values, stack: Values = {}): SettingSource => ({
  environment,
  stack: (key) => stack[key],
});
const messageOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ConfigurationError, String(error));
    return error.message;
  }
  return assert.fail("nothing was thrown");
};
const faultOf = (environment: Values, stack?: Values): string =>
  messageOf(() => connectionSettings(from(environment, stack)));

describe("client: settings", () => {
  it("have defaults where nothing is set, and no token", () => {
    assert.deepEqual(connectionSettings(from({})), {
      apiToken: undefined,
      apiUrl: "https://api.losant.com",
      domain: undefined,
      requestTimeout: 30,
      maxAttempts: 5,
    });
  });

  it("come from the environment first, each under its own name", () => {
    const environment = {
      LOSANT_API_TOKEN: "token",
      LOSANT_API_URL: "https://losant.example.com/api/",
      LOSANT_DOMAIN: "example.com",
      LOSANT_REQUEST_TIMEOUT: "60",
      LOSANT_MAX_ATTEMPTS: "2",
    };
    const stack = { apiToken: "other", apiUrl: "https://other.example.com", maxAttempts: "9" };
    assert.deepEqual(connectionSettings(from(environment, stack)), {
      apiToken: "token",
      apiUrl: "https://losant.example.com/api",
      domain: "example.com",
      requestTimeout: 60,
      maxAttempts: 2,
    });
  });

  it("come from the stack where the environment has none", () => {
    const stack = { apiToken: "token", requestTimeout: "1" };
    const read = connectionSettings(from({}, stack));
    assert.deepEqual([read.apiToken, read.requestTimeout], ["token", 1]);
  });

  it("count an empty variable as unset", () => {
    const source = from({ LOSANT_API_TOKEN: "" }, { apiToken: "token" });
    assert.deepEqual(readSetting("apiToken", source), { value: "token", origin: "losant:apiToken" });
  });

  it("are nothing where both are empty", () => {
    assert.equal(readSetting("domain", from({ LOSANT_DOMAIN: " " }, { domain: "" })), undefined);
  });

  it("say which variable they came from", () => {
    const source = from({ LOSANT_MIN_ADMINS: "2" }, { minAdmins: "3" });
    assert.deepEqual(readSetting("minAdmins", source), { value: "2", origin: "LOSANT_MIN_ADMINS" });
  });

  it("all stand in one table, under names that agree", () => {
    for (const [name, { environment, stack }] of Object.entries(settings)) {
      assert.equal(stack, `losant:${name}`);
      assert.equal(environment, `LOSANT_${name.replace(/[A-Z]/g, "_$&").toUpperCase()}`);
    }
    assert.equal(Object.keys(settings).length, 9);
  });

  it("tell how to set a token either way", () => {
    assert.match(missingTokenMessage, /LOSANT_API_TOKEN.*pulumi config set --secret losant:apiToken/);
  });
});

describe("client: settings that cannot be used", () => {
  it("name the variable or the key, the fault and what is allowed", () => {
    assert.equal(
      faultOf({ LOSANT_REQUEST_TIMEOUT: "soon" }),
      'LOSANT_REQUEST_TIMEOUT is "soon"; it must be a whole number from 1 to 3600',
    );
    assert.equal(
      faultOf({}, { maxAttempts: "0" }),
      'losant:maxAttempts is "0"; it must be a whole number from 1 to 20',
    );
  });

  for (const value of ["1.5", "-1", "21", "1e1", "0x5", "NaN"]) {
    it(`are tries like ${value}`, () => {
      assert.match(faultOf({ LOSANT_MAX_ATTEMPTS: value }), /whole number from 1 to 20/);
    });
  }

  it("are a token with a line end within, which is never shown", () => {
    const message = faultOf({ LOSANT_API_TOKEN: "one-half\nother-half" });
    assert.match(message, /LOSANT_API_TOKEN has blanks, line ends/);
    assert.doesNotMatch(message, /half/);
  });

  for (const mark of ['"', "'"]) {
    it(`are a token in ${mark}, as docker --env-file leaves it, which is never shown`, () => {
      const message = faultOf({ LOSANT_API_TOKEN: `${mark}half.of.it${mark}` });
      assert.match(
        message,
        /LOSANT_API_TOKEN is in quotes, which no API token has .*; set it to the token alone/,
      );
      assert.doesNotMatch(message, /half/);
    });
  }

  it("are a domain that is none", () => {
    assert.match(faultOf({ LOSANT_DOMAIN: "a\nb" }), /LOSANT_DOMAIN is "a\\nb"; it must be a domain/);
  });

  const wrongAddresses = {
    "api.losant.com": /must be an address such as/,
    "ftp://api.losant.com": /must begin with https/,
    "http://api.losant.com": /plain http is for this machine only/,
    "http://localhost.example.com": /plain http is for this machine only/,
    "http://127.0.0.1.example.com": /plain http is for this machine only/,
    "https://ann:pass-word@api.losant.com": /no user, password, query or fragment/,
    "https://api.losant.com?a=1": /no user, password, query or fragment/,
    "https://api.losant.com#a": /no user, password, query or fragment/,
  };
  for (const [address, fault] of Object.entries(wrongAddresses)) {
    it(`are an address like ${address}`, () => {
      const message = faultOf({ LOSANT_API_URL: address });
      assert.match(message, /^LOSANT_API_URL /);
      assert.match(message, fault);
      assert.doesNotMatch(message, /pass-word/);
    });
  }

  for (const address of [
    "http://localhost:1",
    "http://127.0.0.1:80/",
    "http://127.8.9.1",
    "http://[::1]:9",
  ]) {
    it(`are not the plain http of this machine: ${address}`, () => {
      const { apiUrl } = connectionSettings(from({ LOSANT_API_URL: address }));
      assert.equal(apiUrl, new URL(address).origin);
    });
  }

  it("are refused by the client too, by the option's name", () => {
    assert.match(
      messageOf(() => new LosantClient({ apiUrl: "http://example.com" })),
      /^apiUrl must begin with https/,
    );
    assert.match(
      messageOf(() => new LosantClient({ maxAttempts: 0 })),
      /^maxAttempts is 0; it must/,
    );
    assert.match(
      messageOf(() => new LosantClient({ requestTimeout: Number.NaN })),
      /^requestTimeout is NaN; it must/,
    );
    assert.match(
      messageOf(() => new LosantClient({ apiToken: "a b" })),
      /^apiToken has blanks/,
    );
    assert.match(
      messageOf(() => new LosantClient({ domain: "a b" })),
      /^domain is "a b"/,
    );
  });
});
