import { LogGroup } from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { defaultLogRetentionInDays } from "../validation/log-retention";
import type { TaskDefinitionArgs } from "./args/task-definition";

/** A name that no other project or stack in the account has. */
export function generatedName(name: string): string {
    return `${pulumi.getProject()}-${pulumi.getStack()}-${name}`.replace(/[^\w-]/g, "-");
}

export function logGroupName(family: pulumi.Input<string>, args: TaskDefinitionArgs): pulumi.Input<string> {
    return args.logGroupName ?? pulumi.output(family).apply((one) => `/ecs/${one}`);
}

export function createLogGroup(
    name: string,
    family: pulumi.Input<string>,
    args: TaskDefinitionArgs,
    opts: pulumi.CustomResourceOptions,
): LogGroup | undefined {
    return args.logging === false
        ? undefined
        : new LogGroup(
              `${name}-logs`,
              {
                  name: logGroupName(family, args),
                  retentionInDays: args.logRetentionInDays ?? defaultLogRetentionInDays,
                  kmsKeyId: args.logKmsKeyArn,
                  tags: args.tags,
              },
              opts,
          );
}
