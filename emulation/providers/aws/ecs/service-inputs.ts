import { camelCase, toApi } from "../api-shape";
import { region, tags } from "../common-inputs";
import { boolean, list, map, number, object, only, type Properties, text, type Values } from "../property";
import { deploymentInputs, deploymentMembers } from "./deployment";
import { serviceConnectConfiguration } from "./service-connect";
import { volumeConfiguration, volumeMembers } from "./service-volumes";

const constraint = { expression: text(), type: text({ required: true, oneOf: ["distinctInstance", "memberOf"] }) };

export const serviceInputs: Properties = {
    ...deploymentInputs,
    availabilityZoneRebalancing: text({ computed: true, oneOf: ["ENABLED", "DISABLED"] }),
    capacityProviderStrategies: list(
        object({ base: number(), capacityProvider: text({ required: true }), weight: number() }),
        {
            answered: true,
            api: "capacityProviderStrategy",
            unordered: true,
        },
    ),
    cluster: text({ replaces: true, computed: true }),
    deploymentController: object(
        { type: text({ oneOf: ["ECS", "CODE_DEPLOY", "EXTERNAL"], default: "ECS" }) },
        { computed: true },
    ),
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
        { answered: true, unordered: true },
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
        object({
            field: text({ meaning: fieldMeaning }),
            type: text({ required: true, oneOf: ["binpack", "random", "spread"] }),
        }),
        {
            api: "placementStrategy",
        },
    ),
    placementConstraints: list(object(constraint), { unordered: true }),
    platformVersion: text({ computed: true }),
    propagateTags: text({
        oneOf: ["SERVICE", "TASK_DEFINITION", "NONE"],
        meaning: (value) => (value === "NONE" ? undefined : value),
    }),
    region,
    schedulingStrategy: text({ replaces: true, default: "REPLICA", oneOf: ["DAEMON", "REPLICA"] }),
    serviceConnectConfiguration,
    serviceRegistries: object(
        { containerName: text(), containerPort: number(), port: number(), registryArn: text({ required: true }) },
        { api: false },
    ),
    sigintRollback: boolean({ default: false, api: false }),
    tags,
    taskDefinition: text({ answered: true }),
    triggers: map(text(), { computed: true, api: false }),
    volumeConfiguration,
    vpcLatticeConfigurations: list(
        object({
            portName: text({ required: true }),
            roleArn: text({ required: true }),
            targetGroupArn: text({ required: true }),
        }),
        { unordered: true },
    ),
    waitForSteadyState: boolean({ default: false, api: false }),
};

/** Amazon ECS answers fields in other letters, and knows two names for one of them. */
function fieldMeaning(field: string): string {
    return field === "host" ? "instanceid" : field.toLowerCase();
}

/** The members that both CreateService and UpdateService take. */
export interface ServiceMembers {
    cluster?: string;
    serviceName: string;
    taskDefinition?: string;
    desiredCount?: number;
    capacityProviderStrategy?: { capacityProvider: string; base?: number; weight?: number }[];
    launchType?: "EC2" | "FARGATE" | "EXTERNAL";
}

/**
 * A service's inputs as members of an Amazon ECS request.
 *
 * @param of The inputs that are meant, and the service's cluster. Default: all.
 */
export function serviceMembers(all: Values, of: readonly string[] = Object.keys(all)): ServiceMembers {
    const values = only(all, ["cluster", ...of]);
    const deploymentConfiguration = deploymentMembers(all, of);
    const members = toApi(serviceInputs, values, camelCase);
    const network = values["networkConfiguration"] as Values | undefined;
    const registry = values["serviceRegistries"];
    return {
        ...(members as unknown as ServiceMembers),
        ...(Object.keys(deploymentConfiguration).length === 0 ? {} : { deploymentConfiguration }),
        ...(values["volumeConfiguration"] === undefined ? {} : { volumeConfigurations: volumeMembers(values) }),
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
