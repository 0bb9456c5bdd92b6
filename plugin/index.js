const least = 20;

try {
  const { node } = process.versions;
  if (Number.parseInt(node, 10) < least)
    end(`Node ${node} is too old: put Node ${least} or later first on the PATH.`);
  require("../dist/native/index.js");
} catch (error) {
  if (error.code !== "MODULE_NOT_FOUND") throw error;
  end(
    "the package is not whole: dist/native/index.js, beside the folder plugin/, is missing. Install pulumi-losant again; " +
      "in a clone of its repository, run npm run build.",
  );
}

function end(reason) {
  process.stderr.write(`pulumi-losant: ${reason}\n`);
  process.exit(1);
}
