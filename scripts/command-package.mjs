// What the package of the command has besides the folder cli: `bring` puts it there when it is packed, `remove` takes it
// away after that.
import { cpSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cli = join(root, "cli");

if (process.argv[2] === "bring") {
    await import("./bundle.mjs");
    cpSync(join(root, "LICENSE"), join(cli, "LICENSE"));
    cpSync(join(root, "docs", "rules"), join(cli, "docs", "rules"), { recursive: true });
} else {
    rmSync(join(cli, "LICENSE"), { force: true });
    rmSync(join(cli, "docs"), { recursive: true, force: true });
}
