import assert from "node:assert/strict";
import {
    fargateOf,
    isInferenceStarter,
    perLoadBalancer,
    reading,
    readingEach,
    taskOf,
} from "../../../checks/stack/inference-starter";
import { readStack } from "../../../checks/stack/read-stack";
import type { SourceResource } from "../../../checks/stack/source-resource";
import type { TaskStarter } from "../../../checks/stack/stack-resources";
import { known, UNKNOWN, Undecided } from "../../../ecs/known";
import { undecidedAt } from "../../paths";
import { capacity, inferenceService, inferenceTask, memberOf } from "../inference-stack";
import { resource, taskDefinition } from "../stack-resources";

const web = taskDefinition("web", { name: "web", image: "nginx" });

/** The only starter of a stack. */
function starter(own: SourceResource, ...others: readonly SourceResource[]): TaskStarter {
    const [only] = readStack([own, ...others]).starters;
    assert.ok(only);
    return only;
}

const service = (task: unknown, properties: Record<string, unknown> = {}, dependencies = {}) =>
    inferenceService("service", task, properties, dependencies);
const onNeuron = memberOf("attribute:ecs.instance-type =~ inf1.*");

describe("A starter runs a Neuron task", () => {
    const cases: [what: string, own: SourceResource, expected: boolean | typeof UNKNOWN][] = [
        ["where its task definition is one", service("task"), true],
        ["not where it is none", service("web"), false],
        ["by its own placement, where the task definition is elsewhere", service("elsewhere", onNeuron), true],
        ["not where nothing tells that of one elsewhere", service("elsewhere"), false],
        ["perhaps, while its task definition is not known", service(UNKNOWN), UNKNOWN],
        ["by its own placement, while its task definition is not known", service(UNKNOWN, onNeuron), true],
        ["where one of those that it may mean is one", service(UNKNOWN, {}, { taskDefinition: ["web", "task"] }), true],
    ];
    for (const [what, own, expected] of cases) {
        it(what, () => assert.equal(isInferenceStarter(starter(own, inferenceTask("task"), web)), expected));
    }
});

describe("The task definition of a starter", () => {
    it("is the one in the stack, and none elsewhere", () => {
        assert.equal(taskOf(starter(service("task"), inferenceTask("task")))?.id, "task");
        assert.equal(taskOf(starter(service("elsewhere"))), undefined);
    });

    it("is not decided while it is not known, or may be one of several", () => {
        const several = service(UNKNOWN, {}, { taskDefinition: ["web", "task"] });
        for (const own of [service(UNKNOWN), several]) {
            assert.throws(() => taskOf(starter(own, inferenceTask("task"), web)), undecidedAt("taskDefinition"));
        }
    });
});

describe("What is read of one resource on behalf of another", () => {
    const owner = { id: "task" };
    const unknown = () => known(UNKNOWN, ["cpu"]);

    it("is what it is", () =>
        assert.equal(
            reading(owner, () => 1),
            1,
        ));

    it("is not decided in the name of the one that is read, unless it has one", () => {
        assert.throws(() => reading(owner, unknown), undecidedAt('cpu of "task"'));
        assert.throws(() => reading({ id: "other" }, () => reading(owner, unknown)), undecidedAt('cpu of "task"'));
    });

    it("keeps any other error", () => {
        const error = new Error("own");
        assert.throws(
            () =>
                reading(owner, () => {
                    throw error;
                }),
            error,
        );
    });

    it("is each that is known, before one that is not", () => {
        const definition = taskOf(starter(service("task"), inferenceTask("task")));
        assert.ok(definition);
        const read: number[] = [];
        assert.throws(() => {
            for (const one of readingEach(definition, function* () {
                yield 1;
                throw new Undecided({ path: ["cpu"] });
            })) {
                read.push(one);
            }
        }, undecidedAt('cpu of "task"'));
        assert.deepStrictEqual(read, [1]);
    });
});

describe("The load balancers of a starter", () => {
    const balancers = { loadBalancers: [{ containerName: "a" }, { containerName: "b" }] };
    const balancersOf = (own: SourceResource) => [
        ...perLoadBalancer(starter(own, inferenceTask("task")), ({ containerName }, { id }) => [[id, containerName]]),
    ];

    it("are checked with the task definition in the stack", () =>
        assert.deepStrictEqual(balancersOf(service("task", balancers)), [
            ["task", "a"],
            ["task", "b"],
        ]));

    it("are none without one, or where that is elsewhere", () =>
        assert.deepStrictEqual(
            [balancersOf(service(UNKNOWN)), balancersOf(service("elsewhere", balancers))],
            [[], []],
        ));

    it("are not decided while they are not known", () =>
        assert.throws(() => balancersOf(service("task", { loadBalancers: UNKNOWN })), undecidedAt("loadBalancers")));
});

describe("Where a starter asks for Fargate", () => {
    const asks = (properties: Record<string, unknown>, ...others: readonly SourceResource[]) =>
        fargateOf(starter(service("task", properties), ...capacity(), ...others));
    const providers = (...names: unknown[]) => ({
        capacityProviderStrategies: names.map((capacityProvider) => ({ capacityProvider })),
    });

    it("is its launch type", () =>
        assert.deepStrictEqual(asks({ capacityProviderStrategies: undefined, launchType: "FARGATE" }), {
            path: ["launchType"],
            value: "FARGATE",
        }));

    it("is a capacity provider of its strategy", () =>
        assert.deepStrictEqual(asks(providers("inf1", "FARGATE_SPOT")), {
            path: ["capacityProviderStrategies"],
            value: "FARGATE_SPOT",
        }));

    it("is the default strategy of its cluster", () => {
        const association = resource("clusterCapacity", "association", {
            clusterName: "cluster",
            defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE" }],
        });
        assert.deepStrictEqual(asks({ capacityProviderStrategies: undefined }, association), {
            path: ["defaultCapacityProviderStrategies"],
            owner: "association",
            value: "FARGATE",
        });
    });

    it("is nowhere on instances", () =>
        assert.deepStrictEqual(
            [asks(providers("inf1")), asks({ capacityProviderStrategies: undefined, launchType: "EC2" })],
            [undefined, undefined],
        ));

    it("is not decided while its launch type, its strategy or a provider is not known", () => {
        assert.throws(() => asks({ launchType: UNKNOWN }), undecidedAt("launchType"));
        assert.throws(() => asks({ capacityProviderStrategies: UNKNOWN }), undecidedAt("capacity providers"));
        assert.throws(() => asks(providers(UNKNOWN)), undecidedAt("capacityProviderStrategies"));
    });
});
