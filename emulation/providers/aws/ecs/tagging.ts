import type { Aws } from "../aws";
import type { Values } from "../property";
import { tagChanges, toEcsTags } from "../tags";

/** Brings the tags of an ECS resource up to date. */
export async function updateEcsTags(aws: Aws, arn: string, news: Values, olds: Values): Promise<void> {
    const { removed, set } = tagChanges(olds, news);
    const ecs = await aws.ecs();
    if (removed.length > 0) {
        await ecs.untagResource({ resourceArn: arn, tagKeys: removed });
    }
    if (Object.keys(set).length > 0) {
        await ecs.tagResource({ resourceArn: arn, tags: toEcsTags(set) });
    }
}

/** The last part of an ARN, or the name that was given in its place. */
export function nameOf(nameOrArn: string): string {
    return nameOrArn.split("/").pop() ?? nameOrArn;
}
