import { region } from "../common-inputs";
import { allUnserved, boolean, list, number, object, type Properties, text, unserved } from "../property";

const launchTemplateSpecification = object(
    { launchTemplateId: text(), launchTemplateName: text(), version: text() },
    { required: true },
);

export const groupInputs: Properties = {
    availabilityZones: list(text(), { computed: true, unordered: true }),
    capacityRebalance: boolean(),
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
    instanceMaintenancePolicy: object({
        maxHealthyPercentage: number({ required: true }),
        minHealthyPercentage: number({ required: true }),
    }),
    launchTemplate: object({
        id: text({ computed: true, api: "LaunchTemplateId" }),
        name: text({ computed: true, api: "LaunchTemplateName" }),
        version: text({ computed: true }),
    }),
    maxInstanceLifetime: number(),
    maxSize: number({ required: true }),
    metricsGranularity: text({ default: "1Minute", oneOf: ["1Minute"], api: false }),
    minElbCapacity: number({ api: false }),
    minSize: number({ required: true }),
    mixedInstancesPolicy: object({
        instancesDistribution: object(
            {
                onDemandAllocationStrategy: text({ computed: true, oneOf: ["lowest-price", "prioritized"] }),
                onDemandBaseCapacity: number({ computed: true }),
                onDemandPercentageAboveBaseCapacity: number({ computed: true }),
                spotAllocationStrategy: text({
                    computed: true,
                    oneOf: [
                        "capacity-optimized",
                        "capacity-optimized-prioritized",
                        "lowest-price",
                        "price-capacity-optimized",
                    ],
                }),
                spotInstancePools: number({ computed: true }),
                spotMaxPrice: text(),
            },
            { computed: true },
        ),
        launchTemplate: object(
            {
                launchTemplateSpecification,
                overrides: list(
                    object({
                        instanceRequirements: unserved(),
                        instanceType: text(),
                        launchTemplateSpecification: object({
                            launchTemplateId: text(),
                            launchTemplateName: text(),
                            version: text(),
                        }),
                        weightedCapacity: text(),
                    }),
                    { computed: true },
                ),
            },
            { required: true },
        ),
    }),
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
        { unordered: true },
    ),
    targetGroupArns: list(text(), { computed: true, api: "TargetGroupARNs", unordered: true }),
    terminationPolicies: list(text()),
    vpcZoneIdentifiers: list(text(), { computed: true, api: false, unordered: true }),
    waitForCapacityTimeout: text({ default: "10m", api: false }),
    waitForElbCapacity: number({ api: false }),
    ...allUnserved(
        "availabilityZoneDistribution",
        "capacityReservationSpecification",
        "initialLifecycleHooks",
        "instanceLifecyclePolicy",
        "instanceRefresh",
        "launchConfiguration",
        "loadBalancers",
        "trafficSources",
        "warmPool",
    ),
};
