import assert from "node:assert/strict";
import { read } from "./fixture";

describe("The references of a Terraform plan", () => {
    const { resource } = read("modules.plan.json");
    const cases: [what: string, id: string, argument: string, targets: string[]][] = [
        [
            "go by the key of for_each",
            'aws_autoscaling_group.by_key["large"]',
            "launchTemplate",
            ['aws_launch_template.by_key["large"]'],
        ],
        [
            "go by the key, where instances are created for each of others",
            'aws_ecs_capacity_provider.chained["small"]',
            "autoScalingGroupProvider",
            ['aws_autoscaling_group.by_key["small"]'],
        ],
        [
            "go by the index of count",
            "aws_ecs_service.counted[1]",
            "taskDefinition",
            ["aws_ecs_task_definition.counted[1]"],
        ],
        [
            "go by an index that is written",
            "aws_ecs_service.second",
            "taskDefinition",
            ["aws_ecs_task_definition.counted[1]"],
        ],
        [
            "go through an output of a module",
            "aws_ecs_service.of_output",
            "taskDefinition",
            ["module.ml.aws_ecs_task_definition.inside"],
        ],
        ["go through a variable of a module", "module.ml.aws_ecs_service.inside", "cluster", ["aws_ecs_cluster.ml"]],
        [
            "stay in the module",
            "module.ml.aws_ecs_service.inside",
            "taskDefinition",
            ["module.ml.aws_ecs_task_definition.inside"],
        ],
    ];
    for (const [what, id, argument, targets] of cases) {
        it(what, () => assert.deepStrictEqual(resource(id)?.dependencies?.[argument], targets));
    }
});
