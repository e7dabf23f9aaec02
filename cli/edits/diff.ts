import type { Configuration } from "../../checks";
import type { Colours } from "../reports/colours";
import { repairedText, repairsOf } from "./fix-file";
import { contractText } from "./contract-text";
import type { ReadFile } from "../input/read-file";
import { textDiff, type TextDiff } from "./text-diff";

/** What `--fix` would change in a file; undefined where it would change nothing. */
export function repairDiff(
    path: string,
    file: ReadFile,
    configuration: Configuration,
    colours: Colours,
): TextDiff | undefined {
    const repairs = repairsOf(file, configuration);
    const edits = repairs.flatMap(({ changes }) => changes.flatMap((change) => change.edits));
    if (edits.length === 0) {
        return undefined;
    }
    const isShown = contractText(
        edits,
        file.parts.map(({ parsed }) => parsed.data),
    );
    const { text, isJson } = file;
    return textDiff(text, repairedText(file, repairs), { path, label: "with --fix", isJson, colours, isShown });
}
