import assert from "node:assert/strict";
import { htmlPage, refusal, replacing } from "../../support/answer-proxy";
import type { Outcome } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, declaring, invitingKinds } from "../../support/one-person";
import { ProxiedSetting } from "../../support/proxied-setting";

const red = "\u001b[31m";
const backwards = "\u202e";
const forged = "\n::error::forged\r\n::set-output name=x::y\u2028::error::more";
const evil = `${red}Acme${forged}${backwards}\u0007\u009b2J`;

/** Nothing in what a user reads steers a terminal, or begins a line that others wrote. */
function isPlain({ printed, errors }: Pick<Outcome, "printed" | "errors">): void {
  const text = [printed, ...errors].join("\n");
  // Control and format characters, and the line ends that not everybody takes for one.
  assert.doesNotMatch(text.replaceAll("\n", ""), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  assert.doesNotMatch(text, /^\s*::/m);
}

onBothFaces("what others wrote, in messages", (face) => {
  const setting = ProxiedSetting.inSuite(face, { LOSANT_MAX_ATTEMPTS: "1" });

  it("an organization's name steers no terminal", async () => {
    await setting.simulator.setOrganization({ name: evil });
    const program = { acme: setting.resource("organization", { description: "As code" }) };
    const preview = await setting.engine.preview(program);
    assert.match(preview.printed, /Acme/);
    isPlain(preview);
    isPlain(await setting.engine.up(program));
    isPlain(await setting.engine.destroy());
  });

  it("an address of a member whom a roster does not name steers no terminal", async () => {
    await setting.simulator.addMember({ email: "eve@example.com", role: "view" });
    setting.proxy.add({
      edit: replacing((key, value) =>
        key === "email" && value === "eve@example.com" ? `eve${evil}@example.com` : value,
      ),
    });
    const preview = await setting.engine.preview(setting.roster({}));
    assert.match(preview.printed, /eve/);
    isPlain(preview);
    isPlain(await setting.engine.up(setting.roster({})));
    isPlain(await setting.engine.up(setting.roster({}, { unmanaged: "remove" })));
  });

  it("a changed address of a member steers no terminal", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    await setting.engine.up(declaring(setting, "orgMembership"));
    setting.proxy.add({
      edit: replacing((key, value) => (key === "email" && value === ann ? `x${evil}@example.com` : value)),
    });
    isPlain(await setting.engine.up(declaring(setting, "orgMembership")));
  });

  for (const kind of invitingKinds) {
    for (const [what, answer] of [
      ["message", refusal(400, "Validation", evil)],
      ["error type", refusal(400, evil, "no")],
      ["page", htmlPage(403, `<p>${evil}</p>`)],
    ] as const) {
      it(`${kind}: the ${what} of a refusal steers no terminal`, async () => {
        setting.proxy.add({ request: /^POST .*\/invites$/, answer });
        const outcome = await setting.engine.up(declaring(setting, kind));
        assert.notDeepEqual(outcome.errors, []);
        isPlain(outcome);
      });
    }
  }

  it("a key of a roster steers no terminal", async () => {
    const outcome = await setting.engine.preview(setting.roster({ [`eve${evil}`]: "view" }));
    assert.match(outcome.errors.join("\n"), /eve/);
    isPlain(outcome);
  });

  it("a value of resend steers no terminal", async () => {
    await setting.engine.up(declaring(setting, "orgMembership"));
    isPlain(await setting.engine.up(declaring(setting, "orgMembership", { resend: evil })));
  });

  // The Kelvin sign becomes a k in lower case: another address than the one that was written.
  for (const email of ["boo\u212a@example.com", "bob@\u212aelvin.example", "b\u043eb@example.com"]) {
    for (const kind of [...invitingKinds, "orgMember"] as const) {
      it(`${kind}: ${JSON.stringify(email)} is refused, and nobody is invited`, async () => {
        const program =
          kind === "orgRoster"
            ? setting.roster({ [email]: "view" })
            : { x: setting.resource(kind, { email, role: "view" }) };
        const { errors } = await setting.engine.up(program);
        assert.match(errors.join("\n"), /cannot be invited to organization|is not a member of organization/);
        assert.deepEqual(await setting.simulator.fetchInvites(), []);
      });
    }
  }
});
