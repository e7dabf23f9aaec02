// Runs a command of the project in a clone that may be fresh: installs what package-lock.json names when it is not
// there yet, and builds. Has no dependency itself.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installed = join(root, "node_modules", ".package-lock.json");

function run(command, args) {
    const { status, error } = spawnSync(command, args, {
        cwd: root,
        stdio: "inherit",
        shell: process.platform === "win32",
    });
    if (error) {
        throw error;
    }
    if (status !== 0) {
        process.exit(status ?? 1);
    }
}

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(join(root, "package-lock.json")).mtimeMs) {
    console.log("Installing the project's dependencies (npm ci) …");
    // Some packages' install scripts would put plugins into the user's own Pulumi home.
    run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
}
run("npm", ["run", "--silent", "build"]);

process.env.PATH = `${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH}`;
const [command, ...args] = process.argv.slice(2);
run(command, args);
