/** A resource's name in the program, with the components that it is in: names are given anew in each kind of them. */
export function nameIn(urn: string): string {
  const { name } = partsOf(urn);
  const parents = urn.split("::")[2]?.split("$").slice(0, -1).join(" > ") ?? "";
  return parents === "" ? name : `${name} in ${parents}`;
}

/** The stack, the project, the type and the name in a URN: `urn:pulumi:stack::project::parent$type::name`. */
export function partsOf(urn: string): { stack: string; project: string; type: string; name: string } {
  const [start = "", project = "", types = "", ...name] = urn.split("::");
  return {
    stack: start.replace("urn:pulumi:", ""),
    project,
    type: types.slice(types.lastIndexOf("$") + 1),
    name: name.join("::"),
  };
}
