import { generatedNameOf } from "./check-resource";
import { differences } from "./differences";
import { map, text, type Values } from "./property";
import type { ResourceType } from "./resource-type";

export interface DiffResult {
    readonly changed: readonly string[];
    readonly replaces: readonly string[];
    readonly deleteBeforeReplace: boolean;
}

/** The tags with the provider's default tags, before and after. */
export interface TagsAll {
    readonly before: unknown;
    readonly after: unknown;
}

/**
 * What changes between two sets of checked inputs, and how.
 *
 * @throws where the provider refuses the change.
 */
export function diffResource(type: ResourceType, olds: Values, news: Values, tagsAll: TagsAll | undefined): DiffResult {
    const forgiven = type.forgiven?.(olds, news) ?? [];
    const found = differences(type.inputs, olds, news).filter(({ property }) => !forgiven.includes(property));
    const changed = found.map((one) => one.property);
    const refusal = type.refusedChange?.(changed, news);
    if (refusal !== undefined) {
        throw new Error(refusal);
    }
    const always = found.filter((one) => one.replaces || type.update === undefined).map((one) => one.property);
    const replaces = [...new Set([...always, ...(type.replacedBy?.(changed, olds, news) ?? [])])];
    // Tags can also change through the provider's configuration alone, or outside of Pulumi.
    const tagged = tagsAll !== undefined && !changed.includes("tags") && differ(tagsAll);
    return {
        changed: tagged ? [...changed, "tagsAll"] : changed,
        replaces,
        deleteBeforeReplace: replaces.length > 0 && cannotStandBeside(type, olds, news),
    };
}

function differ({ before, after }: TagsAll): boolean {
    return differences({ tagsAll: map(text()) }, { tagsAll: before }, { tagsAll: after }).length > 0;
}

/** As Pulumi's provider: a name of the program's own that stays the same leaves no room for the replacement. */
function cannotStandBeside(type: ResourceType, olds: Values, news: Values): boolean {
    const isOwnName = type.autoName !== undefined && generatedNameOf(news) === undefined && news["name"] !== undefined;
    return type.deleteBeforeReplace === true || (isOwnName && news["name"] === olds["name"]);
}
