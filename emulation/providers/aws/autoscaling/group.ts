import type { AutoScaling, AutoScalingGroup, UpdateAutoScalingGroupType } from "@aws-sdk/client-auto-scaling";
import { cleared, fromApi, pascalCase, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { AwsError } from "../aws-error";
import { type Values, without } from "../property";
import type { ResourceType } from "../resource-type";
import { drain, releaseInstances, waitForCapacity } from "./capacity";
import { groupFailures } from "./group-failures";
import { groupInputs } from "./group-inputs";

const emptied = {
    capacityRebalance: { CapacityRebalance: false },
    defaultInstanceWarmup: { DefaultInstanceWarmup: -1 },
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
        await (await aws.autoScaling()).createAutoScalingGroup({ ...members(values), Tags: tags(name, values) });
        return name;
    },
    async finish(aws, id, values, timeoutSeconds) {
        const scaling = await aws.autoScaling();
        await setMetrics(scaling, id, [], values["enabledMetrics"]);
        await setProcesses(scaling, id, [], values["suspendedProcesses"]);
        await waitForCapacity(aws, id, values, timeoutSeconds);
    },
    async read(aws, id) {
        const found = await describe(aws, id);
        return found && described(found);
    },
    async update(aws, id, news, olds, timeoutSeconds) {
        const scaling = await aws.autoScaling();
        await scaling.updateAutoScalingGroup({
            AutoScalingGroupName: id,
            ...without(members(news), "Tags"),
            ...cleared(emptied, olds, news),
        });
        await setTags(scaling, id, olds, news);
        await setMetrics(scaling, id, olds["enabledMetrics"], news["enabledMetrics"]);
        await setProcesses(scaling, id, olds["suspendedProcesses"], news["suspendedProcesses"]);
        await waitForCapacity(aws, id, news, timeoutSeconds);
    },
    async delete(aws, id, state, timeoutSeconds) {
        if ((await describe(aws, id)) === undefined) {
            return;
        }
        const ForceDelete = state["forceDelete"] === true;
        await (ForceDelete ? releaseInstances(aws, id) : drain(aws, id, timeoutSeconds));
        await (await aws.autoScaling()).deleteAutoScalingGroup({ AutoScalingGroupName: id, ForceDelete });
    },
};

interface Tag {
    Key: string;
    Value: string;
    PropagateAtLaunch: boolean;
}

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
        warmPoolSize: found.WarmPoolSize ?? 0,
    };
}

function tags(group: string, values: Values): (Tag & { ResourceId: string; ResourceType: string })[] {
    return (members(values).Tags ?? []).map((tag) => ({
        ...tag,
        ResourceId: group,
        ResourceType: "auto-scaling-group",
    }));
}

async function setTags(scaling: AutoScaling, name: string, olds: Values, news: Values): Promise<void> {
    const after = tags(name, news);
    const gone = tags(name, olds).filter((tag) => !after.some((other) => other.Key === tag.Key));
    if (gone.length > 0) {
        await scaling.deleteTags({ Tags: gone });
    }
    if (after.length > 0) {
        await scaling.createOrUpdateTags({ Tags: after });
    }
}

async function setMetrics(
    scaling: AutoScaling,
    AutoScalingGroupName: string,
    olds: unknown,
    news: unknown,
): Promise<void> {
    const [before, after] = [olds, news].map((metrics) => (metrics ?? []) as string[]) as [string[], string[]];
    if (before.some((metric) => !after.includes(metric))) {
        throw new AwsError(
            "NotImplemented",
            "the emulator cannot disable the collection of metrics: keep enabledMetrics as they were",
        );
    }
    const Metrics = after.filter((metric) => !before.includes(metric));
    if (Metrics.length > 0) {
        await scaling.enableMetricsCollection({ AutoScalingGroupName, Granularity: "1Minute", Metrics });
    }
}

async function setProcesses(
    scaling: AutoScaling,
    AutoScalingGroupName: string,
    olds: unknown,
    news: unknown,
): Promise<void> {
    const [before, after] = [olds, news].map((processes) => (processes ?? []) as string[]) as [string[], string[]];
    const resumed = before.filter((process) => !after.includes(process));
    if (resumed.length > 0) {
        await scaling.resumeProcesses({ AutoScalingGroupName, ScalingProcesses: resumed });
    }
    const suspended = after.filter((process) => !before.includes(process));
    if (suspended.length > 0) {
        await scaling.suspendProcesses({ AutoScalingGroupName, ScalingProcesses: suspended });
    }
}
