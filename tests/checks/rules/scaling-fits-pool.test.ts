import assert from "node:assert/strict";
import { scalingFitsPool } from "../../../checks/rules/scaling-fits-pool";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { UNKNOWN } from "../../../ecs/known";
import { capacity, inferenceService, inferenceTask, launching, memberOf, said } from "../inference-stack";
import { resource } from "../stack-resources";

const distinct = { placementConstraints: [{ type: "distinctInstance" }] };

interface Change {
    readonly target?: Record<string, unknown>;
    readonly dependencies?: Record<string, string[]>;
    readonly service?: Record<string, unknown>;
    readonly task?: Record<string, unknown>;
    readonly capacity?: Parameters<typeof capacity>[0];
    readonly others?: readonly SourceResource[];
}

/** A service on at most two instances, one task on each, that is scaled to four. */
function found(change: Change): readonly string[] {
    return said(
        scalingFitsPool,
        inferenceTask("task", change.task),
        inferenceService("service", "task", { name: "bert", ...distinct, ...change.service }),
        ...capacity(change.capacity),
        ...(change.others ?? []),
        resource(
            "scalableTarget",
            "target",
            {
                serviceNamespace: "ecs",
                scalableDimension: "ecs:service:DesiredCount",
                resourceId: "service/ml/bert",
                minCapacity: 1,
                maxCapacity: 4,
                ...change.target,
            },
            change.dependencies,
        ),
    );
}

const holds = (capacity: string, why: string, least: string, size: number) => [
    `target: maxCapacity: scalable target "target" has a maximum capacity of 4, but the capacity providers of service ` +
        `"service" hold at most ${capacity} (maxSize), ${why}: lower it to ${least}, or raise maxSize of the Auto Scaling ` +
        `group to ${size}`,
];
const oneEach = holds("2 tasks: 2 instances", "one task on each (distinctInstance)", "2", 4);
const sharing = { service: { placementConstraints: [] } };
const ofSize = (memory: number) => ({ ...sharing, task: { memory: String(memory) } });

