import type { Problems } from "../../validation/problems";
import type { Task } from "../task";

const ofOwnTaskRole = ["taskRolePolicyArns", "taskRoleStatements", "executeCommand"] as const;
const ofOwnExecutionRole = ["secretsKmsKeyArns", "pullThroughCachePrefixes", "executionRoleStatements"] as const;
const ofSessions = ["executeCommandLogGroupArn", "executeCommandKmsKeyArn"] as const;

/** Given roles, and roles that the component creates. */
export function checkRoles({ args }: Task, problems: Problems): void {
    for (const name of ofOwnTaskRole.filter((one) => args[one] !== false)) {
        problems.exclusive("taskRoleArn", args.taskRoleArn, name, args[name]);
    }
    for (const name of ofOwnExecutionRole) {
        problems.exclusive("executionRoleArn", args.executionRoleArn, name, args[name]);
    }
    for (const name of ofSessions.filter((one) => args[one] !== undefined && args.executeCommand !== true)) {
        problems.add(name, "is given, although executeCommand is not; give executeCommand: true, or leave it out");
    }
    if (args.logging === false) {
        for (const name of ["logGroupName", "logRetentionInDays", "logKmsKeyArn"] as const) {
            problems.exclusive(name, args[name], "logging", args.logging);
        }
    }
}
