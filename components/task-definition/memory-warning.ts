import * as pulumi from "@pulumi/pulumi";
import { warn } from "../engine/warn";
import { neuronInstances, seenRegisteredMiB, type InferentiaInstanceType } from "../../contract";

/**
 * Warns of a task that reserves more memory than instances of its types were seen to register. How much one registers
 * is not published, so that only what certainly no instance has is refused; in between, the task may wait for ever.
 *
 * @param task the memory in MiB that it reserves, and the types on which it is placed.
 * @param gate when nothing has been refused.
 */
export function warnOfMemory(
    name: string,
    task: {
        readonly memory: pulumi.Output<number>;
        readonly instanceTypes: pulumi.Output<InferentiaInstanceType[] | undefined>;
    },
    gate: Promise<unknown>,
    component: pulumi.Resource,
): void {
    pulumi.all([task.memory, task.instanceTypes]).apply(async ([memory, types = []]) => {
        await gate;
        for (const type of types) {
            const seen = seenRegisteredMiB(neuronInstances[type]);
            if (seen !== undefined && memory > seen) {
                void warn(
                    `TaskDefinition "${name}" asks for ${memory} MiB of memory, but instances with the memory ` +
                        `of ${type} were seen to register ${seen}, and a task that asks for more than its instance ` +
                        `registers waits for ever; ask for ${memory - seen} less, or choose a larger type`,
                    component,
                );
            }
        }
    });
}
