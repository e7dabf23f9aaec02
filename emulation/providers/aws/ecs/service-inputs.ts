import { camelCase, toApi } from "../api-shape";
import { region, tags } from "../common-inputs";
import { allUnserved, boolean, list, map, number, object, type Properties, text, type Values } from "../property";

const constraint = { expression: text(), type: text({ required: true, oneOf: ["distinctInstance", "memberOf"] }) };

export const serviceInputs: Properties = {
    alarms: object(
        {
            alarmNames: list(text(), { required: true }),
            enable: boolean({ required: true }),
            rollback: boolean({ required: true }),
        },
        { api: false },
    ),
    availabilityZoneRebalancing: text({ computed: true, oneOf: ["ENABLED", "DISABLED"] }),
    capacityProviderStrategies: list(
        object({ base: number(), capacityProvider: text({ required: true }), weight: number() }),
        {
            api: "capacityProviderStrategy",
            unordered: true,
        },
    ),
    cluster: text({ replaces: true, computed: true }),
    deploymentCircuitBreaker: object(
        { enable: boolean({ required: true }), rollback: boolean({ required: true }) },
        { api: false },
    ),
    deploymentController: object({
        type: text({ oneOf: ["ECS", "CODE_DEPLOY", "EXTERNAL"], default: "ECS", replaces: true }),
    }),
    deploymentMaximumPercent: number({ default: 200, api: false }),
    deploymentMinimumHealthyPercent: number({ default: 100, api: false }),
    desiredCount: number(),
    enableEcsManagedTags: boolean({ default: false, api: "enableECSManagedTags" }),
    enableExecuteCommand: boolean({ default: false }),
    forceDelete: boolean({ api: false }),
    forceNewDeployment: boolean({ default: false, api: false }),
    healthCheckGracePeriodSeconds: number(),
    iamRole: text({ replaces: true, computed: true, api: "role" }),
    launchType: text({ replaces: true, computed: true, oneOf: ["EC2", "EXTERNAL", "FARGATE"] }),
    loadBalancers: list(
        object({
            advancedConfiguration: object({
                alternateTargetGroupArn: text({ required: true }),
                productionListenerRule: text({ required: true }),
                roleArn: text({ required: true }),
                testListenerRule: text(),
            }),
            containerName: text({ required: true }),
            containerPort: number({ required: true }),
            elbName: text({ api: "loadBalancerName" }),
            targetGroupArn: text(),
        }),
        { unordered: true },
    ),
    name: text({ replaces: true, api: "serviceName" }),
    networkConfiguration: object(
        {
            assignPublicIp: boolean({ api: false }),
            securityGroups: list(text(), { unordered: true }),
            subnets: list(text(), { required: true, unordered: true }),
        },
        { api: false },
    ),
    orderedPlacementStrategies: list(
        object({ field: text(), type: text({ required: true, oneOf: ["binpack", "random", "spread"] }) }),
        {
            api: "placementStrategy",
        },
    ),
    placementConstraints: list(object(constraint), { unordered: true }),
    platformVersion: text({ computed: true }),
    propagateTags: text({ oneOf: ["SERVICE", "TASK_DEFINITION", "NONE"] }),
    region,
    schedulingStrategy: text({ replaces: true, default: "REPLICA", oneOf: ["DAEMON", "REPLICA"] }),
    serviceRegistries: object(
        { containerName: text(), containerPort: number(), port: number(), registryArn: text({ required: true }) },
        { api: false },
    ),
    sigintRollback: boolean({ default: false, api: false }),
    tags,
    taskDefinition: text(),
    triggers: map(text(), { computed: true, api: false }),
    waitForSteadyState: boolean({ default: false, api: false }),
    ...allUnserved(
        "deploymentConfiguration",
        "serviceConnectConfiguration",
        "volumeConfiguration",
        "vpcLatticeConfigurations",
    ),
};

/** The members that both CreateService and UpdateService take. */
export interface ServiceMembers {
    cluster?: string;
    serviceName: string;
    taskDefinition?: string;
    desiredCount?: number;
    capacityProviderStrategy?: { capacityProvider: string; base?: number; weight?: number }[];
    launchType?: "EC2" | "FARGATE" | "EXTERNAL";
}

/** A service's inputs as members of an Amazon ECS request. */
export function serviceMembers(values: Values): ServiceMembers {
    const members = toApi(serviceInputs, values, camelCase);
    const network = values["networkConfiguration"] as Values | undefined;
    const registry = values["serviceRegistries"];
    return {
        ...(members as unknown as ServiceMembers),
        ...{ deploymentConfiguration: deploymentConfiguration(values) },
        ...(registry === undefined ? {} : { serviceRegistries: [registry] }),
        ...(network === undefined
            ? {}
            : {
                  networkConfiguration: {
                      awsvpcConfiguration: {
                          subnets: network["subnets"],
                          securityGroups: network["securityGroups"] ?? [],
                          assignPublicIp: network["assignPublicIp"] === true ? "ENABLED" : "DISABLED",
                      },
                  },
              }),
    };
}

function deploymentConfiguration(values: Values): Values {
    const daemon = values["schedulingStrategy"] === "DAEMON";
    return {
        // A daemon service's maximum is AWS's own.
        ...(daemon ? {} : { maximumPercent: values["deploymentMaximumPercent"] }),
        minimumHealthyPercent: values["deploymentMinimumHealthyPercent"],
        ...(values["deploymentCircuitBreaker"] === undefined
            ? {}
            : { deploymentCircuitBreaker: values["deploymentCircuitBreaker"] }),
        ...(values["alarms"] === undefined ? {} : { alarms: values["alarms"] }),
    };
}
