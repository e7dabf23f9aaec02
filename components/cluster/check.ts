import { ecsNameRequirement, ecsNamePattern } from "../../contract";
import { instanceProblems } from "../launch-template/check";
import { checkLogRetention } from "../validation/log-retention";
import { isGiven } from "../validation/settled";
import { Problems } from "../validation/problems";
import type { ArgumentCheck } from "../validation/validate";
import { ContainerInsights, type InferentiaClusterArgs } from "./args";

export const defaultMinSize = 0;
export const defaultMaxSize = 2;
export const defaultTargetCapacityPercent = 100;
const mostInstances = 5000;

export const checkInferentiaCluster: ArgumentCheck<InferentiaClusterArgs> = (args) => {
    const problems = new Problems();
    problems.text("clusterName", args.clusterName, ecsNamePattern, ecsNameRequirement);
    problems.together("vpcId", args.vpcId, "subnetIds", args.subnetIds);
    problems.text("vpcId", args.vpcId, /^vpc-[0-9a-f]+$/, "the id of a VPC: vpc- and hexadecimal digits");
    problems.list("subnetIds", args.subnetIds, "a list with at least one subnet id");
    problems.integer("minSize", args.minSize, 0, mostInstances, "instances");
    problems.integer("maxSize", args.maxSize, 1, mostInstances, "instances");
    checkOrder(problems, args.minSize ?? defaultMinSize, args.maxSize ?? defaultMaxSize);
    problems.integer("targetCapacityPercent", args.targetCapacityPercent, 1, 100, "percent");
    problems.oneOf("containerInsights", args.containerInsights, Object.values(ContainerInsights));
    checkLogRetention(problems, args.logRetentionInDays);
    return [...instanceProblems(args), ...problems.found];
};

function checkOrder(problems: Problems, minSize: unknown, maxSize: unknown): void {
    if (isGiven(minSize) && isGiven(maxSize) && Number(minSize) > Number(maxSize)) {
        problems.add(
            "maxSize",
            `is ${String(maxSize)}, but must be at least minSize, which is ${String(minSize)}; raise maxSize or ` +
                "lower minSize",
        );
    }
}
