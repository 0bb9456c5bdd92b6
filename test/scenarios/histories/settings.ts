import type { Settings } from "./actions";
import type { Losant } from "./losant";

const names = ["name", "description", "mfaMode"] as const;

/** The organization's settings as they are now. */
export function settingsOf({ organization }: Losant): Settings {
  const { name, description, mfaMode } = organization;
  return { name, description: description ?? "", mfaMode };
}

/** Sets by hand what is given. */
export function setByHand(losant: Losant, { name, description, mfaMode }: Settings): void {
  const { organization } = losant;
  if (name !== undefined) organization.name = name;
  if (description !== undefined) organization.description = description;
  if (mfaMode !== undefined) organization.mfaMode = mfaMode;
}

/** What is other than stated. */
export function otherThanStated(losant: Losant, stated: Settings): string[] {
  const live = settingsOf(losant);
  return names
    .filter((name) => stated[name] !== undefined && stated[name] !== live[name])
    .map((name) => `the organization has ${name} ${live[name]}, declared is ${stated[name]}`);
}

/** Sees to it that no step changes a setting to anything but what the program states. */
export class SettingsWatch {
  private before: Settings = {};
  private stated: Settings = {};

  constructor(private readonly losant: Losant) {}

  begin(stated: Settings): void {
    this.before = settingsOf(this.losant);
    this.stated = stated;
  }

  problems(): string[] {
    const now = settingsOf(this.losant);
    const changed = names.filter(
      (name) => now[name] !== this.before[name] && now[name] !== this.stated[name],
    );
    return changed.map((name) => `${name} of the organization becomes ${now[name]}, which nothing states`);
  }
}