describe("scaling-fits-pool", () => {
    const cases: [string, Change, readonly string[]][] = [
        ["finds more tasks than instances where each has its own", {}, oneEach],
        ["takes as many tasks as instances", { target: { maxCapacity: 2 } }, []],
        ["takes the number as CloudFormation's text", { target: { maxCapacity: "4" } }, oneEach],
        [
            "finds more tasks than instances where each holds a port",
            { ...sharing, task: { hostPort: 8501 } },
            holds("2 tasks: 2 instances", "one task on each, which holds its host port 8501", "2", 4),
        ],
        [
            "finds more tasks than the memory of the instances holds",
            { ...ofSize(3000), capacity: { group: { maxSize: 1 } } },
            holds("2 tasks: 1 instance", "2 tasks on each, by memory and CPU", "2", 2),
        ],
        ["takes tasks that fit beside each other", ofSize(3000), []],
        [
            "counts tasks by their CPU where that is scarcer",
            { ...sharing, task: { cpu: "3000" } },
            holds("2 tasks: 2 instances", "one task on each, by memory and CPU", "2", 4),
        ],
        ["says nothing of a task that no instance holds, which neuron-task-fits says", ofSize(20000), []],
        [
            "counts with the largest of several types",
            { ...ofSize(3000), capacity: launching("inf1.xlarge", "inf1.24xlarge") },
            [],
        ],
        [
            "counts nothing of a type that is not known here",
            { ...ofSize(3000), capacity: launching("inf9.xlarge") },
            [],
        ],
        [
            "adds the instances of several groups",
            {
                service: {
                    capacityProviderStrategies: ["inf1", "more"].map((one) => ({ capacityProvider: one, weight: 1 })),
                },
                others: [
                    resource("capacityProvider", "more", {
                        autoScalingGroupProvider: { autoScalingGroupArn: "second" },
                    }),
                    resource("autoScalingGroup", "second", { maxSize: 1, launchTemplate: { id: "template" } }),
                ],
            },
            holds("3 tasks: 3 instances", "one task on each (distinctInstance)", "3", 4),
        ],
        ["says nothing of a group without a size", { capacity: { group: { maxSize: undefined } } }, []],
        [
            "says nothing beside Fargate",
            {
                service: {
                    capacityProviderStrategies: ["inf1", "FARGATE"].map((one) => ({
                        capacityProvider: one,
                        weight: 1,
                    })),
                },
            },
            [],
        ],
        [
            "says nothing of capacity elsewhere",
            { service: { capacityProviderStrategies: [{ capacityProvider: "other" }] } },
            [],
        ],
        [
            "says nothing of instances that join the cluster",
            { service: { capacityProviderStrategies: undefined, launchType: "EC2" } },
            [],
        ],
        ["says nothing of a service elsewhere", { target: { resourceId: "service/ml/gpt" } }, []],
        ["says nothing of a daemon", { service: { schedulingStrategy: "DAEMON" } }, []],
        [
            "says nothing of a service without Neuron",
            {
                service: { taskDefinition: "plain" },
                others: [
                    resource("taskDefinition", "plain", { containerDefinitions: [{ name: "web", image: "nginx:1" }] }),
                ],
            },
            [],
        ],
        [
            "says nothing of capacity elsewhere that tasks share",
            { service: { ...sharing.service, capacityProviderStrategies: [{ capacityProvider: "other" }] } },
            [],
        ],
        [
            "counts nothing of a launch template elsewhere",
            { ...ofSize(3000), capacity: { group: { maxSize: 1, launchTemplate: { id: "lt-1" } } } },
            [],
        ],
        [
            "says nothing of a task definition elsewhere, though it is placed on instances with chips",
            {
                service: {
                    taskDefinition: "arn:aws:ecs:us-east-1:111122223333:task-definition/bert:1",
                    ...memberOf("attribute:ecs.instance-type == inf1.xlarge"),
                },
            },
            [],
        ],
        [
            "counts the least that a task takes where the rest is not known",
            { ...sharing, task: { memory: "3000", cpu: UNKNOWN }, capacity: { group: { maxSize: 1 } } },
            holds("2 tasks: 1 instance", "2 tasks on each, by memory and CPU", "2", 2),
        ],
        [
            "takes as many tasks as instances, whatever their size",
            { ...sharing, task: { memory: UNKNOWN }, target: { maxCapacity: 2 } },
            [],
        ],
        [
            "needs no maximum where the group has no size",
            { capacity: { group: { maxSize: undefined } }, target: { maxCapacity: UNKNOWN } },
            [],
        ],
        [
            "counts no instance of a group that has none",
            { capacity: { group: { maxSize: 0 } } },
            holds("0 tasks: 0 instances", "one task on each (distinctInstance)", "0", 4),
        ],
        ["is decided by a maximum that is missing", { target: { maxCapacity: undefined } }, []],
    ];
    for (const [what, change, expected] of cases) {
        it(what, () => assert.deepStrictEqual(found(change), expected));
    }

    const undecidedCases: [string, Change, string][] = [
        ["which service it is", { target: { resourceId: UNKNOWN } }, "resourceId"],
        ["the maximum", { target: { maxCapacity: UNKNOWN } }, "maxCapacity"],
        [
            "the size of the group",
            { capacity: { group: { maxSize: UNKNOWN } } },
            'maxSize of the Auto Scaling group of "service"',
        ],
        ["the size of the tasks", { ...sharing, task: { memory: UNKNOWN } }, 'memory of "task"'],
        [
            "whether a port is static",
            { ...sharing, task: { hostPort: UNKNOWN } },
            'containerDefinitions[0].portMappings of "task"',
        ],
        [
            "the rest of the tasks' size, where as many fit as there may be",
            { ...sharing, task: { memory: "3000", cpu: UNKNOWN } },
            'cpu of "task"',
        ],
        [
            "which of two services it is",
            {
                target: { resourceId: UNKNOWN },
                dependencies: { resourceId: ["service", "second"] },
                others: [inferenceService("second", "task")],
            },
            "resourceId",
        ],
        ["the task definition", { service: { taskDefinition: UNKNOWN } }, 'taskDefinition of "service"'],
        ["the scheduling", { service: { schedulingStrategy: UNKNOWN } }, 'schedulingStrategy of "service"'],
        ["the placement", { service: { placementConstraints: UNKNOWN } }, 'placementConstraints of "service"'],
    ];
    for (const [what, change, path] of undecidedCases) {
        it(`says that it does not know ${what}`, () =>
            assert.deepStrictEqual(found(change), [`target: ${path}: not known`]));
    }
});
