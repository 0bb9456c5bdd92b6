const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Whether a text matches a glob: `*` stands for any characters, case does not count (assumed). */
export const globMatches = (glob: string, text: string): boolean => {
  const parts = glob.toLowerCase().split(/\*+/).map(escaped);
  return new RegExp(`^${parts.join(".*")}$`, "s").test(text.toLowerCase());
};
