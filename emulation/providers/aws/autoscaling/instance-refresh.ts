import type { RefreshPreferences } from "@aws-sdk/client-auto-scaling";
import { pascalCase, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { differences } from "../differences";
import type { Failure } from "../failure";
import {
    boolean,
    defaultsOf,
    list,
    number,
    object,
    type Properties,
    type Property,
    text,
    type Values,
} from "../property";
import { rangeFailures } from "../ranges";

const preferences: Properties = {
    alarmSpecification: object({ alarms: list(text()) }),
    autoRollback: boolean(),
    checkpointDelay: text(),
    checkpointPercentages: list(number()),
    instanceWarmup: text(),
    maxHealthyPercentage: number({ default: 100 }),
    minHealthyPercentage: number({ default: 90 }),
    scaleInProtectedInstances: text({ default: "Ignore", oneOf: ["Refresh", "Ignore", "Wait"] }),
    skipMatching: boolean({ default: false }),
    standbyInstances: text({ default: "Ignore", oneOf: ["Terminate", "Ignore", "Wait"] }),
};

/** How the instances are replaced when what they are launched from changes. It stands in the state alone. */
export const instanceRefresh: Property = object(
    {
        preferences: object(preferences),
        strategy: text({ required: true, oneOf: ["Rolling", "ReplaceRootVolume"] }),
        triggers: list(text(), { unordered: true }),
    },
    { api: false },
);

/** A change of these always refreshes the instances. */
const sources = ["launchConfiguration", "launchTemplate", "mixedInstancesPolicy"];

/** Pulumi's provider takes the names of Terraform's. */
const sourceTriggers = ["launch_configuration", "launch_template", "mixed_instances_policy"];

const path = "instanceRefresh";

export function refreshFailures(values: Values): Failure[] {
    const refresh = values[path] as Values | undefined;
    const given = refresh?.["preferences"] as Values | undefined;
    const triggers = Array.isArray(refresh?.["triggers"]) ? (refresh["triggers"] as unknown[]) : [];
    return [
        ...rangeFailures(`${path}.preferences`, given, {
            maxHealthyPercentage: [100, 200],
            minHealthyPercentage: [0, 100],
        }),
        ...triggers.flatMap((trigger, index) =>
            sourceTriggers.includes(String(trigger))
                ? [
                      {
                          property: `${path}.triggers[${index}]`,
                          reason: `'${String(trigger)}' always triggers an instance refresh and can be removed`,
                      },
                  ]
                : [],
        ),
    ];
}

/** Starts an instance refresh where the group has one and something that triggers it has changed. */
export async function refreshInstances(
    aws: Aws,
    AutoScalingGroupName: string,
    inputs: Properties,
    olds: Values,
    news: Values,
): Promise<void> {
    const refresh = news[path] as Values | undefined;
    const changed = differences(inputs, olds, news).map(({ property }) => camelToSnake(property));
    const triggers = [...sources.map(camelToSnake), ...((refresh?.["triggers"] ?? []) as string[]).map(singular)];
    if (refresh === undefined || !changed.map(singular).some((name) => triggers.includes(name))) {
        return;
    }
    const given = { ...defaultsOf(preferences), ...(refresh["preferences"] as Values | undefined) };
    await (
        await aws.autoScaling()
    ).startInstanceRefresh({
        AutoScalingGroupName,
        Strategy: refresh["strategy"] as "Rolling",
        Preferences: numeric(toApi(preferences, given, pascalCase)),
    });
}

/** These two numbers are texts for Pulumi's provider, so that they can be left out. */
function numeric({ InstanceWarmup, CheckpointDelay, ...others }: Values): RefreshPreferences {
    return {
        ...others,
        ...(InstanceWarmup === undefined ? {} : { InstanceWarmup: Number(InstanceWarmup) }),
        ...(CheckpointDelay === undefined ? {} : { CheckpointDelay: Number(CheckpointDelay) }),
    };
}

function camelToSnake(name: string): string {
    return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `tags` of Pulumi's provider is `tag` of Terraform's, and both are taken. */
function singular(name: string): string {
    return name === "tags" ? "tag" : name;
}
