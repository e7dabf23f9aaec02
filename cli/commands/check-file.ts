import type { Configuration } from "../../checks";
import { byPosition, checkDocument } from "./check-document";
import { whenOf } from "../input/conditions";
import type { ConditionValues } from "../input/document";
import type { FileResult, PlacedFinding } from "../reports/finding";
import { Lines } from "../input/position";
import type { FilePart, ReadFile } from "../input/read-file";

/** Checks every document of a file, in each way in which its conditions can be. */
export function checkFile(path: string, file: ReadFile, configuration: Configuration): FileResult {
    const results = file.parts
        .filter(({ variants }) => variants.length > 0)
        .map((part) => checkPart(path, file, part, configuration));
    return {
        file: path,
        format: unique(results.map(({ format }) => format)).join(", "),
        resources: unique(results.flatMap(({ resources }) => resources)),
        concernsNeuron: results.some(({ concernsNeuron }) => concernsNeuron),
        findings: results.flatMap(({ findings }) => findings).sort(byPosition),
        lines: results[0]?.lines ?? new Lines(file.text),
    };
}

function checkPart(
    path: string,
    file: ReadFile,
    { parsed, variants }: FilePart,
    configuration: Configuration,
): FileResult {
    const results = variants.map((variant) => ({
        conditions: variant.conditions ?? new Map<string, boolean>(),
        ...checkDocument(path, file, variant, parsed, configuration),
    }));
    return {
        file: path,
        format: results[0]?.format ?? "",
        resources: unique(results.flatMap(({ resources }) => resources)),
        concernsNeuron: results.some(({ concernsNeuron }) => concernsNeuron),
        findings: merged(results),
        lines: parsed.lines,
    };
}

type CheckedVariant = FileResult & { readonly conditions: ConditionValues };

/** Each finding once, with the cases in which it holds, where it does not hold wherever its resource is there. */
function merged(results: readonly CheckedVariant[]): readonly PlacedFinding[] {
    const cases = new Map<string, { readonly finding: PlacedFinding; readonly conditions: ConditionValues[] }>();
    for (const { findings, conditions } of results) {
        for (const [key, finding] of identified(findings)) {
            const known = cases.get(key) ?? { finding, conditions: [] };
            known.conditions.push(conditions);
            cases.set(key, known);
        }
    }
    return [...cases.values()].map(({ finding, conditions }) => {
        const all = results.filter(({ resources }) => resources.includes(finding.resource));
        const condition = whenOf(
            conditions,
            all.map((one) => one.conditions),
        );
        return condition === undefined ? finding : { ...finding, condition };
    });
}

/**
 * Findings by what a person sees of them. Of one container, the index in a path is another where a condition leaves out
 * what stands before it.
 */
function identified(findings: readonly PlacedFinding[]): ReadonlyMap<string, PlacedFinding> {
    const found = new Map<string, PlacedFinding>();
    for (const finding of findings) {
        const shown = JSON.stringify({
            ...finding,
            // What --fix does about it, and why not, is told by indexes as well.
            ...{ fix: undefined, leftAlone: undefined },
            path: finding.path.map((step) => (typeof step === "number" ? 0 : step)),
        });
        let count = 0;
        while (found.has(`${count} ${shown}`)) {
            count++;
        }
        found.set(`${count} ${shown}`, finding);
    }
    return found;
}

function unique(texts: readonly string[]): readonly string[] {
    return [...new Set(texts)];
}
