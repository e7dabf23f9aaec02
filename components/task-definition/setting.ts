import { getRegionOutput } from "@pulumi/aws/getRegion";
import type * as pulumi from "@pulumi/pulumi";
import type { InferentiaInstanceType, NeuronRuntime } from "../../contract";
import { knownOutput } from "../engine/known-output";
import type { TaskDefinitionArgs } from "./args/task-definition";
import type { Task } from "./task";

/** Where a task runs, with what its pool says. */
export interface TaskSetting {
    readonly runtime: pulumi.Output<NeuronRuntime>;
    readonly instanceTypes: pulumi.Output<InferentiaInstanceType[] | undefined>;
    /** MiB and CPU units of the task as a whole. */
    readonly memory: pulumi.Input<string> | undefined;
    readonly cpu: pulumi.Input<string> | undefined;
    readonly region: pulumi.Output<string>;
    /** The log group of the containers, by its name. */
    readonly logGroup: pulumi.Input<string> | undefined;
    /** Resolved when the arguments are judged: what is made of them waits for it. */
    readonly gate: Promise<pulumi.Resource[]>;
}

/** The setting of a task, each member known at preview where it can be. */
export function settingOf(
    args: TaskDefinitionArgs,
    task: Promise<Task>,
    logGroup: pulumi.Input<string> | undefined,
    { parent, dependsOn: gate }: { readonly parent: pulumi.Resource; readonly dependsOn: Promise<pulumi.Resource[]> },
): TaskSetting {
    const sizeOf = (name: "memory" | "cpu") =>
        args.takesInstance === undefined
            ? args[name]
            : (knownOutput(task.then(({ size }) => size[name])) as pulumi.Output<string>);
    return {
        runtime: knownOutput(task.then(({ runtime }) => runtime)),
        instanceTypes: knownOutput(task.then(({ instanceTypes }) => instanceTypes)),
        memory: sizeOf("memory"),
        cpu: sizeOf("cpu"),
        region: getRegionOutput({}, { parent }).region,
        logGroup,
        gate,
    };
}
