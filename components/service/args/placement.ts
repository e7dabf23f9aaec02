import type { ecs } from "@pulumi/aws/types/input";
import { maxPlacementConstraints, maxPlacementStrategies, onePerInstance } from "../../../contract";
import { quote } from "../../validation/problems";
import { awsObject, list, required, type Check } from "../../validation/shape";
import { anyText, oneOf, text } from "../../validation/values";
import { never } from "./load-balancers";

/** The constraints of the component itself: the instance types, and one task for each instance. */
const ownConstraints = 2;

const constraintType: Check = (value, path, problems) => {
    if (value === onePerInstance.type) {
        problems.add(path, `is ${quote(value)}, which the service has already; leave the constraint out`);
    } else {
        oneOf(["memberOf"])(value, path, problems);
    }
};

export const placementConstraints = withMaxItems(
    maxPlacementConstraints - ownConstraints,
    "constraints, as the service has two of its own",
    list(
        awsObject<ecs.ServicePlacementConstraint>("a placement constraint", {
            type: required(constraintType, "give memberOf"),
            expression: text(/\S/, "an expression of the cluster query language"),
        }),
        "a list of placement constraints",
        0,
    ),
);

export const orderedPlacementStrategies = withMaxItems(
    maxPlacementStrategies,
    "strategies",
    list(
        awsObject<ecs.ServiceOrderedPlacementStrategy>("a placement strategy", {
            type: required(oneOf(["random", "spread", "binpack"]), "give random, spread or binpack"),
            field: text(/\S/, "an attribute such as attribute:ecs.availability-zone, or instanceId, cpu or memory"),
        }),
        "a list of placement strategies",
        0,
    ),
);

/** Amazon ECS Developer Guide, task networking on EC2: the instance, and not the task, has a public address. */
const publicAddress: Check = (value, path, problems) => {
    if (value !== false) {
        never("ECS gives no public address to tasks on EC2; use private subnets with a NAT gateway")(
            value,
            path,
            problems,
        );
    }
};

export const networkConfiguration = awsObject<ecs.ServiceNetworkConfiguration>("the network of the tasks", {
    assignPublicIp: publicAddress,
    securityGroups: list(anyText, "a list of security group ids", 0),
    subnets: required(list(anyText, "a list with at least one subnet id"), "give the ids of the subnets"),
});

function withMaxItems(max: number, what: string, check: Check): Check {
    return (value, path, problems) => {
        check(value, path, problems);
        if (Array.isArray(value) && value.length > max) {
            problems.add(path, `has ${value.length} items, but must have at most ${max} ${what}`);
        }
    };
}
