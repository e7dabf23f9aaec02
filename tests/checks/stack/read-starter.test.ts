import assert from "node:assert/strict";
import { Undecided, UNKNOWN } from "../../../ecs/known";
import { fargateOf, isInferenceStarter, readingTask, taskOf } from "../../../checks/stack/inference-starter";
import type { TaskStarter } from "../../../checks/stack/stack-resources";
import { readStack } from "../../../checks/stack/read-stack";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { resource, shownAfter, taskDefinition } from "../stack-resources";
import { undecidedAt } from "../../paths";

const bert = taskDefinition("bert");
const web = taskDefinition("web", { name: "web", image: "nginx:1" });
const app = taskDefinition("app", { name: "app", image: "team/app:1", portMappings: [{ containerPort: 80 }] });
const unknownImage = taskDefinition("open", { name: "app", image: UNKNOWN });
const agent = taskDefinition("agent", { name: "agent", image: "team/agent:1", mountPoints: UNKNOWN });
const cluster = resource("cluster", "cluster");

function service(
    properties: Record<string, unknown>,
    others: readonly SourceResource[] = [],
    dependencies: Record<string, string[]> = {},
    complete = true,
): TaskStarter {
    const own = resource("service", "service", properties, dependencies);
    const only = complete ? readStack([own, ...others]).starters[0] : shownAfter(others, own);
    assert.ok(only);
    return only;
}

describe("Whether a service runs an inference task", () => {
    const memberOf = (expression: unknown) => ({ type: "memberOf", expression });
    const inf1 = memberOf("attribute:ecs.instance-type == inf1.xlarge");
    const elsewhere = memberOf("attribute:stack == prod");

    const services: [string, () => TaskStarter, unknown][] = [
        ["is told by its task definition", () => service({ taskDefinition: "bert" }, [bert, web]), true],
        [
            "is told by its task definition, when it is another",
            () => service({ taskDefinition: "web" }, [bert, web]),
            false,
        ],
        [
            "is told by one of its placement expressions",
            () => service({ taskDefinition: "app", placementConstraints: [elsewhere, inf1] }, [app]),
            true,
        ],
        [
            "is not known where one of its placement expressions says so, and its task may be an agent's",
            () => service({ taskDefinition: "web", placementConstraints: [elsewhere, inf1] }, [web]),
            UNKNOWN,
        ],
        [
            "is not told by other placement",
            () =>
                service(
                    {
                        taskDefinition: "web",
                        placementConstraints: [elsewhere, memberOf(undefined), memberOf(UNKNOWN)],
                    },
                    [web],
                ),
            false,
        ],
        [
            "is told by its task definition where its placement is not known",
            () => service({ taskDefinition: "web", placementConstraints: UNKNOWN }, [web]),
            false,
        ],
        [
            "is told where one of those that it may run is",
            () => service({ taskDefinition: UNKNOWN }, [bert, web], { taskDefinition: ["web", "bert"] }),
            true,
        ],
        ["is not known where its task definition is not", () => service({ taskDefinition: UNKNOWN }), UNKNOWN],
        [
            "is not known where its task definition does not tell yet",
            () => service({ taskDefinition: "open" }, [unknownImage]),
            UNKNOWN,
        ],
        [
            "is not known where it is placed on Inferentia, and its mounts are not known",
            () => service({ taskDefinition: "agent", placementConstraints: [inf1] }, [agent]),
            UNKNOWN,
        ],
        ["is told by none that is elsewhere", () => service({ taskDefinition: "other:1" }), false],
    ];
    for (const [what, one, answer] of services) {
        it(what, () => assert.equal(isInferenceStarter(one()), answer));
    }
});

describe("The task definition of a service", () => {
    it("is the one that it names, and none where that is elsewhere", () => {
        assert.equal(taskOf(service({ taskDefinition: "bert" }, [bert, web]))?.id, "bert");
        assert.equal(taskOf(service({ taskDefinition: "other:1" }, [bert]))?.id, undefined);
    });

    it("is not known where it is not, or where it may be one of several", () => {
        assert.throws(() => taskOf(service({ taskDefinition: UNKNOWN })), undecidedAt("taskDefinition"));
        assert.throws(
            () => taskOf(service({ taskDefinition: UNKNOWN }, [bert, web], { taskDefinition: ["web", "bert"] })),
            undecidedAt("taskDefinition"),
        );
    });

    it("is named where something of it is not known", () => {
        const task = taskOf(service({ taskDefinition: "bert" }, [bert]));
        assert.ok(task);
        const reading = (error: Error) => () =>
            readingTask(task, () => {
                throw error;
            });
        assert.throws(reading(new Undecided({ path: ["volumes"] })), undecidedAt('volumes of "bert"'));
        const other = new TypeError("other");
        assert.throws(reading(other), (error) => error === other);
    });
});

