import type { Configuration } from "../../checks";
import type { Colours } from "../reports/colours";
import { repairedText, repairsOf } from "./fix-file";
import { contractText } from "./contract-text";
import type { ReadFile } from "../input/read-file";
import { textDiff } from "./text-diff";

/** What `--fix` would change in a file; empty where it would change nothing. */
export function repairDiff(path: string, file: ReadFile, configuration: Configuration, colours: Colours): string {
    const repairs = repairsOf(file, configuration);
    const edits = repairs.flatMap(({ changes }) => changes.flatMap((change) => change.edits));
    if (edits.length === 0) {
        return "";
    }
    const isShown = contractText(edits, [file.parts[0]?.parsed.data]);
    return textDiff(file.text, repairedText(file.text, repairs), { path, label: "with --fix", colours, isShown });
}
