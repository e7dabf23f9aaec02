import type { CapacityProvider } from "@aws-sdk/client-ecs";
import { camelCase, fromApi, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { AwsError } from "../aws-error";
import { region, tags } from "../common-inputs";
import { number, object, type Properties, text, unserved, type Values, without } from "../property";
import type { ResourceType } from "../resource-type";
import { fromEcsTags, tagsOf, toEcsTags } from "../tags";
import { activeClusters } from "./clusters";
import { nameOf, updateEcsTags } from "./tagging";

const onOff = { oneOf: ["ENABLED", "DISABLED"] };

const inputs: Properties = {
    autoScalingGroupProvider: object({
        autoScalingGroupArn: text({ required: true, replaces: true }),
        managedDraining: text(onOff),
        managedScaling: object({
            instanceWarmupPeriod: number(),
            maximumScalingStepSize: number(),
            minimumScalingStepSize: number(),
            status: text(onOff),
            targetCapacity: number(),
        }),
        managedTerminationProtection: text(onOff),
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
        return failures;
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
    async read(aws, id, state) {
        const found = await describe(aws, id);
        return (
            found && {
                ...withSentDraining(fromApi(inputs, found, camelCase), state),
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
        const user = (await activeClusters(aws)).find((one) => one.capacityProviders?.map(nameOf).includes(nameOf(id)));
        if (user !== undefined) {
            throw new AwsError(
                "ClientException",
                "The capacity provider cannot be deleted because it is associated with cluster: " +
                    `${user.clusterName ?? ""}. Remove the capacity provider from the cluster and try again.`,
            );
        }
        await (await aws.ecs()).deleteCapacityProvider({ capacityProvider: id });
    },
};

interface AutoScalingGroupProvider {
    autoScalingGroupArn: string;
    managedTerminationProtection?: "ENABLED" | "DISABLED";
}

async function describe(aws: Aws, nameOrArn: string): Promise<CapacityProvider | undefined> {
    const answer = await (
        await aws.ecs()
    ).describeCapacityProviders({ capacityProviders: [nameOrArn], include: ["TAGS"] });
    return answer.capacityProviders?.find((one) => one.status === "ACTIVE");
}

/** The emulator drops `managedDraining` from an update: what was sent stands in its place. */
function withSentDraining(described: Values, state: Values): Values {
    const sent = (state["autoScalingGroupProvider"] as Values | undefined)?.["managedDraining"];
    const provider = described["autoScalingGroupProvider"] as Values;
    return sent === undefined
        ? described
        : { ...described, autoScalingGroupProvider: { ...provider, managedDraining: sent } };
}

/** The emulator takes any Auto Scaling group, even none. */
async function refuseUnfitGroup(aws: Aws, provider: AutoScalingGroupProvider): Promise<void> {
    const name = nameOf(provider.autoScalingGroupArn);
    const { AutoScalingGroups: groups } = await (
        await aws.autoScaling()
    ).describeAutoScalingGroups({ AutoScalingGroupNames: [name] });
    const group = groups?.find((one) => one.AutoScalingGroupARN === provider.autoScalingGroupArn);
    if (group === undefined) {
        throw new AwsError(
            "ClientException",
            `The specified Auto Scaling group does not exist: ${provider.autoScalingGroupArn}.`,
        );
    }
    if (provider.managedTerminationProtection === "ENABLED" && group.NewInstancesProtectedFromScaleIn !== true) {
        throw new AwsError(
            "InvalidParameterException",
            "The managed termination protection setting for the capacity provider is invalid. To enable managed " +
                "termination protection " +
                "for a capacity provider, the Auto Scaling group must have instance protection from scale in enabled.",
        );
    }
}
