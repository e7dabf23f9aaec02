import { region } from "../common-inputs";
import { allUnserved, boolean, list, number, object, type Properties, text } from "../property";
import { instanceRefresh } from "./instance-refresh";
import { initialLifecycleHooks } from "./lifecycle-hooks";
import { mixedInstancesPolicy } from "./mixed-instances";
import { warmPool } from "./warm-pool";

export const groupInputs: Properties = {
    availabilityZoneDistribution: object(
        { capacityDistributionStrategy: text({ oneOf: ["balanced-only", "balanced-best-effort"] }) },
        { computed: true },
    ),
    availabilityZones: list(text(), { computed: true, unordered: true }),
    capacityRebalance: boolean(),
    capacityReservationSpecification: object(
        {
            capacityReservationPreference: text({
                oneOf: ["capacity-reservations-first", "capacity-reservations-only", "default", "none"],
            }),
            capacityReservationTarget: object({
                capacityReservationIds: list(text()),
                capacityReservationResourceGroupArns: list(text()),
            }),
        },
        { computed: true },
    ),
    context: text(),
    defaultCooldown: number({ computed: true }),
    defaultInstanceWarmup: number(),
    desiredCapacity: number({ computed: true }),
    desiredCapacityType: text({ oneOf: ["memory-mib", "units", "vcpu"] }),
    enabledMetrics: list(text(), { api: false, unordered: true }),
    forceDelete: boolean({ default: false, api: false }),
    forceDeleteWarmPool: boolean({ default: false, api: false }),
    healthCheckGracePeriod: number({ default: 300 }),
    healthCheckType: text({ computed: true }),
    ignoreFailedScalingActivities: boolean({ default: false, api: false }),
    initialLifecycleHooks,
    instanceLifecyclePolicy: object({
        retentionTriggers: object({ terminateHookAbandon: text({ oneOf: ["retain", "terminate"] }) }),
    }),
    instanceMaintenancePolicy: object({
        maxHealthyPercentage: number({ required: true }),
        minHealthyPercentage: number({ required: true }),
    }),
    instanceRefresh,
    launchTemplate: object(
        {
            id: text({ computed: true, api: "LaunchTemplateId" }),
            name: text({ computed: true, api: "LaunchTemplateName" }),
            version: text({ computed: true }),
        },
        { computed: true },
    ),
    maxInstanceLifetime: number(),
    maxSize: number({ required: true }),
    metricsGranularity: text({ default: "1Minute", oneOf: ["1Minute"], api: false }),
    minElbCapacity: number({ api: false }),
    minSize: number({ required: true }),
    mixedInstancesPolicy,
    name: text({ replaces: true, api: "AutoScalingGroupName" }),
    namePrefix: text({ replaces: true, api: false }),
    placementGroup: text(),
    protectFromScaleIn: boolean({ default: false, api: "NewInstancesProtectedFromScaleIn" }),
    region,
    serviceLinkedRoleArn: text({ computed: true, api: "ServiceLinkedRoleARN" }),
    suspendedProcesses: list(text(), { api: false, unordered: true }),
    tags: list(
        object({
            key: text({ required: true }),
            propagateAtLaunch: boolean({ required: true }),
            value: text({ required: true }),
        }),
        { answered: true, unordered: true },
    ),
    targetGroupArns: list(text(), { computed: true, api: "TargetGroupARNs", unordered: true }),
    terminationPolicies: list(text()),
    vpcZoneIdentifiers: list(text(), { computed: true, api: false, unordered: true }),
    waitForCapacityTimeout: text({ default: "10m", api: false }),
    waitForElbCapacity: number({ api: false }),
    warmPool,
    ...allUnserved("launchConfiguration", "loadBalancers", "trafficSources"),
};
