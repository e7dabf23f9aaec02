import { fromApi, pascalCase, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { region, tags } from "../common-inputs";
import { differences } from "../differences";
import { number, type Properties, text, unserved, type Values } from "../property";
import { patiently } from "../patience";
import type { ResourceType } from "../resource-type";
import { tagChanges, tagsOf } from "../tags";
import { scaledMembers, scaledResource } from "./scaled-resource";

const capacity: Properties = {
    maxCapacity: number({ required: true }),
    minCapacity: number({ required: true }),
    roleArn: text({ computed: true, api: "RoleARN" }),
};

const inputs: Properties = { ...scaledResource, ...capacity, region, suspendedState: unserved(), tags };

/** A resource whose capacity Application Auto Scaling changes. */
export const target: ResourceType = {
    inputs,
    outputs: ["arn", "tagsAll"],
    async create(aws, values) {
        await register(aws, values, tagsOf(values));
        return String(values["resourceId"]);
    },
    async read(aws, id, state) {
        const scaling = await aws.applicationAutoScaling();
        const { ServiceNamespace, ScalableDimension } = scaledMembers(state);
        const request = { ServiceNamespace, ScalableDimension, ResourceIds: [id] };
        const [found] = (await scaling.describeScalableTargets(request)).ScalableTargets ?? [];
        return (
            found && {
                ...fromApi(inputs, found, pascalCase),
                arn: found.ScalableTargetARN,
                tagsAll: (await scaling.listTagsForResource({ ResourceARN: found.ScalableTargetARN })).Tags,
            }
        );
    },
    async update(aws, _id, news, olds) {
        if (differences(capacity, olds, news).length > 0) {
            await register(aws, news);
        }
        const scaling = await aws.applicationAutoScaling();
        const ResourceARN = String(olds["arn"]);
        const { removed, set } = tagChanges(olds, news);
        if (removed.length > 0) {
            await scaling.untagResource({ ResourceARN, TagKeys: removed });
        }
        if (Object.keys(set).length > 0) {
            await scaling.tagResource({ ResourceARN, Tags: { ...set } });
        }
    },
    async delete(aws, _id, state) {
        await (await aws.applicationAutoScaling()).deregisterScalableTarget(scaledMembers(state));
    },
};

/** Creates it or changes its bounds, by one call of the API. */
async function register(aws: Aws, values: Values, Tags?: Values): Promise<void> {
    const scaling = await aws.applicationAutoScaling();
    const request = { ...scaledMembers(values), ...toApi(capacity, values, pascalCase), ...(Tags && { Tags }) };
    await patiently(
        () => scaling.registerScalableTarget(request as Parameters<typeof scaling.registerScalableTarget>[0]),
        /Unable to assume IAM role|ECS service doesn't exist/,
    );
}
