import type { Outcome } from "../../../support/engine";
import { dynamicFace } from "../../../support/faces";
import { StackSetting } from "../../../support/stack-setting";

export { day, hour, ok } from "../../../support/stack-setting";

export const email = "ann@example.com";

/** One person, one declaration. */
export class Setting extends StackSetting {
  static override inSuite(face = dynamicFace): Setting {
    return new Setting(face).runInSuite();
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
