import type { Cluster } from "@aws-sdk/client-ecs";
import { camelCase, fromApi, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { AwsError } from "../aws-error";
import { region, tags } from "../common-inputs";
import { patiently } from "../patience";
import { boolean, list, object, type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { fromEcsTags, tagsOf, toEcsTags } from "../tags";
import { updateEcsTags } from "./tagging";

const inputs: Properties = {
    configuration: object({
        executeCommandConfiguration: object({
            kmsKeyId: text(),
            logConfiguration: object({
                cloudWatchEncryptionEnabled: boolean(),
                cloudWatchLogGroupName: text(),
                s3BucketEncryptionEnabled: boolean({ api: "s3EncryptionEnabled" }),
                s3BucketName: text(),
                s3KeyPrefix: text(),
            }),
            logging: text({ oneOf: ["NONE", "DEFAULT", "OVERRIDE"] }),
        }),
        managedStorageConfiguration: object({ fargateEphemeralStorageKmsKeyId: text(), kmsKeyId: text() }),
    }),
    name: text({ replaces: true, api: "clusterName" }),
    region,
    serviceConnectDefaults: object({ namespace: text({ required: true }) }),
    settings: list(
        object({
            name: text({ required: true, oneOf: ["containerInsights"] }),
            value: text({ required: true, oneOf: ["enabled", "enhanced", "disabled"] }),
        }),
        { computed: true, unordered: true },
    ),
    tags,
};

export const cluster: ResourceType = {
    inputs,
    outputs: ["arn", "tagsAll"],
    autoName: { maxLength: 255 },
    check(values) {
        const command = (values["configuration"] as Values | undefined)?.["executeCommandConfiguration"] as
            Values | undefined;
        return command?.["logging"] === "OVERRIDE" && command["logConfiguration"] === undefined
            ? [
                  {
                      property: "configuration.executeCommandConfiguration.logConfiguration",
                      reason: 'logging is "OVERRIDE", which requires a logConfiguration that says where to',
                  },
              ]
            : [];
    },
    async create(aws, values) {
        const existing = await describe(aws, String(values["name"]));
        if (existing !== undefined) {
            throw new AwsError(
                "InvalidParameterException",
                "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).",
            );
        }
        const ecs = await aws.ecs();
        const created = await ecs.createCluster({
            ...toApi(inputs, values, camelCase),
            tags: toEcsTags(tagsOf(values)),
        });
        return created.cluster?.clusterArn ?? "";
    },
    async read(aws, id) {
        const found = await describe(aws, id);
        return (
            found && {
                ...fromApi(inputs, found, camelCase),
                arn: found.clusterArn,
                tagsAll: fromEcsTags(found.tags),
            }
        );
    },
    async update(aws, id, news, olds) {
        const { settings, configuration, serviceConnectDefaults } = toApi(inputs, news, camelCase);
        const ecs = await aws.ecs();
        await ecs.updateCluster({ cluster: id, ...({ settings, configuration, serviceConnectDefaults } as object) });
        await updateEcsTags(aws, id, news, olds);
    },
    async delete(aws, id) {
        const ecs = await aws.ecs();
        await patiently(() => ecs.deleteCluster({ cluster: id }), /^ClusterContains|^UpdateInProgressException/);
    },
};

async function describe(aws: Aws, nameOrArn: string): Promise<Cluster | undefined> {
    const ecs = await aws.ecs();
    const answer = await ecs.describeClusters({
        clusters: [nameOrArn],
        include: ["CONFIGURATIONS", "SETTINGS", "TAGS"],
    });
    return answer.clusters?.find((one) => one.status === "ACTIVE");
}
