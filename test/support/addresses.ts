import type { StackSetting } from "./stack-setting";

/** Gives people of the organization other addresses by hand, by user id, as each of them could in their own account. */
export function changeAddresses(
  setting: Pick<StackSetting, "simulator">,
  addresses: Record<string, string>,
): Promise<void> {
  return setting.simulator.putState((state) => {
    const members = state.organizations.flatMap((organization) => organization.members);
    for (const one of [...state.people, ...members]) {
      const address = one.userId === undefined ? undefined : addresses[one.userId];
      if (address !== undefined) one.email = address;
    }
  });
}
