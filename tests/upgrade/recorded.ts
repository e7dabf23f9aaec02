import { readdirSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../package.json";

/** The program whose states are recorded. */
export const program = join(__dirname, "program");

/** Families and log groups carry the name of the stack. */
export const stackName = "recorded";

/** The state that a version of the package left behind. */
export function stateOf(recorded: string): string {
    return join(__dirname, recorded, "state.json");
}

/** The versions of which there is a state. */
export const versions = readdirSync(__dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d/.test(entry.name))
    .map(({ name }) => name);

export { version as currentVersion };
