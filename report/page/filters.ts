import { organizationRoles } from "../../client/roles";
import { attentionWords } from "./attention-words";
import { html, type Markup, type Part } from "./markup";
import { kindKey, type View } from "./view";

/** The search and the filters of people; the script shows them, as nothing happens without it. */
export function filters(view: View): Markup {
  const { organizations } = view.report;
  const people = organizations.flatMap((organization) => organization.people);
  const known: readonly string[] = organizationRoles;
  const roles = [...known, ...people.map(({ role }) => role).filter((role) => !known.includes(role))];
  const owners = [...new Set(people.flatMap(({ owner }) => owner ?? []))].sort();
  const kinds = [...new Set(view.findings.map(({ kind }) => kind))].filter((kind) =>
    view.findings.some((one) => one.kind === kind && one.concerned.some(({ at }) => at?.list === "people")),
  );
  return html`<form id="filters" role="search" aria-label="Search and filter people" hidden>
<label class="search"><span>Search</span><input type="search" id="search" autocomplete="off" spellcheck="false" placeholder="Name, address, team … ( / )"></label>
${select("r", "Role", texts([...new Set(roles)]))}
${select("a", "Application", applicationOptions(view))}
${select("o", "Owner", texts(owners))}
${select(
  "f",
  "Second factor",
  options([
    ["yes", "yes"],
    ["no", "no"],
    ["unknown", "not told"],
  ]),
)}
${select("k", "Attention", options(kinds.map((kind) => [kindKey(kind), attentionWords[kind].title])))}
</form>
`;
}

/** A choice that has nothing to choose is left out. */
function select(key: string, label: string, choices: Part[]): Part {
  if (choices.length === 0) return undefined;
  return html`<label><span>${label}</span><select data-filter="${key}"><option value="">all</option>${choices}</select></label>`;
}

function texts(all: readonly string[]): Part[] {
  return options(all.map((text) => [text, text]));
}

function options(all: readonly (readonly [value: string, label: string])[]): Part[] {
  return all.map(([value, label]) => html`<option value="${value}" dir="auto">${label}</option>`);
}

/** Those on which somebody has a role; by organization where there are several. */
function applicationOptions({ report: { organizations }, applicationKeys }: View): Part[] {
  const groups = organizations.map(({ name, people }) => {
    const used = new Map(
      people.flatMap(({ applicationRoles }) =>
        (applicationRoles ?? []).map(
          (role) => [applicationKeys.get(role.id) ?? "", role.name ?? role.id] as const,
        ),
      ),
    );
    const sorted = [...used].sort(([, one], [, other]) => (one < other ? -1 : 1));
    return { name, choices: options(sorted) };
  });
  const used = groups.filter(({ choices }) => choices.length > 0);
  if (organizations.length === 1) return used.flatMap(({ choices }) => choices);
  return used.map(({ name, choices }) => html`<optgroup label="${name}">${choices}</optgroup>`);
}
