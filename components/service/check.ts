import { ecsNamePattern, ecsNameRequirement, serviceDefaults, inf1InstanceTypes } from "../../contract";
import { isGiven } from "../validation/settled";
import { Problems } from "../validation/problems";
import type { ArgumentCheck } from "../validation/validate";
import type { InferenceServiceArgs } from "./args";

const mostTasks = 5000;

export const checkInferenceService: ArgumentCheck<InferenceServiceArgs> = (args) => {
    const problems = new Problems();
    problems.required("cluster", args.cluster, "give the ARN or name of the ECS cluster");
    problems.text("cluster", args.cluster, /^\S+$/, "the ARN or name of an ECS cluster");
    problems.required(
        "capacityProvider",
        args.capacityProvider,
        "give the name of the capacity provider of the Inf1 instances",
    );
    problems.text(
        "capacityProvider",
        args.capacityProvider,
        /^(?!FARGATE(_SPOT)?$)[\w-]+$/,
        "a capacity provider with Inf1 instances; Fargate has none",
    );
    problems.required("taskDefinition", args.taskDefinition, "give the ARN of the task definition");
    problems.text("taskDefinition", args.taskDefinition, /^\S+$/, "the ARN or family:revision of a task definition");
    problems.required("instanceType", args.instanceType, `give one of ${inf1InstanceTypes.join(", ")}`);
    problems.oneOf("instanceType", args.instanceType, inf1InstanceTypes);
    problems.text("serviceName", args.serviceName, ecsNamePattern, ecsNameRequirement);
    problems.integer("desiredCount", args.desiredCount, 0, mostTasks, "tasks");
    problems.integer("deploymentMinimumHealthyPercent", args.deploymentMinimumHealthyPercent, 0, 100, "percent");
    problems.integer("deploymentMaximumPercent", args.deploymentMaximumPercent, 100, 200, "percent");
    checkRoomToRoll(
        problems,
        args.deploymentMinimumHealthyPercent ?? serviceDefaults.minimumHealthyPercent,
        args.deploymentMaximumPercent ?? serviceDefaults.maximumPercent,
    );
    problems.list("subnetIds", args.subnetIds, "a list with at least one subnet id");
    problems.together("subnetIds", args.subnetIds, "securityGroupIds", args.securityGroupIds);
    return problems.found;
};

function checkRoomToRoll(problems: Problems, minimumHealthy: unknown, maximum: unknown): void {
    if (isGiven(minimumHealthy) && isGiven(maximum) && minimumHealthy === 100 && maximum === 100) {
        problems.add(
            "deploymentMaximumPercent",
            "is 100, and so is deploymentMinimumHealthyPercent, so that no deployment could stop or start a task; " +
                "raise this or lower that",
        );
    }
}
