import type { Unwrap } from "@pulumi/pulumi";
import type { RoleStatement } from "../task-definition/args/task-settings";

/** A statement as an IAM policy spells it. */
export function iamStatement({ sid, actions, resources, conditions }: Unwrap<RoleStatement>): object {
    const byTest: Record<string, Record<string, readonly string[]>> = {};
    for (const { test, variable, values } of conditions ?? []) {
        byTest[test] = { ...byTest[test], [variable]: values };
    }
    return {
        Sid: sid,
        Effect: "Allow",
        Action: actions,
        Resource: resources,
        Condition: conditions === undefined ? undefined : byTest,
    };
}
