import { writeFileSync } from "node:fs";
import { version } from "../../package.json";
import { surfaceText } from "./surface";
import { recordOf, today } from "./today";

/** Writes what this version keeps. The last thing before its release. */
async function main(): Promise<void> {
    writeFileSync(recordOf(version), surfaceText(await today()));
}

void main();
