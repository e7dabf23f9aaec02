import { camelCase, fromApi, toApi } from "../api-shape";
import {
    boolean,
    defaultsOf,
    list,
    map,
    number,
    object,
    type Properties,
    type Property,
    text,
    type Values,
} from "../property";
import { fromEcsTags, type Tags, toEcsTags } from "../tags";

const managedEbsVolume: Properties = {
    encrypted: boolean({ default: true }),
    fileSystemType: text({ default: "xfs", api: "filesystemType", oneOf: ["ext3", "ext4", "xfs", "ntfs"] }),
    iops: number(),
    kmsKeyId: text(),
    roleArn: text({ required: true }),
    sizeInGb: number({ api: "sizeInGiB" }),
    snapshotId: text(),
    tagSpecifications: list(
        object({
            propagateTags: text({ oneOf: ["SERVICE", "TASK_DEFINITION", "NONE"] }),
            resourceType: text({ required: true, oneOf: ["volume"] }),
            tags: map(text()),
        }),
    ),
    throughput: number(),
    volumeInitializationRate: number(),
    volumeType: text(),
};

/** The EBS volume that a service makes for each of its tasks, where the task definition leaves one to the launch. */
export const volumeConfiguration: Property = object(
    {
        managedEbsVolume: object(managedEbsVolume, { required: true }),
        name: text({ required: true }),
    },
    { api: false },
);

export function volumeMembers(values: Values): Values[] {
    const given = values["volumeConfiguration"] as { name: string; managedEbsVolume: Values } | undefined;
    if (given === undefined) {
        return [];
    }
    const volume = toApi(managedEbsVolume, { ...defaultsOf(managedEbsVolume), ...given.managedEbsVolume }, camelCase);
    return [{ name: given.name, managedEBSVolume: withTags(volume, (tags) => toEcsTags(tags as Tags)) }];
}

export function describedVolume(members: unknown): Values | undefined {
    const [found] = (members ?? []) as { name: string; managedEBSVolume: Values }[];
    return (
        found && {
            name: found.name,
            managedEbsVolume: fromApi(
                managedEbsVolume,
                withTags(found.managedEBSVolume, (tags) => fromEcsTags(tags as { key: string; value: string }[])),
                camelCase,
            ),
        }
    );
}

function withTags(volume: Values, convert: (tags: unknown) => unknown): Values {
    const specifications = volume["tagSpecifications"] as Values[] | undefined;
    return specifications === undefined
        ? volume
        : {
              ...volume,
              tagSpecifications: specifications.map((one) =>
                  one["tags"] === undefined ? one : { ...one, tags: convert(one["tags"]) },
              ),
          };
}
