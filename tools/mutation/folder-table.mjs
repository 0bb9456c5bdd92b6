import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** Prints the table of docs/reliability.md: what happened to the mutants of each folder. */
class FolderTable {
  onMutationTestReportReady(report) {
    const files = Object.entries(report.files);
    const folders = [...new Set(files.map(([file]) => folderOf(file)))];
    const rows = folders.map((folder) =>
      row(folder, mutantsIn(files.filter(([file]) => folderOf(file) === folder))),
    );
    console.log(["", heading, rule, ...rows, row("all", mutantsIn(files)), ""].join("\n"));
  }
}

const heading = "| | mutants | killed | survived | reached by no test | score |";
const rule = "|---|---|---|---|---|---|";

const folderOf = (file) => /^provider\/[^/]+|^[^/]+/.exec(file)[0];

const mutantsIn = (files) => files.flatMap(([, { mutants }]) => mutants);

function row(name, mutants) {
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const killed = count("Killed", "Timeout");
  const survived = count("Survived");
  const unreached = count("NoCoverage");
  const total = killed + survived + unreached;
  const score = total === 0 ? "-" : ((100 * killed) / total).toFixed(2);
  return `| ${[name, total, killed, survived, unreached, score].join(" | ")} |`;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, "folders", FolderTable)];
