import type { Combination } from "./combinations";

/** A program that uses every entry of the package. */
export const program = `
import * as pulumi from "@pulumi/pulumi";
import * as losant from "pulumi-losant";
import { LosantClient } from "pulumi-losant/client";
import { orgMember } from "pulumi-losant/provider";
import { startSimulator } from "pulumi-losant/simulator";

const orgId = new pulumi.Config().require("orgId");
const bob = new losant.OrgMembership("bob", { orgId, email: "Bob@Example.com", role: "edit" });
const role: pulumi.Output<losant.Role> = bob.role;
export const outcome = pulumi.all([role, losant.getOrganizationOutput({ orgId })]).apply(
  ([known, organization]) => \`\${known} in \${organization.name}\`,
);
export const entries = [LosantClient, orgMember, startSimulator].map((entry) => typeof entry);
`;

/** The package manager is told what to install. */
export function packageFile({ sdk, typescript, modules }: Combination, tarball: string): object {
  return {
    name: "test",
    private: true,
    ...(modules === "ES modules" && { type: "module", main: "bin/index.js" }),
    dependencies: { "@pulumi/pulumi": sdk, "pulumi-losant": `file:${tarball}` },
    devDependencies: { typescript: `^${typescript}.0.0`, "@types/node": "^20" },
  };
}

/** The compiler's settings, as such projects have them. */
export function compilerFile({ typescript, moduleResolution, modules }: Combination): object {
  const isOld = moduleResolution === "node";
  const module = { node: "commonjs", node16: "node16", bundler: "es2022" }[moduleResolution];
  return {
    compilerOptions: {
      strict: true,
      target: "es2022",
      module: moduleResolution === "node16" || modules === "ES modules" ? module : "commonjs",
      moduleResolution,
      types: ["node"],
      rootDir: ".",
      outDir: "bin",
      skipLibCheck: true,
      ...(isOld && typescript === 6 && { ignoreDeprecations: "6.0" }),
    },
    files: ["index.ts"],
  };
}

/** CommonJS programs are compiled by Pulumi; it does not compile ES modules. */
export function projectFile({ modules }: Combination): object {
  const isCompiled = modules === "ES modules";
  return {
    name: "test",
    runtime: { name: "nodejs", options: { typescript: !isCompiled } },
    main: isCompiled ? "bin/index.js" : "index.ts",
    options: { refresh: "always" },
  };
}
