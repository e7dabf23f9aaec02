import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultConfiguration } from "../../checks";
import { checkFile } from "../../cli/commands/check-file";
import { recognise } from "../../cli/input/formats";
import { parseJson } from "../../cli/input/parse-json";
import { parseYaml } from "../../cli/input/parse-yaml";
import type { ReadFile } from "../../cli/input/read-file";
import { noReadOptions } from "../../cli/input/read-options";
import { readPath } from "../../cli/input/read-path";
import type { Template } from "../checks/template";
import { kinds } from "./kinds";
import { formats } from "./rendered/formats";

/** All that is said of the files of one format, whatever it calls the resources. */
function said(files: Readonly<Record<string, string>>): readonly string[] {
    const read = Object.keys(files).length === 1 ? Object.entries(files).map(fromText) : fromFolder(files);
    return read
        .flatMap((file) => checkFile("file", file, defaultConfiguration).findings)
        .map(({ resource, rule, level, kind }) => {
            const id = resource.replace(/^.*(?:::|\.)/, "");
            return `${id} ${rule} ${kind === "violation" ? level : kind === "unknown" ? "not decided" : kind}`;
        })
        .sort();
}

function fromText([name, text]: [name: string, text: string]): ReadFile {
    const isJson = !name.endsWith(".yaml");
    const parts = (isJson ? [parseJson(text)] : parseYaml(text)).map((parsed) => ({
        parsed,
        variants: recognise(parsed.data),
    }));
    return { text, encoding: "UTF-8", isJson, parts };
}

function fromFolder(files: Readonly<Record<string, string>>): readonly ReadFile[] {
    const folder = mkdtempSync(join(tmpdir(), "every-format-"));
    try {
        Object.entries(files).forEach(([name, text]) => writeFileSync(join(folder, name), text));
        return [...readPath(folder, noReadOptions, () => false)].flatMap((event) => {
            assert.notEqual(event.kind, "failure");
            return event.kind === "file" ? [event.file] : [];
        });
    } finally {
        rmSync(folder, { recursive: true });
    }
}

describe("What is wrong, and the same when it is right, in every format that has it:", () => {
    /** What is said, and the formats in which it is. */
    function verdicts(template: Template): Record<string, string[]> {
        const byVerdict: Record<string, string[]> = {};
        for (const [format, render] of Object.entries(formats)) {
            const files = render(template);
            if (files !== undefined) {
                (byVerdict[said(files).join(", ")] ??= []).push(format);
            }
        }
        return byVerdict;
    }

    for (const { title, right, undecided, wrong, found } of kinds) {
        it(title, () => {
            const all = Object.keys(formats).filter((format) => formats[format]?.(right) !== undefined);
            assert.deepStrictEqual(verdicts(right), { [undecided.join(", ")]: all });
            assert.deepStrictEqual(verdicts(wrong), { [found.join(", ")]: all });
        });
    }
});
