import type { Unwrap } from "@pulumi/pulumi";
import type { Accepted } from "../../validation/accepted";
import { quote, type Problems } from "../../validation/problems";
import type { RoleCondition } from "../args/task-settings";
import { knownAt, given, type At, type Task } from "../task";

const ofOwnTaskRole = ["taskRolePolicyArns", "taskRoleStatements", "executeCommand"] as const;
const ofOwnExecutionRole = ["secretsKmsKeyArns", "pullThroughCachePrefixes", "executionRoleStatements"] as const;
const statements = ["executionRoleStatements", "taskRoleStatements"] as const;
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
    for (const { path, value } of statements.flatMap((name) => knownAt(name, args[name]))) {
        checkConditions(knownAt(`${path}.conditions`, value.conditions), problems);
    }
}

/** A policy has one member for an operator and a key: a second condition of both would take the first one's place. */
function checkConditions(conditions: readonly At<Accepted<Unwrap<RoleCondition>>>[], problems: Problems): void {
    const paths = new Map<string, string>();
    for (const { path, value } of conditions) {
        const [test, variable] = [given(value.test), given(value.variable)];
        if (test !== undefined && variable !== undefined) {
            const other = paths.get(`${test} ${variable}`);
            if (other !== undefined) {
                problems.add(
                    `${path}.variable`,
                    `is ${quote(variable)}, which ${other} compares by ${test} too, but a policy has one such ` +
                        "condition; give all values in one, or a second statement",
                );
            }
            paths.set(`${test} ${variable}`, path);
        }
    }
}
