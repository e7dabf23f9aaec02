import { LaunchType } from "../../contract";
import { known, Undecided, UNKNOWN } from "../../ecs/known";
import { fargateOf } from "../stack/inference-starter";
import type { Rule } from "./rule";
import { sources } from "./sources";

export const neuronCompatibleLaunchType: Rule = {
    name: "neuron-compatible-launch-type",
    summary:
        "An inference task runs on EC2 instances: its definition does not require Fargate, and no service launches " +
        "it there.",
    severity: "critical",
    level: "mandatory",
    why:
        "Fargate has no Inferentia or Trainium chips, and lets no container add SYS_ADMIN or map a device: ECS " +
        "refuses the definition or the task, or the model runs without an accelerator.",
    fix:
        'Leave FARGATE out of "requiresCompatibilities" (EC2 may stay), and start the service through a capacity ' +
        "provider of Inferentia or Trainium instances, or with launch type EC2.",
    sources: [sources.inferenceGuide, sources.linuxParameters],
    *perDefinition(task) {
        const path = ["requiresCompatibilities"];
        const required = known(task.requiresCompatibilities, path);
        if (required.includes(LaunchType.Fargate)) {
            yield {
                path,
                subject: "the task definition",
                problem: "requires FARGATE, which has no Inferentia or Trainium chips",
                remedy: "require EC2 instead, or leave it out",
            };
        } else if (required.includes(UNKNOWN)) {
            throw new Undecided({ path });
        }
    },
    *perStarter(starter) {
        const fargate = fargateOf(starter);
        if (fargate !== undefined) {
            const { value, ...property } = fargate;
            yield {
                ...property,
                subject: starter.title,
                problem: `launches an inference task on ${value}, which has no Inferentia or Trainium chips`,
                remedy: starter.isPlaced
                    ? "use a capacity provider of instances that have them, or launch type EC2"
                    : "submit the job to a queue of instances that have them",
            };
        }
    },
};
