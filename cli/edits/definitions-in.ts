import type * as yaml from "yaml";
import { kindOf, type Path } from "../../checks";
import type { Document, Place } from "../input/document";
import { cloudFormationFormat } from "../input/formats/cloudformation";
import { literalProperties } from "../input/formats/cloudformation/literal";
import { treeOf } from "../input/parse-yaml";
import type { ReadFile } from "../input/read-file";
import type { YamlTree } from "../input/yaml-tree";
import { functionAt, sharedAt } from "./barrier";

/** A task definition of a file, as it stands there. */
export interface WrittenDefinition {
    /** The id of the resource. */
    readonly id: string;
    readonly format: string;
    /** The index of the file's document in which it stands. */
    readonly part: number;
    readonly place: Place;
    readonly data: object;
    /** What of it is certain: of a template, the results of functions are not known. */
    readonly certain: object;
}

/** The task definitions of a file, each once, whatever its conditions. */
export function definitionsIn({ parts }: ReadFile): readonly WrittenDefinition[] {
    return parts.flatMap(({ parsed, variants }, part) => {
        const found = new Map<string, WrittenDefinition>();
        for (const { format, resources, places } of variants) {
            for (const { id, type, properties } of resources) {
                const place = places.get(id);
                if (place !== undefined && kindOf(type) === "taskDefinition" && !found.has(id)) {
                    found.set(id, { id, part, place, ...written(format, parsed.data, place, properties) });
                }
            }
        }
        return [...found.values()];
    });
}

function written(
    format: Document["format"],
    file: unknown,
    place: Place,
    properties: object,
): Pick<WrittenDefinition, "format" | "data" | "certain"> {
    if (format !== cloudFormationFormat) {
        return { format, data: properties, certain: properties };
    }
    const data = valueAt(file, place) as object;
    return { format, data, certain: literalProperties(data) };
}

export function valueAt(data: unknown, place: Place): unknown {
    return place.reduce<unknown>((holder, step) => (holder as Record<string | number, unknown>)[step], data);
}

/** Why properties of task definitions cannot be edited with certainty where they stand; undefined where they can. */
export type Barriers = (definition: WrittenDefinition, path: Path) => string | undefined;

export function barriersOf(file: ReadFile): Barriers {
    const { parts } = file;
    const trees = treesOf(file);
    return ({ part, place, format }, path) => {
        const at = [...place, ...path];
        const root = trees[part]?.root;
        return (
            (format === cloudFormationFormat ? functionAt(parts[part]?.parsed.data, at) : undefined) ??
            (root === undefined ? undefined : sharedAt(require("yaml") as typeof yaml, root, at))
        );
    };
}

/** The documents of a YAML file; none of a JSON file. */
export function treesOf({ parts }: ReadFile): readonly YamlTree[] {
    return parts.flatMap(({ parsed }) => treeOf(parsed) ?? []);
}