describe("A service asks for Fargate", () => {
    const strategy = (...capacityProviders: unknown[]) => ({
        capacityProviderStrategies: capacityProviders.map((capacityProvider) => ({ capacityProvider })),
    });
    const inf1 = resource("capacityProvider", "inf1");
    const fargate: [string, () => TaskStarter, unknown][] = [
        ["by its launch type", () => service({ launchType: "FARGATE" }), { path: ["launchType"], value: "FARGATE" }],
        [
            "by its capacity provider",
            () => service(strategy("inf1", "FARGATE_SPOT"), [inf1]),
            { path: ["capacityProviderStrategies"], value: "FARGATE_SPOT" },
        ],
        [
            "by its capacity provider, in CloudFormation's spelling",
            () => service({ capacityProviderStrategy: [{ capacityProvider: "FARGATE" }] }),
            { path: ["capacityProviderStrategy"], value: "FARGATE" },
        ],
        ["not by launch type EC2", () => service({ launchType: "EC2" }), undefined],
        ["not by another capacity provider", () => service(strategy("inf1"), [inf1]), undefined],
        [
            "not by one whose name is not known, but which it is",
            () => service(strategy(UNKNOWN), [inf1], { capacityProviderStrategies: ["inf1"] }),
            undefined,
        ],
        ["not by saying nothing", () => service({}), undefined],
    ];
    for (const [what, one, answer] of fargate) {
        it(what, () => assert.deepStrictEqual(fargateOf(one()), answer));
    }

    it("by one beside another that is not known", () => {
        assert.deepStrictEqual(fargateOf(service(strategy(UNKNOWN, "FARGATE"))), {
            path: ["capacityProviderStrategies"],
            value: "FARGATE",
        });
    });

    const undecided: [string, () => TaskStarter, string][] = [
        ["its launch type is not", () => service({ launchType: UNKNOWN }), "launchType"],
        ["its strategy is not", () => service({ capacityProviderStrategies: UNKNOWN }), "capacity providers"],
        ["a capacity provider is not", () => service(strategy(UNKNOWN)), "capacityProviderStrategies"],
    ];
    for (const [what, one, path] of undecided) {
        it(`may be, while ${what}`, () => assert.throws(() => fargateOf(one()), undecidedAt(path)));
    }
});

describe("The capacity of a service", () => {
    const association = (properties: Record<string, unknown>, id = "association") =>
        resource("clusterCapacity", id, {
            defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE" }],
            ...properties,
        });
    const names = ({ capacity }: TaskStarter) =>
        capacity === UNKNOWN || capacity === undefined ? capacity : capacity.names;

    const cases: [string, () => TaskStarter, unknown][] = [
        [
            "is the default of its cluster",
            () => service({ cluster: "cluster" }, [cluster, association({ clusterName: "cluster" })]),
            ["FARGATE"],
        ],
        [
            "is the default of its cluster, wherever it is associated",
            () => service({ cluster: "cluster" }, [cluster, association({ cluster: "cluster" })]),
            ["FARGATE"],
        ],
        [
            "is the default in the cluster's own properties",
            () =>
                service({ cluster: "cluster" }, [
                    resource("cluster", "cluster", {
                        defaultCapacityProviderStrategy: [{ capacityProvider: "FARGATE" }],
                    }),
                ]),
            ["FARGATE"],
        ],
        [
            "is not what another resource than an association says of its cluster",
            () =>
                service({ cluster: "cluster" }, [
                    cluster,
                    { ...association({ cluster: "cluster" }), type: "example:index:Association" },
                ]),
            undefined,
        ],
        [
            "is not that of another cluster",
            () =>
                service({ cluster: "cluster" }, [
                    cluster,
                    resource("cluster", "other"),
                    association({ clusterName: "other" }),
                ]),
            undefined,
        ],
        [
            "is not that of a cluster that is not known",
            () => service({ cluster: "cluster" }, [cluster, association({ clusterName: UNKNOWN })]),
            undefined,
        ],
        [
            "is that of a cluster that may be its own",
            () =>
                service({ cluster: "cluster" }, [
                    cluster,
                    resource("cluster", "other"),
                    { ...association({ clusterName: UNKNOWN }), dependencies: { clusterName: ["other", "cluster"] } },
                ]),
            ["FARGATE"],
        ],
        [
            "is none where its strategy is empty",
            () => service({ cluster: "cluster", capacityProviderStrategies: [] }, [cluster]),
            undefined,
        ],
        ["is none where nothing says so", () => service({}), undefined],
        [
            "is none with a launch type",
            () =>
                service({ launchType: "EC2", cluster: "cluster" }, [cluster, association({ clusterName: "cluster" })]),
            undefined,
        ],
        ["is not known where its cluster is not", () => service({ cluster: UNKNOWN }), UNKNOWN],
    ];
    for (const [what, one, answer] of cases) {
        it(what, () => assert.deepStrictEqual(names(one()), answer));
    }

    it("names of Fargate are no resources of the stack", () => {
        const { capacity } = service({ capacityProviderStrategies: [{ capacityProvider: "FARGATE" }] });
        assert.deepStrictEqual(capacity, {
            path: ["capacityProviderStrategies"],
            names: ["FARGATE"],
            perhapsIdle: [],
            providers: { targets: [], elsewhere: false },
        });
    });
});

describe("The settings of a service are read", () => {
    it("as Pulumi and Terraform write them", () => {
        const { schedulingStrategy, desiredCount, minimumHealthyPercent, maximumPercent, strategy } = service({
            schedulingStrategy: "REPLICA",
            desiredCount: 3,
            deploymentMinimumHealthyPercent: 50,
            deploymentMaximumPercent: 150,
            deploymentConfiguration: { strategy: "CANARY" },
        });
        assert.deepStrictEqual(
            [schedulingStrategy, desiredCount, minimumHealthyPercent, maximumPercent, strategy],
            ["REPLICA", 3, 50, 150, "CANARY"],
        );
    });

    it("as CloudFormation writes them", () => {
        const { schedulingStrategy, desiredCount, minimumHealthyPercent, maximumPercent, strategy } = service({
            SchedulingStrategy: "DAEMON",
            DesiredCount: "2",
            DeploymentConfiguration: { MinimumHealthyPercent: "0", MaximumPercent: "100", Strategy: "LINEAR" },
        });
        assert.deepStrictEqual(
            [schedulingStrategy, desiredCount, minimumHealthyPercent, maximumPercent, strategy],
            ["DAEMON", 2, 0, 100, "LINEAR"],
        );
    });
});
