import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { judgeTask } from "../../../checks/judge/judge-task";
import { managedNeuronDevice } from "../../../checks/rules/managed-neuron-device";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { capacity, inferenceService, inferenceTask, memberOf, said } from "../inference-stack";
import { resource } from "../stack-resources";
import { violationText } from "../violation-text";
import { propertyText } from "../../../checks/phrasing/property-text";

const requires = (...requirements: [type: unknown, value: unknown][]) => ({
    resourceRequirements: requirements.map(([type, value]) => ({ type, value })),
});
const all = requires(["NeuronDevice", "ALL"]);
const first = "containerDefinitions[0]";

/** What the rule says of a task definition: messages by their paths, and what it does not decide. */
function found(containers: readonly object[], rest: object = {}): string[] {
    const task = readTaskDefinition({
        containerDefinitions: containers.map((container, index) => ({
            name: `c${index}`,
            image: "llm:1",
            ...container,
        })),
        ...rest,
    });
    assert.deepStrictEqual(task.problems, []);
    const { violations, undecided } = judgeTask(managedNeuronDevice, task);
    return [...violations.map(violationText), ...undecided.map((one) => `${propertyText(one)}: not known`)];
}

const placed = (...types: string[]) => ({
    placementConstraints: [{ type: "memberOf", expression: `attribute:ecs.instance-type in [${types.join(", ")}]` }],
});

describe("managed-neuron-device, of a task definition", () => {
    const cases: [string, object[], object, string[]][] = [
        ["accepts one container that requires all devices", [{}, all], {}, []],
        ["accepts further requirements of other kinds", [requires(["NeuronDevice", "ALL"], ["GPU", "1"])], {}, []],
        ["is not about a task that requires none", [requires(["GPU", "1"])], {}, []],
        [
            "names both that the task definition requires instead",
            [all],
            { requiresCompatibilities: ["EC2", "FARGATE"] },
            [
                "requiresCompatibilities: the task definition requires EC2 and FARGATE, but ECS assigns Neuron devices " +
                    "only on Managed Instances: require MANAGED_INSTANCES, or leave requiresCompatibilities out",
            ],
        ],
        [
            "accepts Managed Instances among others",
            [all],
            { requiresCompatibilities: ["EC2", "MANAGED_INSTANCES"] },
            [],
        ],
        [
            "does not decide while one that it requires is not known",
            [all],
            { requiresCompatibilities: ["EC2", UNKNOWN] },
            ["requiresCompatibilities: not known"],
        ],
        [
            "needs no more than Managed Instances to be known",
            [all],
            { requiresCompatibilities: ["MANAGED_INSTANCES", UNKNOWN] },
            [],
        ],
        [
            "names the Inf1 types on which it is placed",
            [all],
            placed("inf1.xlarge", "inf1.2xlarge"),
            [
                "placementConstraints: the task definition is placed on inf1.xlarge, inf1.2xlarge, but ECS assigns " +
                    "Neuron devices on no Inf1 instance: map the devices in the container, or place the task on Inf2 " +
                    "or Trainium",
            ],
        ],
        ["accepts other types beside Inf1", [all], placed("inf1.xlarge", "inf2.xlarge"), []],
        [
            "does not decide while a value is not known",
            [requires(["NeuronDevice", UNKNOWN])],
            {},
            [`${first}.resourceRequirements: not known`],
        ],
        [
            "does not decide while it is not known what another container requires",
            [all, { resourceRequirements: UNKNOWN }],
            {},
            ["containerDefinitions[1].resourceRequirements: not known"],
        ],
        [
            "refuses a second container although it is not known what the first requires",
            [{ resourceRequirements: UNKNOWN }, all, all],
            {},
            [
                'containerDefinitions[2].resourceRequirements: container "c2" requires Neuron devices too, besides ' +
                    'container "c1"; only one container of a task can: remove one of the requirements',
                `${first}.resourceRequirements: not known`,
            ],
        ],
    ];
    for (const [what, containers, rest, lines] of cases) {
        it(what, () => assert.deepStrictEqual(found(containers, rest), lines));
    }
});

describe("managed-neuron-device, of a service", () => {
    const task = inferenceTask("task", { containerDefinitions: [{ name: "llm", image: "llm:1", ...all }] });
    const managed = resource("capacityProvider", "managed", { managedInstancesProvider: {} });
    const found = (properties: Record<string, unknown>, of = task) =>
        said(managedNeuronDevice, ...capacity(), managed, of, inferenceService("service", "task", properties));
    const on = (...providers: string[]) => ({
        capacityProviderStrategies: providers.map((capacityProvider) => ({ capacityProvider })),
    });
    const none = { capacityProviderStrategies: undefined };
    const refused = (path: string, where: string) => [
        `service: ${path}: service "service" runs a task to which ECS assigns Neuron devices, on ${where} not for such ` +
            "tasks: run it through a capacity provider of Managed Instances",
    ];

    const cases: [string, Record<string, unknown>, string[]][] = [
        ["accepts Managed Instances", on("managed"), []],
        ["accepts Managed Instances by the launch type", { ...none, launchType: "MANAGED_INSTANCES" }, []],
        ["accepts what the stack does not show", none, []],
        [
            "refuses instances of a group",
            on("inf1"),
            refused("capacityProviderStrategies", "instances of an Auto Scaling group, which are"),
        ],
        ["refuses the launch type EC2", { ...none, launchType: "EC2" }, refused("launchType", "EC2, which is")],
        [
            "refuses the launch type FARGATE",
            { ...none, launchType: "FARGATE" },
            refused("launchType", "FARGATE, which is"),
        ],
        [
            "refuses a capacity provider of Fargate",
            on("FARGATE_SPOT"),
            refused("capacityProviderStrategies", "FARGATE_SPOT, which is"),
        ],
        [
            "does not decide while the launch type is not known",
            { ...none, launchType: UNKNOWN },
            ["service: launchType: not known"],
        ],
        ["says nothing of a definition that is elsewhere", { taskDefinition: "elsewhere:1", ...on("inf1") }, []],
        [
            "says nothing of a definition elsewhere that the service places on Neuron instances",
            { taskDefinition: "elsewhere:1", ...on("inf1"), ...memberOf("attribute:ecs.instance-type =~ inf2.*") },
            [],
        ],
    ];
    for (const [what, properties, lines] of cases) {
        it(what, () => assert.deepStrictEqual(found(properties), lines));
    }

    it("is not about another runtime", () => assert.deepStrictEqual(found(on("inf1"), inferenceTask("task")), []));

    it("does not decide while it is not known whether ECS assigns the devices", () =>
        assert.deepStrictEqual(
            found(
                on("inf1"),
                inferenceTask("task", {
                    containerDefinitions: [
                        { name: "pytorch", image: "own/a-inference-neuronx:1", resourceRequirements: UNKNOWN },
                    ],
                }),
            ),
            ["service: taskDefinition: not known"],
        ));
});
