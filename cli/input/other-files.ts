import { dirname } from "node:path";
import type { SourceResource } from "../../checks";
import type { Exports } from "./formats/cloudformation/exports";
import { exportsOf } from "./formats/cloudformation/exports-of";
import { readEcs } from "./formats/ecs";
import { readData } from "./read-file";

/** What the templates of a folder export to each other. */
export function exportsIn(paths: readonly string[]): Exports {
    return new Map(fromEach(paths, (path) => exportsOf(readData(path, /"?Export"?\s*:|AWS::SSM::Parameter/), path)));
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
