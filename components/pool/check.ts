import {
    defaultRuntime,
    inferentiaInstanceTypes,
    isInferentiaInstanceType,
    neuronInstances,
    runtimeFacts,
    type InferentiaInstanceType,
    type NeuronRuntime,
} from "../../contract";
import { checkAmi, instanceFields, instanceProfileArn, instanceType } from "../launch-template/check";
import { quote, type Problems } from "../validation/problems";
import { isGiven } from "../engine/settled";
import { list, object, type Check, type Fields } from "../validation/shape";
import type { Arguments } from "../validation/validate";
import { boolean, integer, oneOf, policyArn, roleArn } from "../validation/values";
import { InstanceRefresh, type PoolArgs } from "./args";

export const defaultMinSize = 0;
export const defaultMaxSize = 2;
export const defaultTargetCapacity = 100;
const mostInstances = 5000;

export const poolFields: Fields<PoolArgs> = {
    instanceType,
    instanceTypes: list(instanceType, "a list with at least one instance type"),
    minSize: integer(0, mostInstances, "instances"),
    maxSize: integer(1, mostInstances, "instances"),
    spot: boolean,
    onDemandBaseCapacity: integer(0, mostInstances, "instances"),
    onDemandPercentageAboveBaseCapacity: integer(0, 100, "percent"),
    targetCapacity: integer(1, 100, "percent"),
    instanceRefresh: oneOf(Object.values(InstanceRefresh)),
    terminationProtection: boolean,
    instanceRoleArn: roleArn,
    instanceProfileArn,
    instanceRolePolicyArns: list(policyArn, "a list of ARNs of managed policies", 0),
    permissionsBoundary: policyArn,
    ...instanceFields,
};

/** Judges a pool of several. */
export const pool: Check = (value, path, problems) => {
    object("a pool", poolFields)(value, path, problems);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
        checkPool(value as Arguments, (argument) => `${path}.${argument}`, problems);
    }
};

/** Whether the arguments of a pool fit one another. */
export function checkPool(args: Arguments, path: (argument: string) => string, problems: Problems): void {
    const exclusive = (one: string, other: string) => {
        problems.exclusive(path(one), args[one], path(other), args[other]);
    };
    exclusive("instanceTypes", "instanceType");
    if (args["instanceType"] === undefined && args["instanceTypes"] === undefined) {
        problems.add(path("instanceType"), `is missing; give one of ${inferentiaInstanceTypes.join(", ")}`);
    }
    exclusive("spot", "onDemandBaseCapacity");
    exclusive("spot", "onDemandPercentageAboveBaseCapacity");
    exclusive("instanceProfileArn", "instanceRoleArn");
    for (const own of ["instanceRoleArn", "instanceProfileArn"]) {
        exclusive(own, "instanceRolePolicyArns");
        exclusive(own, "permissionsBoundary");
    }
    checkAmi(args, path, problems);
    checkSizes(args, path, problems);
    checkTypes(args, path, problems);
}

function checkSizes(args: Arguments, path: (argument: string) => string, problems: Problems): void {
    const minSize = args["minSize"] ?? defaultMinSize;
    const maxSize = args["maxSize"] ?? defaultMaxSize;
    if (isGiven(minSize) && isGiven(maxSize) && Number(minSize) > Number(maxSize)) {
        problems.add(
            path("maxSize"),
            `is ${quote(maxSize)}, but must be at least minSize, which is ${quote(minSize)}; raise maxSize or lower ` +
                "minSize",
        );
    }
}

/** All types have as many chips of one kind, so that tasks fit on each, and the runtime drives them. */
function checkTypes(args: Arguments, path: (argument: string) => string, problems: Problems): void {
    const [argument, given] = Array.isArray(args["instanceTypes"])
        ? ["instanceTypes", args["instanceTypes"] as unknown[]]
        : ["instanceType", [args["instanceType"]]];
    const types = given.filter(isInferentiaInstanceType);
    const [first] = types;
    if (new Set(types).size < types.length) {
        problems.add(path(argument), "names an instance type twice; leave one out");
    }
    const other = types.find((type) => first !== undefined && chipsOf(type) !== chipsOf(first));
    if (first !== undefined && other !== undefined) {
        problems.add(
            path(argument),
            `holds ${first} with ${chipsOf(first)} and ${other} with ${chipsOf(other)}, but all must have as many ` +
                "chips of one kind, so that a task fits on each; make two pools",
        );
    }
    const runtime = args["runtime"] ?? defaultRuntime;
    if (typeof runtime === "string" && Object.hasOwn(runtimeFacts, runtime)) {
        const driven = runtimeFacts[runtime as NeuronRuntime].instanceTypes;
        const without = types.find((type) => !driven.includes(type));
        if (without !== undefined) {
            problems.add(
                path(argument),
                `is ${without}, which ${runtime} does not drive; give the runtime libnrt, or one of ` +
                    driven.join(", "),
            );
        }
    }
}

function chipsOf(type: InferentiaInstanceType): string {
    const { chip, chips } = neuronInstances[type];
    return `${chips} ${chip} ${chips === 1 ? "chip" : "chips"}`;
}
