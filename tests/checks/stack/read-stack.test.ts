import assert from "node:assert/strict";
import { GrowingStack, readStack } from "../../../checks/stack/read-stack";

describe("A stack whose resources are shown one after the other", () => {
    const task = { id: "task", type: "aws:ecs/taskDefinition:TaskDefinition", properties: { family: "bert" } };
    const service = { id: "service", type: "aws:ecs/service:Service", properties: { taskDefinition: "bert" } };
    const template = { id: "template", type: "aws:ec2/launchTemplate:LaunchTemplate", properties: {} };
    const configuration = { id: "old", type: "aws:ec2/launchConfiguration:LaunchConfiguration", properties: {} };
    const group = { id: "group", type: "aws:autoscaling/group:Group", properties: {} };
    const cluster = { id: "cluster", type: "aws:ecs/cluster:Cluster", properties: {} };

    it("holds what was shown, without services, and may grow", () => {
        const growing = new GrowingStack();
        const shown = [task, service, template, configuration, group, cluster].map((one) => growing.show(one));
        assert.deepStrictEqual(
            shown.map(({ resources: [one] }) => one && `${one.kind} ${one.id}`),
            [
                "taskDefinition task",
                "taskStarter service",
                "launchTemplate template",
                "launchTemplate old",
                undefined,
                undefined,
            ],
        );
        const { stack } = growing.show(cluster);
        assert.deepStrictEqual(
            [
                stack.isComplete,
                ...[stack.taskDefinitions, stack.starters, stack.launchTemplates, stack.autoScalingGroups].map((all) =>
                    all.map(({ id }) => id),
                ),
            ],
            [false, ["task"], [], ["template", "old"], ["group"]],
        );
    });

    it("holds all of a stack that is read as a whole", () => {
        const stack = readStack([service, task, group, template, cluster]);
        assert.deepStrictEqual(
            [
                stack.isComplete,
                ...[stack.taskDefinitions, stack.starters, stack.launchTemplates, stack.autoScalingGroups].map((all) =>
                    all.map(({ id }) => id),
                ),
            ],
            [true, ["task"], ["service"], ["template"], ["group"]],
        );
    });
});
