import type { Aws } from "../aws";
import type { Values } from "../property";
import { fromKeyValues, tagChanges, type Tags, toKeyValues } from "../tags";

export async function tagsOfBalancing(aws: Aws, arn: string): Promise<Tags> {
    const { TagDescriptions: [found] = [] } = await (await aws.loadBalancing()).describeTags({ ResourceArns: [arn] });
    return fromKeyValues(found?.Tags);
}

/** Brings the tags of a load balancer, target group or listener up to date. */
export async function updateBalancingTags(aws: Aws, arn: string, news: Values, olds: Values): Promise<void> {
    const { removed, set } = tagChanges(olds, news);
    const balancing = await aws.loadBalancing();
    if (removed.length > 0) {
        await balancing.removeTags({ ResourceArns: [arn], TagKeys: removed });
    }
    if (Object.keys(set).length > 0) {
        await balancing.addTags({ ResourceArns: [arn], Tags: toKeyValues(set) });
    }
}
