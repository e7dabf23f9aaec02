import type { PutScalingPolicyCommandInput } from "@aws-sdk/client-application-auto-scaling";
import { fromApi, pascalCase, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { region } from "../common-inputs";
import type { Failure } from "../failure";
import { boolean, list, number, numberText, object, type Properties, text, unserved, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { scaledMembers, scaledResource } from "./scaled-resource";

const dimensions = list(object({ name: text({ required: true }), value: text({ required: true }) }), {
    unordered: true,
});

const metricStat = object({
    metric: object(
        { dimensions, metricName: text({ required: true }), namespace: text({ required: true }) },
        { required: true },
    ),
    stat: text({ required: true }),
    unit: text(),
});

/** What `metrics`, several with an expression, take the place of. */
const oneMetric: Properties = {
    dimensions,
    metricName: text(),
    namespace: text(),
    statistic: text({ oneOf: ["Average", "Minimum", "Maximum", "SampleCount", "Sum"] }),
    unit: text(),
};

const metrics = list(
    object({
        expression: text(),
        id: text({ required: true }),
        label: text(),
        metricStat,
        returnData: boolean({ default: true }),
    }),
    { unordered: true },
);

const tracking = object({
    customizedMetricSpecification: object({ ...oneMetric, metrics }),
    disableScaleIn: boolean({ default: false }),
    predefinedMetricSpecification: object({ predefinedMetricType: text({ required: true }), resourceLabel: text() }),
    scaleInCooldown: number(),
    scaleOutCooldown: number(),
    targetValue: number({ required: true }),
});

const step = object({
    metricIntervalLowerBound: numberText(),
    metricIntervalUpperBound: numberText(),
    scalingAdjustment: number({ required: true }),
});

const stepping = object({
    adjustmentType: text({ oneOf: ["ChangeInCapacity", "PercentChangeInCapacity", "ExactCapacity"] }),
    cooldown: number(),
    metricAggregationType: text({ oneOf: ["Average", "Minimum", "Maximum"] }),
    minAdjustmentMagnitude: number(),
    stepAdjustments: list(step, { unordered: true }),
});

const inputs: Properties = {
    ...scaledResource,
    name: text({ replaces: true, api: "PolicyName" }),
    policyType: text({ default: "StepScaling", oneOf: ["PredictiveScaling", "StepScaling", "TargetTrackingScaling"] }),
    predictiveScalingPolicyConfiguration: unserved(),
    region,
    stepScalingPolicyConfiguration: stepping,
    targetTrackingScalingPolicyConfiguration: tracking,
};

/** A policy by which Application Auto Scaling changes the capacity of a target. */
export const policy: ResourceType = {
    inputs,
    outputs: ["alarmArns", "arn"],
    autoName: { maxLength: 255 },
    check: conflicts,
    changedByUpdate: () => ["alarmArns"],
    async create(aws, values) {
        await put(aws, values);
        return String(values["name"]);
    },
    async read(aws, id, state) {
        const request = { ...scaledMembers(state), PolicyNames: [id] };
        const { ScalingPolicies = [] } = await (await aws.applicationAutoScaling()).describeScalingPolicies(request);
        const found = ScalingPolicies.find(({ PolicyName }) => PolicyName === id);
        return (
            found && {
                ...fromApi(inputs, found, pascalCase),
                alarmArns: (found.Alarms ?? []).map(({ AlarmARN }) => AlarmARN),
                arn: found.PolicyARN,
            }
        );
    },
    async update(aws, _id, news) {
        await put(aws, news);
    },
    async delete(aws, id, state) {
        const scaling = await aws.applicationAutoScaling();
        await scaling.deleteScalingPolicy({ ...scaledMembers(state), PolicyName: id });
    },
};

async function put(aws: Aws, values: Values): Promise<void> {
    const request = toApi(inputs, values, pascalCase) as unknown as PutScalingPolicyCommandInput;
    await (await aws.applicationAutoScaling()).putScalingPolicy(request);
}

/** What Pulumi's provider refuses beside each other (`ConflictsWith`). */
function conflicts(values: Values): Failure[] {
    const path = "targetTrackingScalingPolicyConfiguration";
    const given = (values[path] ?? {}) as Values;
    const custom = given["customizedMetricSpecification"] as Values | undefined;
    const beside = (of: Values | undefined, one: string, other: string, at: string): Failure[] =>
        of?.[one] === undefined || of[other] === undefined
            ? []
            : [{ property: `${at}.${one}`, reason: `conflicts with ${other}` }];
    return [
        ...Object.keys(oneMetric).flatMap((name) =>
            beside(custom, name, "metrics", `${path}.customizedMetricSpecification`),
        ),
        ...beside(given, "customizedMetricSpecification", "predefinedMetricSpecification", path),
    ];
}
