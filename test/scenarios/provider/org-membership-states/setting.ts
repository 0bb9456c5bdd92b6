import type { Outcome } from "../../../support/engine";
import { dynamicFace } from "../../../support/faces";
import { TestSimulator } from "../../../support/simulator";
import { StackSetting } from "../../../support/stack-setting";

export { day, hour, ok } from "../../../support/stack-setting";

export const email = "ann@example.com";

/** One person, one declaration. */
export class Setting extends StackSetting {
  static override async start(face = dynamicFace): Promise<Setting> {
    return new Setting(await TestSimulator.start(), face);
  }

  /** A program that declares the person. */
  declared(more: object = {}) {
    return { ann: this.resource("orgMembership", { email, role: "view", ...more }) };
  }

  up(more: object = {}): Promise<Outcome> {
    return this.engine.up(this.declared(more));
  }

  status(): unknown {
    return this.engine.outputs("ann").status;
  }
}
