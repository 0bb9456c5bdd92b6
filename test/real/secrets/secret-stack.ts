import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AnswerProxy, refusal } from "../../support/answer-proxy";
import { CliSetting } from "../../support/cli-setting";
import type { Face } from "../../support/faces";

/** What nobody may read anywhere. They have what base64 and URLs write in another way. */
export const token = "api+token/that=nobody?may&see-0123456789";
export const rotatedToken = "rotated+token/that=nobody?may&see-0123456789";
export const cardToken = "card+token/that=nobody?may&see-0123456789";
/** What a program marks as secret. */
export const description = "a description+that/nobody may see";
export const resend = "a text+of/resend that nobody may see";
export const rosterPerson = "roster.person@example.com";
export const rosterAdmin = "owner@example.com";
/** In a roster whose members are no secret. */
export const plainPerson = "plain.person@example.com";
/** Marked as secret too, but part of their resources' ids. */
export const guest = "quiet.guest@example.com";
export const colleague = "quiet.colleague@example.com";

const program = `
  const { secret } = require("@pulumi/pulumi");
  const members = secret({ "${rosterPerson}": "edit", "${rosterAdmin}": "admin" });
  const organization = new losant.Organization("organization",
    { orgId, description: secret("${description}"), cardToken: "${cardToken}" });
  const roster = new losant.OrgRoster("roster", { orgId, unmanaged: "ignore", members });
  const second = new losant.Organization("second", { name: "Second" });
  new losant.OrgRoster("plain",
    { orgId: second.orgId, unmanaged: "ignore", members: { "${plainPerson}": "view" } });
  const guest = new losant.OrgInvite("guest",
    { orgId, email: secret("${guest}"), role: "view", resend: secret("${resend}") });
  const colleague = new losant.OrgMembership("colleague",
    { orgId, email: secret("${colleague}"), role: secret("view") });
  exports.all = { card: organization.cardToken, description: organization.description, members: roster.members,
    awaiting: roster.awaiting, email: guest.email, resend: guest.resend, other: colleague.email };`;

const changedCardToken = `${cardToken}-2`;
const verbose = ["-v=9", "--logtostderr"];

/** What could be read of the secrets' stack, by what was read. */
export class SecretStack {
  /** What a run of the CLI printed, or a file holds. */
  readonly texts: Record<string, string> = {};

  private constructor(
    private readonly setting: CliSetting,
    private readonly proxy: AnswerProxy,
  ) {}

  /** Brings a stack with a secret in every place up and down again, through a refusal and a crash. */
  static async record(face: Face): Promise<SecretStack> {
    const setting = await CliSetting.start(face);
    const stack = new SecretStack(setting, await AnswerProxy.start(setting.simulator.url));
    try {
      await stack.prepare();
      await stack.bringUp();
      await stack.bringDown();
    } finally {
      await stack.proxy.close();
      await setting.close();
    }
    return stack;
  }

  private async prepare(): Promise<void> {
    await this.setting.reset();
    await this.accept(token);
    const { env } = this.setting.workspace;
    Object.assign(env, { LOSANT_API_URL: this.proxy.url, LOSANT_MAX_ATTEMPTS: "1" });
    delete env.LOSANT_API_TOKEN;
  }

  private accept(accepted: string): Promise<void> {
    return this.setting.simulator.putState((state) => {
      state.token = accepted;
    });
  }

  private async bringUp(): Promise<void> {
    await this.setting.workspace.config("losant:apiToken", token, { secret: true });
    this.setting.program(program);
    await this.note("preview --json", "preview", "--json");
    await this.note("up -v=9", "up", "--yes", "--skip-preview", ...verbose);
    await this.note("stack export", "stack", "export");
    this.texts["state files"] = this.files(join(this.setting.workspace.folder, ".pulumi"));
  }

  /** The token is rotated by the environment, of which Pulumi does not know that it is secret. */
  private async bringDown(): Promise<void> {
    await this.accept(rotatedToken);
    this.setting.workspace.env.LOSANT_API_TOKEN = rotatedToken;
    this.setting.program(program.replace(cardToken, changedCardToken));
    this.proxy.add({ request: /^PATCH \/orgs\/\w+$/, answer: refusal(400, "Error", echo()) });
    await this.note("refused up -v=9", "up", "--yes", "--skip-preview", ...verbose);
    this.proxy.reset();
    await this.note("preview --diff", "preview", "--diff");
    await this.crash();
    await this.note("destroy -v=9", "destroy", "--yes", "--skip-preview", ...verbose);
  }

  /** Nobody catches what is thrown in the middle of an exchange. */
  private async crash(): Promise<void> {
    const { env, folder } = this.setting.workspace;
    this.setting.workspace.write(
      "crash.js",
      `const http = require("node:http");
       const { emit } = http.ClientRequest.prototype;
       http.ClientRequest.prototype.emit = function (name, ...rest) {
         if (name === "response" && this.getHeader("authorization")) {
           throw new Error("crashed in the middle of a request");
         }
         return emit.call(this, name, ...rest);
       };`,
    );
    // Pulumi's provider process outlives it, and the exchange ends by the time limit.
    Object.assign(env, {
      NODE_OPTIONS: `--require ${join(folder, "crash.js")}`,
      LOSANT_REQUEST_TIMEOUT: "1",
    });
    await this.note("crash", "preview");
    delete env.NODE_OPTIONS;
    delete env.LOSANT_REQUEST_TIMEOUT;
  }

  private async note(name: string, ...commandLine: string[]): Promise<void> {
    const { exitCode, output } = await this.setting.workspace.run(
      ...commandLine,
      ...(commandLine[0] === "stack" ? [] : ["--non-interactive", "--color", "never"]),
    );
    this.texts[name] = `${output}\nexit code ${exitCode}`;
  }

  private files(folder: string): string {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return files.map((file) => readFileSync(join(file.parentPath, file.name), "utf8")).join("\n");
  }
}

/** What a server says that gives back what it was sent. */
function echo(): string {
  const forms = [rotatedToken, changedCardToken].flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    Buffer.from(`Bearer ${secret}`).toString("base64"),
  ]);
  return `refused, and this was sent: ${forms.join(" ")}`;
}
