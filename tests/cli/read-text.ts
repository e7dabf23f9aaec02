import { recognise } from "../../cli/input/formats";
import { parseJson } from "../../cli/input/parse-json";
import { parseYaml } from "../../cli/input/parse-yaml";
import type { ReadFile } from "../../cli/input/read-file";

/** A file with a text, as the command would read it. */
export function readText(text: string): ReadFile {
    const isJson = /^\s*[[{]/.test(text);
    const parsed = isJson ? [parseJson(text)] : parseYaml(text);
    return {
        text,
        encoding: "UTF-8",
        isJson,
        parts: parsed.map((one) => ({ parsed: one, variants: recognise(one.data) })),
    };
}
