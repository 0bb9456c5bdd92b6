import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** Prints the table of docs/reliability.md: what happened to the mutants of each folder. */
class FolderTable {
  onMutationTestReportReady(report) {
    const files = Object.entries(report.files).filter((file) => tried(mutantsIn([file])).length > 0);
    const folders = [...new Set(files.map(([file]) => folderOf(file)))];
    const rows = folders.map((folder) =>
      row(folder, mutantsIn(files.filter(([file]) => folderOf(file) === folder))),
    );
    console.log(["", heading, rule, ...rows, row("all", mutantsIn(files)), ""].join("\n"));
  }
}

const heading = "| | mutants | killed | survived | reached by no test | score |";
const rule = "|---|---|---|---|---|---|";

const outcomes = ["Killed", "Timeout", "Survived", "NoCoverage"];

const folderOf = (file) => /^provider\/[^/]+|^[^/]+/.exec(file)[0];

const mutantsIn = (files) => files.flatMap(([, { mutants }]) => mutants);

/** Without those that are left out, or do not load. */
const tried = (mutants) => mutants.filter(({ status }) => outcomes.includes(status));

function row(name, mutants) {
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const [total, killed] = [tried(mutants).length, count("Killed", "Timeout")];
  const score = total === 0 ? "-" : ((100 * killed) / total).toFixed(2);
  return `| ${[name, total, killed, count("Survived"), count("NoCoverage"), score].join(" | ")} |`;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, "folders", FolderTable)];
