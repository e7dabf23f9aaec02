import type { CapacityProvider } from "@aws-sdk/client-ecs";
import { camelCase, fromApi, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { AwsError } from "../aws-error";
import { region, tags } from "../common-inputs";
import { number, object, type Properties, text, unserved, type Values, without } from "../property";
import { rangeFailures } from "../ranges";
import type { ResourceType } from "../resource-type";
import { fromEcsTags, tagsOf, toEcsTags } from "../tags";
import { type AutoScalingGroupProvider, refuseUnfitGroup } from "./capacity-provider-admission";
import { nameOf, updateEcsTags } from "./tagging";

const onOff = { oneOf: ["ENABLED", "DISABLED"] };

const inputs: Properties = {
    autoScalingGroupProvider: object({
        autoScalingGroupArn: text({ required: true, replaces: true }),
        managedDraining: text({ ...onOff, computed: true }),
        managedScaling: object(
            {
                instanceWarmupPeriod: number({ computed: true }),
                maximumScalingStepSize: number({ computed: true }),
                minimumScalingStepSize: number({ computed: true }),
                status: text({ ...onOff, computed: true }),
                targetCapacity: number({ computed: true }),
            },
            { computed: true },
        ),
        managedTerminationProtection: text({ ...onOff, computed: true }),
    }),
    cluster: unserved(),
    managedInstancesProvider: unserved(),
    name: text({ replaces: true }),
    region,
    tags,
};

export const capacityProvider: ResourceType = {
    inputs,
    outputs: ["arn", "tagsAll"],
    autoName: { maxLength: 255 },
    check(values) {
        const provider = values["autoScalingGroupProvider"] as Values | undefined;
        const failures = [];
        if (provider === undefined) {
            failures.push({
                property: "autoScalingGroupProvider",
                reason: "is required: a capacity provider stands on an Auto Scaling group",
            });
        }
        if (/^(aws|ecs|fargate)/i.test(String(values["name"]))) {
            failures.push({
                property: "name",
                reason: `"${String(values["name"])}" begins with aws, ecs or fargate, which AWS reserves`,
            });
        }
        const scaling = provider?.["managedScaling"] as Values | undefined;
        if (
            provider?.["managedTerminationProtection"] === "ENABLED" &&
            (scaling === undefined || scaling["status"] === "DISABLED")
        ) {
            failures.push({
                property: "autoScalingGroupProvider.managedTerminationProtection",
                reason: "is ENABLED, which requires managedScaling with status ENABLED",
            });
        }
        return [
            ...failures,
            ...rangeFailures("autoScalingGroupProvider.managedScaling", scaling, {
                instanceWarmupPeriod: [0, 10_000],
                maximumScalingStepSize: [1, 10_000],
                minimumScalingStepSize: [1, 10_000],
                targetCapacity: [1, 100],
            }),
        ];
    },
    async create(aws, values) {
        const members = toApi(inputs, values, camelCase) as {
            name: string;
            autoScalingGroupProvider: AutoScalingGroupProvider;
        };
        if ((await describe(aws, members.name)) !== undefined) {
            throw new AwsError("ClientException", `A capacity provider with the name ${members.name} already exists.`);
        }
        await refuseUnfitGroup(aws, members.autoScalingGroupProvider);
        const ecs = await aws.ecs();
        const created = await ecs.createCapacityProvider({ ...members, tags: toEcsTags(tagsOf(values)) });
        return created.capacityProvider?.capacityProviderArn ?? "";
    },
    async read(aws, id) {
        const found = await describe(aws, id);
        return (
            found && {
                ...fromApi(inputs, found, camelCase),
                arn: found.capacityProviderArn,
                tagsAll: fromEcsTags(found.tags),
            }
        );
    },
    async update(aws, id, news, olds) {
        const { autoScalingGroupProvider } = toApi(inputs, news, camelCase) as {
            autoScalingGroupProvider: AutoScalingGroupProvider;
        };
        const changeable = without(autoScalingGroupProvider, "autoScalingGroupArn");
        await (await aws.ecs()).updateCapacityProvider({ name: nameOf(id), autoScalingGroupProvider: changeable });
        await updateEcsTags(aws, id, news, olds);
    },
    async delete(aws, id) {
        if ((await describe(aws, id)) === undefined) {
            return;
        }
        const { capacityProvider: left } = await (await aws.ecs()).deleteCapacityProvider({ capacityProvider: id });
        if (left?.updateStatus === "DELETE_FAILED") {
            // No error for AWS: Pulumi's provider reads the status, and fails with the reason.
            throw new Error(`waiting for ECS Capacity Provider (${id}) delete: ${left.updateStatusReason ?? ""}`);
        }
    },
};

async function describe(aws: Aws, nameOrArn: string): Promise<CapacityProvider | undefined> {
    const answer = await (
        await aws.ecs()
    ).describeCapacityProviders({ capacityProviders: [nameOrArn], include: ["TAGS"] });
    return answer.capacityProviders?.find((one) => one.status === "ACTIVE");
}
