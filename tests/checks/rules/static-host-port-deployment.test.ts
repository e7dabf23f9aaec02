import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { staticHostPortDeployment } from "../../../checks/rules/static-host-port-deployment";
import { capacity, inferenceService, inferenceTask, said } from "../inference-stack";
import { resource } from "../stack-resources";

interface Change {
    readonly task?: Record<string, unknown>;
    readonly service?: Record<string, unknown>;
    readonly group?: object;
}

function found({ task = {}, service = {}, group = {} }: Change): readonly string[] {
    return said(
        staticHostPortDeployment,
        inferenceTask("task", { hostPort: 80, ...task }),
        inferenceService("service", "task", { desiredCount: 2, ...service }),
        ...capacity({ group }),
    );
}

const remedy = "allow one more, lower the minimum healthy percent, or use dynamic ports (hostPort 0)";
const refused = (tasks: string, ports: string, instances: string) => [
    `service: deploymentConfiguration: the ${tasks} ${ports}, and a deployment must start a new task before it ` +
        `stops an old one, but there ${instances}: ${remedy}`,
];
const two = refused('2 tasks of service "service" hold', "the host port 80", "are at most 2 instances");

describe("static-host-port-deployment", () => {
    const cases: [string, Change, readonly string[]][] = [
        ["refuses as many tasks as instances", {}, two],
        [
            "refuses more tasks than instances",
            { service: { desiredCount: 3 } },
            refused('3 tasks of service "service" hold', "the host port 80", "are at most 2 instances"),
        ],
        [
            "refuses one task on one instance, which is what ECS starts unless told",
            { service: { desiredCount: undefined }, group: { maxSize: 1 } },
            refused('task of service "service" holds', "the host port 80", "is at most 1 instance"),
        ],
        [
            "refuses a service that may have a task later",
            { service: { desiredCount: 0 }, group: { maxSize: 1 } },
            refused('task of service "service" holds', "the host port 80", "is at most 1 instance"),
        ],
        [
            "refuses a group without instances",
            { group: { maxSize: 0 } },
            refused('2 tasks of service "service" hold', "the host port 80", "are at most 0 instances"),
        ],
        [
            "names every port",
            {
                task: {
                    containerDefinitions: [
                        {
                            name: "neuron-rtd",
                            image: "neuron-rtd:1",
                            portMappings: [
                                { hostPort: 80, containerPort: 1 },
                                { hostPort: 81, containerPort: 2 },
                            ],
                        },
                    ],
                },
            },
            refused('2 tasks of service "service" hold', "the host ports 80, 81", "are at most 2 instances"),
        ],
        ["accepts an instance to spare", { group: { maxSize: 3 } }, []],
        ["accepts dynamic ports", { task: { hostPort: 0 } }, []],
        ["accepts a deployment that may stop a task first", { service: { deploymentMinimumHealthyPercent: 50 } }, []],
        ["accepts a deployment that must stop a task first", { service: { deploymentMaximumPercent: 100 } }, []],
        [
            "accepts a deployment whose percent is less than a task more",
            { service: { deploymentMaximumPercent: 149 } },
            [],
        ],
        ["refuses a deployment whose percent is a task more", { service: { deploymentMaximumPercent: 150 } }, two],
        [
            "refuses a deployment whose percent is less than a task fewer",
            { service: { deploymentMinimumHealthyPercent: 51 } },
            two,
        ],
        [
            "refuses a deployment that runs all new tasks beside the old ones, though it may stop a task first",
            {
                service: { deploymentMinimumHealthyPercent: 0, deploymentConfiguration: { strategy: "LINEAR" } },
                group: { maxSize: 3 },
            },
            [
                'service: deploymentConfiguration: the 2 tasks of service "service" hold the host port 80, and a ' +
                    "deployment that is not ROLLING runs all new tasks beside the old ones, but there are at most 3 instances: " +
                    "allow 4, deploy by ROLLING, or use dynamic ports (hostPort 0)",
            ],
        ],
        [
            "accepts such a deployment on twice the instances",
            { service: { deploymentConfiguration: { strategy: "CANARY" } }, group: { maxSize: 4 } },
            [],
        ],
        [
            "refuses too few instances for any strategy, where it is not known which it is",
            { service: { deploymentConfiguration: { strategy: UNKNOWN } } },
            two,
        ],
        [
            "accepts enough instances for any strategy, where it is not known which it is",
            { service: { deploymentConfiguration: { strategy: UNKNOWN } }, group: { maxSize: 4 } },
            [],
        ],
        ["accepts a service of one task on each instance", { service: { schedulingStrategy: "DAEMON" } }, []],
        [
            "refuses a service of which it is said that it is none of these",
            { service: { schedulingStrategy: "REPLICA" } },
            two,
        ],
        ["leaves Fargate to another rule", { service: { launchType: "FARGATE" } }, []],
        [
            "says nothing where the stack does not show the group",
            { service: { capacityProviderStrategies: [{ capacityProvider: "elsewhere" }] } },
            [],
        ],
        ["says nothing where the group does not show its size", { group: { maxSize: undefined } }, []],
        [
            "counts a group that launches from two templates once",
            {
                group: {
                    launchTemplate: undefined,
                    mixedInstancesPolicy: {
                        launchTemplate: {
                            overrides: ["template", "other"].map((launchTemplateId) => ({
                                instanceType: "inf1.xlarge",
                                launchTemplateSpecification: { launchTemplateId },
                            })),
                        },
                    },
                },
            },
            two,
        ],
        [
            "says nothing where the task definition is elsewhere, but placed on Inf1",
            {
                service: {
                    taskDefinition: "other:1",
                    placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type =~ inf1.*" }],
                },
            },
            [],
        ],
    ];
    for (const [what, change, expected] of cases) {
        it(what, () => assert.deepStrictEqual(found(change), expected));
    }

    it("counts the instances of all groups", () => {
        const further = [
            resource("capacityProvider", "more", { autoScalingGroupProvider: { autoScalingGroupArn: "other" } }),
            resource("autoScalingGroup", "other", { maxSize: 1, launchTemplate: { id: "template" } }),
        ];
        const service = inferenceService("service", "task", {
            desiredCount: 2,
            capacityProviderStrategies: [{ capacityProvider: "inf1" }, { capacityProvider: "more" }],
        });
        assert.deepStrictEqual(
            said(staticHostPortDeployment, inferenceTask("task", { hostPort: 80 }), service, ...capacity(), ...further),
            [],
        );
    });

    const undecidedCases: [string, Change, string][] = [
        ["the launch type", { service: { launchType: UNKNOWN } }, "launchType"],
        ["the scheduling strategy", { service: { schedulingStrategy: UNKNOWN } }, "schedulingStrategy"],
        ["the desired count", { service: { desiredCount: UNKNOWN } }, "desiredCount"],
        [
            "the minimum healthy percent",
            { service: { deploymentMinimumHealthyPercent: UNKNOWN } },
            "deploymentMinimumHealthyPercent",
        ],
        ["the maximum percent", { service: { deploymentMaximumPercent: UNKNOWN } }, "deploymentMaximumPercent"],
        [
            "the strategy, where there are instances for some only",
            { service: { deploymentConfiguration: { strategy: UNKNOWN } }, group: { maxSize: 3 } },
            "deploymentConfiguration.strategy",
        ],
        ["the most instances", { group: { maxSize: UNKNOWN } }, "maxSize of the Auto Scaling group"],
        ["the ports", { task: { hostPort: UNKNOWN } }, 'containerDefinitions[0].portMappings of "task"'],
        ["the network mode", { task: { networkMode: UNKNOWN } }, 'networkMode of "task"'],
    ];
    for (const [what, change, path] of undecidedCases) {
        it(`says that it does not know ${what}`, () =>
            assert.deepStrictEqual(found(change), [`service: ${path}: not known`]));
    }
});
