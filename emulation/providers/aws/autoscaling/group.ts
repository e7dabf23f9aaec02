import type { AutoScalingGroup, UpdateAutoScalingGroupType } from "@aws-sdk/client-auto-scaling";
import { cleared, fromApi, pascalCase, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { patiently } from "../patience";
import { type Values, without } from "../property";
import type { ResourceType } from "../resource-type";
import { waitForCapacity } from "./capacity";
import { drain } from "./drain";
import { refuseUnfitGroup } from "./group-admission";
import { groupFailures } from "./group-failures";
import { groupInputs } from "./group-inputs";
import { setMetrics, setProcesses } from "./group-settings";
import { setTags, type Tag, tagsOf } from "./group-tags";
import { refreshInstances } from "./instance-refresh";
import { putHooks, sizeBeforeHooks } from "./lifecycle-hooks";
import { setWarmPool, warmPoolIn } from "./warm-pool";

const emptied = {
    capacityRebalance: { CapacityRebalance: false },
    defaultInstanceWarmup: { DefaultInstanceWarmup: -1 },
    instanceMaintenancePolicy: {
        InstanceMaintenancePolicy: { MinHealthyPercentage: -1, MaxHealthyPercentage: -1 },
    },
    maxInstanceLifetime: { MaxInstanceLifetime: 0 },
    placementGroup: { PlacementGroup: "" },
    terminationPolicies: { TerminationPolicies: ["Default"] },
};

export const group: ResourceType = {
    inputs: groupInputs,
    outputs: ["arn", "predictedCapacity", "warmPoolSize"],
    autoName: { maxLength: 255 },
    check: groupFailures,
    async create(aws, values) {
        const name = String(values["name"]);
        await refuseUnfitGroup(aws, values);
        await (
            await aws.autoScaling()
        ).createAutoScalingGroup({
            ...members(values),
            ...sizeBeforeHooks(values),
            Tags: tagsOf(name, members(values).Tags),
        });
        return name;
    },
    async finish(aws, id, values, timeoutSeconds) {
        const scaling = await aws.autoScaling();
        if (await putHooks(aws, id, values)) {
            await scaling.updateAutoScalingGroup({ ...without(members(values), "Tags"), AutoScalingGroupName: id });
        }
        await setMetrics(scaling, id, [], values["enabledMetrics"]);
        await setProcesses(scaling, id, [], values["suspendedProcesses"]);
        await waitForCapacity(aws, id, values, timeoutSeconds, 0);
        await setWarmPool(scaling, id, undefined, values["warmPool"]);
    },
    async read(aws, id) {
        const found = await describe(aws, id);
        return found && described(found);
    },
    async update(aws, id, news, olds, timeoutSeconds) {
        const started = Date.now();
        const scaling = await aws.autoScaling();
        await refuseUnfitGroup(aws, news);
        await scaling.updateAutoScalingGroup({
            AutoScalingGroupName: id,
            ...without(members(news), "Tags"),
            ...cleared(emptied, olds, news),
        });
        await setTags(scaling, id, members(olds).Tags, members(news).Tags);
        await setMetrics(scaling, id, olds["enabledMetrics"], news["enabledMetrics"]);
        await setProcesses(scaling, id, olds["suspendedProcesses"], news["suspendedProcesses"]);
        await refreshInstances(aws, id, groupInputs, olds, news);
        await setWarmPool(scaling, id, olds["warmPool"], news["warmPool"]);
        await waitForCapacity(aws, id, news, timeoutSeconds, started);
    },
    async delete(aws, id, state, timeoutSeconds) {
        if ((await describe(aws, id)) === undefined) {
            return;
        }
        const ForceDelete = state["forceDelete"] === true;
        if (!ForceDelete) {
            await drain(aws, id, timeoutSeconds);
        }
        const scaling = await aws.autoScaling();
        await patiently(
            () => scaling.deleteAutoScalingGroup({ AutoScalingGroupName: id, ForceDelete }),
            /^ResourceInUse|^ScalingActivityInProgress/,
        );
    },
};

interface Members extends UpdateAutoScalingGroupType {
    AutoScalingGroupName: string;
    MinSize: number;
    MaxSize: number;
    Tags?: Tag[];
}

function members(values: Values): Members {
    const subnets = values["vpcZoneIdentifiers"] as string[] | undefined;
    return {
        ...(toApi(groupInputs, values, pascalCase) as unknown as Members),
        ...(subnets === undefined ? {} : { VPCZoneIdentifier: subnets.join(",") }),
    };
}

async function describe(aws: Aws, name: string): Promise<AutoScalingGroup | undefined> {
    const answer = await (await aws.autoScaling()).describeAutoScalingGroups({ AutoScalingGroupNames: [name] });
    return answer.AutoScalingGroups?.[0];
}

function described(found: AutoScalingGroup): Values {
    const subnets = found.VPCZoneIdentifier;
    return {
        ...fromApi(groupInputs, found, pascalCase),
        arn: found.AutoScalingGroupARN,
        enabledMetrics: found.EnabledMetrics?.map((one) => one.Metric),
        predictedCapacity: found.PredictedCapacity ?? 0,
        suspendedProcesses: found.SuspendedProcesses?.map((one) => one.ProcessName),
        vpcZoneIdentifiers: subnets === undefined || subnets === "" ? [] : subnets.split(","),
        warmPool: warmPoolIn(found.WarmPoolConfiguration),
        warmPoolSize: found.WarmPoolSize ?? 0,
    };
}
