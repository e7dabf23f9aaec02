import type { Failure } from "../failure";
import type { Values } from "../property";
import { isUnknown } from "../unknown";

/** What is wrong with a task definition that requires Fargate. */
export function fargateFailures(values: Values): Failure[] {
    const compatibilities = values["requiresCompatibilities"];
    if (!Array.isArray(compatibilities) || !compatibilities.includes("FARGATE")) {
        return [];
    }
    const failures: Failure[] = [];
    for (const property of ["cpu", "memory"]) {
        if (values[property] === undefined) {
            failures.push({ property, reason: "is missing; Fargate requires the task's cpu and memory" });
        }
    }
    if (values["networkMode"] !== "awsvpc" && !isUnknown(values["networkMode"])) {
        failures.push({ property: "networkMode", reason: 'must be "awsvpc" for Fargate' });
    }
    return failures;
}
