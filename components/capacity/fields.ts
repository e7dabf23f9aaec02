import {
    ecsNamePattern,
    ecsNameRequirement,
    fargateCapacityProviders,
    inferentiaInstanceTypes,
    neuronRuntimes,
} from "../../contract";
import { record } from "../validation/record";
import { required, list, type Fields } from "../validation/shape";
import { anyText, arnOf, integer, oneOf, text } from "../validation/values";
import type { CapacityArgs } from "./capacity";

const providerPattern = new RegExp(`^(?!(?:${fargateCapacityProviders.join("|")})$)[\\w-]{1,255}$`);
const providerRequirement = "the name of a capacity provider of Inferentia instances; Fargate has none";

/** How each member of a capacity is judged. */
const capacityFields: Fields<CapacityArgs> = {
    poolName: text(/\S/, "a name"),
    clusterName: required(text(ecsNamePattern, ecsNameRequirement), "give the name of the cluster"),
    clusterArn: required(arnOf("an ECS cluster", /^arn:[\w-]+:ecs:[\w-]+:\d{12}:\S+$/), "give the ARN of the cluster"),
    capacityProviderName: required(text(providerPattern, providerRequirement), `give ${providerRequirement}`),
    instanceTypes: required(
        list(oneOf(inferentiaInstanceTypes), "a list with at least one EC2 type"),
        "give the EC2 types of the instances",
    ),
    runtime: oneOf(neuronRuntimes),
    maxSize: integer(0, Infinity, "instances"),
    amiSsmParameter: anyText,
    amiId: anyText,
    amiName: anyText,
    executeCommandLogGroupArn: anyText,
    executeCommandKmsKeyArn: anyText,
};

/** Judges the argument `capacity`. What is missing as a whole is one problem, and not one for each member. */
export const capacityRecord = record(
    "a capacity",
    capacityFields,
    "give that of an InferentiaCluster: capacity where it has one pool, capacities.NAME where it has several",
);
