import type { AutoScaling } from "@aws-sdk/client-auto-scaling";

export interface Tag {
    Key: string;
    Value: string;
    PropagateAtLaunch: boolean;
}

interface GroupTag extends Tag {
    ResourceId: string;
    ResourceType: string;
}

export function tagsOf(group: string, tags: readonly Tag[] | undefined): GroupTag[] {
    return (tags ?? []).map((tag) => ({ ...tag, ResourceId: group, ResourceType: "auto-scaling-group" }));
}

export async function setTags(
    scaling: AutoScaling,
    group: string,
    olds: readonly Tag[] | undefined,
    news: readonly Tag[] | undefined,
): Promise<void> {
    const after = tagsOf(group, news);
    const gone = tagsOf(group, olds).filter((tag) => !after.some((other) => other.Key === tag.Key));
    if (gone.length > 0) {
        await scaling.deleteTags({ Tags: gone });
    }
    if (after.length > 0) {
        await scaling.createOrUpdateTags({ Tags: after });
    }
}
