import { dirname, join } from "node:path";
import type { SourceResource } from "../../checks";
import { importedId, type Exports } from "./formats/cloudformation/exports";
import { exportsOf } from "./formats/cloudformation/exports-of";
import { nestedIn } from "./formats/cloudformation/nested";
import { readEcs } from "./formats/ecs";
import { readData } from "./read-file";

/** What a template has that shares something with others. */
const signs = /"?Export"?\s*:|AWS::SSM::Parameter|AWS::CloudFormation::Stack/;

/** What the templates of a folder export, and give to nested stacks, among each other. */
export function exportsIn(paths: readonly string[]): Exports {
    const known = new Set(paths);
    const entries = fromEach(paths, (path) => {
        const template = readData(path, signs);
        const childAt = (child: string) => {
            const file = join(dirname(path), child);
            return known.has(file) ? ([file, readData(file)] as const) : undefined;
        };
        return [...exportsOf(template, path), ...nestedIn(template, path, childAt)];
    });
    // Of several under one name, as in copies of a template, none is told.
    const found = new Map<string, Set<string>>();
    entries.forEach(([key, one]) => found.set(key, (found.get(key) ?? new Set()).add(importedId(one))));
    return new Map(entries.filter(([key]) => found.get(key)?.size === 1));
}

/** The task definitions in the files that stand in the same folder as one. */
export function taskDefinitionsBeside(path: string, paths: readonly string[]): readonly SourceResource[] {
    const beside = paths.filter((one) => one !== path && dirname(one) === dirname(path));
    return fromEach(beside, (one) => readEcs(readData(one, /containerDefinitions/))?.resources ?? []);
}

/** What is in each file. One that cannot be read is reported where it is checked. */
function fromEach<T>(paths: readonly string[], read: (path: string) => readonly T[]): readonly T[] {
    return paths.flatMap((path) => {
        try {
            return read(path);
        } catch {
            return [];
        }
    });
}
