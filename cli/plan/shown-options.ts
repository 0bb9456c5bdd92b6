/** Options of `pulumi preview` as a plan shows them: values of the configuration may be secrets. */
export function shownOptions(options: readonly string[]): string {
  return options
    .map((option, at) => {
      const isValue = ["-c", "--config"].includes(options[at - 1] ?? "");
      const pattern = isValue ? /^([^=]*=).*$/s : /^((?:--config=|-c)[^=]*=).*$/s;
      return option.replace(pattern, "$1…");
    })
    .join(" ");
}
