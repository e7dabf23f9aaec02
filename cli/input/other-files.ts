import { dirname, join } from "node:path";
import { assetsOf } from "./cdk-assets";
import type { SourceResource } from "../../checks";
import { importedId, type Exports } from "./formats/cloudformation/exports";
import { exportsOf } from "./formats/cloudformation/exports-of";
import type { GivenValues } from "./formats/cloudformation/given-parameters";
import { nestingsIn } from "./formats/cloudformation/nested";
import { NestedStacks } from "./formats/cloudformation/nested-parameters";
import { readEcs } from "./formats/ecs";
import { readData } from "./read-file";

/** What a template has that shares something with others. */
const signs = /"?Export"?\s*:|AWS::SSM::Parameter|AWS::CloudFormation::Stack/;

/** What the templates of a folder share with each other. */
export interface Shared {
    /** What they export, and give to nested stacks and get from them. */
    readonly exports: Exports;
    /** The values of the parameters of the template in a file. */
    readonly valuesOf: (file: string) => GivenValues;
    /** The stacks in the template in a file whose own templates are in the folder. */
    readonly nestedStacksOf: (file: string) => readonly string[];
}

/** @param parameters the values that are given on the command line */
export function sharedIn(paths: readonly string[], parameters: GivenValues): Shared {
    const known = new Set(paths);
    const templates = new Map<string, unknown>(
        fromEach(paths, (path) => {
            const template = readData(path, signs);
            return template === undefined ? [] : [[path, template] as const];
        }),
    );
    const sharing = [...templates.keys()];
    const templateAt = (path: string): unknown => {
        if (!templates.has(path)) {
            templates.set(path, fromEach([path], (one) => [readData(one)])[0]);
        }
        return templates.get(path);
    };
    const manifests = sharing.length === 0 ? [] : paths.filter((path) => path.endsWith(".assets.json"));
    const assets = new Map(manifests.flatMap((path) => assetsOf(templateAt(path), path)));
    const nestings = sharing.flatMap((path) =>
        nestingsIn(templateAt(path), path, (place) => {
            const file = assets.get(place.slice(place.lastIndexOf("/") + 1)) ?? join(dirname(path), place);
            return known.has(file) ? file : undefined;
        }),
    );
    const stacks = new NestedStacks(nestings, templateAt, parameters);
    const isNested = new Set(nestings.flatMap(({ child }) => child ?? []));
    const entries = [...new Set([...sharing, ...isNested])].flatMap((path) => [
        ...exportsOf(stacks.templateOf(path), path),
        ...stacks.entriesOf(path),
    ]);
    // Of several under one name, as in copies of a template, none is told.
    const found = new Map<string, Set<string>>();
    entries.forEach(([key, one]) => found.set(key, (found.get(key) ?? new Set()).add(importedId(one))));
    const exports = new Map(entries.filter(([key]) => found.get(key)?.size === 1));
    return {
        exports,
        valuesOf: (file) => (nestings.length === 0 ? parameters : stacks.valuesOf(file)),
        nestedStacksOf: (file) =>
            nestings.flatMap(({ parent, id, child }) => (parent === file && child !== undefined ? [id] : [])),
    };
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
