import type { Aws } from "./aws";
import type { Values } from "./property";

export type Tags = Readonly<Record<string, string>>;

/** The tags of `tagsAll`: the provider's default tags, and over them the resource's own. */
export function tagsOf(state: Values): Tags {
    return (state["tagsAll"] ?? {}) as Tags;
}

export interface KeyValue {
    Key: string;
    Value: string;
}

/** Tags as most AWS APIs take them. */
export function toKeyValues(tags: Tags): KeyValue[] {
    return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

export function fromKeyValues(
    tags: readonly { Key?: string | undefined; Value?: string | undefined }[] | undefined,
): Tags {
    return Object.fromEntries((tags ?? []).map((tag) => [tag.Key ?? "", tag.Value ?? ""]));
}

/** Tags as Amazon ECS takes them. */
export function toEcsTags(tags: Tags): { key: string; value: string }[] {
    return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

export function fromEcsTags(
    tags: readonly { key?: string | undefined; value?: string | undefined }[] | undefined,
): Tags {
    return Object.fromEntries((tags ?? []).map((tag) => [tag.key ?? "", tag.value ?? ""]));
}

export interface TagChanges {
    readonly removed: string[];
    readonly set: Tags;
}

/** What to do to come from one state's tags to another's. */
export function tagChanges(olds: Values, news: Values): TagChanges {
    const before = tagsOf(olds);
    const after = tagsOf(news);
    return {
        removed: Object.keys(before).filter((key) => !(key in after)),
        set: Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value)),
    };
}

/** The request member with which EC2 tags what it creates; absent without tags. */
export function tagSpecification<Type extends string>(
    resourceType: Type,
    state: Values,
): { TagSpecifications?: { ResourceType: Type; Tags: KeyValue[] }[] } {
    const tags = toKeyValues(tagsOf(state));
    return tags.length === 0 ? {} : { TagSpecifications: [{ ResourceType: resourceType, Tags: tags }] };
}

/** Brings the tags of an EC2 resource up to date. */
export async function updateEc2Tags(aws: Aws, id: string, news: Values, olds: Values): Promise<void> {
    const { removed, set } = tagChanges(olds, news);
    const ec2 = await aws.ec2();
    if (removed.length > 0) {
        await ec2.deleteTags({ Resources: [id], Tags: removed.map((Key) => ({ Key })) });
    }
    if (Object.keys(set).length > 0) {
        await ec2.createTags({ Resources: [id], Tags: toKeyValues(set) });
    }
}
