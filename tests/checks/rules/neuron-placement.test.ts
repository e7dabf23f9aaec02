import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { judgeAround } from "../../../checks/judge/judge-around";
import { neuronPlacement } from "../../../checks/rules/neuron-placement";
import { GrowingStack } from "../../../checks/stack/read-stack";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { capacity, inferenceService, inferenceTask, launching, memberOf, said } from "../inference-stack";
import { resource } from "../stack-resources";

const type = "attribute:ecs.instance-type";
const elsewhere = { capacityProviderStrategies: [{ capacityProvider: "elsewhere" }] };

function found(
    service: Record<string, unknown>,
    task: Record<string, unknown> = {},
    change: Parameters<typeof capacity>[0] = {},
): readonly string[] {
    return said(
        neuronPlacement,
        inferenceTask("task", task),
        inferenceService("service", "task", service),
        ...capacity(change),
    );
}

const loose = (why: string) => [
    'service: placementConstraints: service "service" runs a Neuron task that may be placed on instances without ' +
        `Inferentia or Trainium, as no placement constraint holds it to them, and ${why}: add a memberOf expression, ` +
        `for example ${type} == inf1.xlarge`,
];
const unseen = loose("the stack shows no capacity of Inferentia or Trainium instances for it");
const never = (expression: string) =>
    `service: placementConstraints[0].expression: the placement expression "${expression}" of service "service" can ` +
    "match no Inferentia or Trainium instance; the attribute has the values inf1.xlarge, inf1.2xlarge, inf1.6xlarge, " +
    `inf1.24xlarge: write for example ${type} == inf1.xlarge`;
const apart = [
    'service: placementConstraints: the placement expressions of service "service" and of its task definition can ' +
        "never match together: name the same instance types in both, or leave one out",
];
const pending = (may: string, launch: string) => [
    `service: placementConstraints: the tasks of service "service" may run on ${may}, but its capacity providers ` +
        `launch ${launch}, so that they never start: let the two agree`,
];

describe("neuron-placement, of a service", () => {
    const cases: [string, () => readonly string[], readonly string[]][] = [
        ["accepts capacity of Inf1", () => found({}), []],
        ["accepts capacity of several Inf1 types", () => found({}, {}, launching("inf1.xlarge", "inf1.2xlarge")), []],
        [
            "refuses capacity of other types too",
            () => found({}, {}, launching("inf1.xlarge", "m5.large")),
            loose("its capacity providers launch inf1.xlarge, m5.large"),
        ],
        [
            "names each type once",
            () => found({}, {}, launching("m5.large", "m5.large")),
            loose("its capacity providers launch m5.large"),
        ],
        ["refuses capacity that the stack does not show", () => found(elsewhere), unseen],
        [
            "refuses capacity whose types the stack does not show",
            () => found({}, {}, { template: { instanceType: undefined } }),
            unseen,
        ],
        ["accepts a constraint of the service", () => found({ ...elsewhere, ...memberOf(`${type} =~ inf1.*`) }), []],
        ["accepts a constraint of the task definition", () => found(elsewhere, memberOf(`${type} =~ inf1.*`)), []],
        [
            "refuses a constraint that lets others in",
            () => found({ ...elsewhere, ...memberOf(`${type} != m5.large`) }),
            unseen,
        ],
        [
            "refuses constraints that can never hold together",
            () => found(memberOf(`${type} == inf1.xlarge`), memberOf(`${type} == inf1.2xlarge`)),
            apart,
        ],
        [
            "refuses a constraint to types that are not launched",
            () =>
                found(
                    memberOf(`${type} in [inf1.6xlarge, inf1.24xlarge]`),
                    {},
                    launching("inf1.xlarge", "inf1.2xlarge"),
                ),
            pending("inf1.6xlarge, inf1.24xlarge", "inf1.xlarge, inf1.2xlarge"),
        ],
        [
            "accepts a constraint to one of the types that are launched",
            () => found(memberOf(`${type} == inf1.2xlarge`), {}, launching("inf1.xlarge", "inf1.2xlarge")),
            [],
        ],
        [
            "says once that an expression can never match",
            () => found({ ...elsewhere, ...memberOf(`${type} == Inf1.xlarge`) }),
            [never(`${type} == Inf1.xlarge`)],
        ],
        [
            "leaves a wrong expression of the task definition to what is said of that, and finds that nothing else " +
                "holds",
            () => found(elsewhere, memberOf(`${type} == Inf1.xlarge`)),
            unseen,
        ],
        [
            "leaves one that is none of the language to that, too",
            () => found(elsewhere, memberOf(`${type} is inf1.xlarge`)),
            unseen,
        ],
        ["leaves Fargate to another rule", () => found({ launchType: "FARGATE" }), []],
        [
            "leaves external instances to another rule",
            () => found({ capacityProviderStrategies: undefined, launchType: "EXTERNAL" }),
            [],
        ],
        [
            "takes a definition elsewhere whose constraint lets others in for none of Neuron",
            () =>
                found({
                    ...elsewhere,
                    taskDefinition: "elsewhere:1",
                    ...memberOf(`${type} == inf1.xlarge or ${type} == m5.large`),
                }),
            [],
        ],
        [
            "accepts a constraint beside a definition elsewhere",
            () => found({ ...elsewhere, taskDefinition: "elsewhere:1", ...memberOf(`${type} =~ inf1.*`) }),
            [],
        ],
    ];
    for (const [what, is, expected] of cases) {
        it(what, () => assert.deepStrictEqual(is(), expected));
    }

    const open: [string, () => readonly string[], string][] = [
        ["its own constraints", () => found({ placementConstraints: UNKNOWN }), "placementConstraints"],
        ["an expression of its own", () => found(memberOf(UNKNOWN)), "placementConstraints[0].expression"],
        [
            "the constraints of its task definition",
            () => found({}, { placementConstraints: UNKNOWN }),
            'placementConstraints of "task"',
        ],
        [
            "an expression of its task definition",
            () => found({}, memberOf(UNKNOWN)),
            'placementConstraints[0].expression of "task"',
        ],
        [
            "the types that are launched",
            () => found({}, {}, { template: { instanceType: UNKNOWN } }),
            "instanceType of the launch template",
        ],
    ];
    for (const [what, is, path] of open) {
        it(`says that it does not know ${what}`, () =>
            assert.deepStrictEqual(
                is().filter((one) => one.startsWith("service: ")),
                [`service: ${path}: not known`],
            ));
    }

    /** On the types of `inf1`, and on those of a second capacity provider, which the stack does not show. */
    const onTwo = (properties: Record<string, unknown> = {}) =>
        said(
            neuronPlacement,
            inferenceTask("task"),
            inferenceService("service", "task", {
                capacityProviderStrategies: [{ capacityProvider: "inf1" }, { capacityProvider: "m5" }],
                ...properties,
            }),
            ...capacity(),
            resource("capacityProvider", "m5", { autoScalingGroupProvider: { autoScalingGroupArn: "other" } }),
            resource("autoScalingGroup", "other", { launchTemplate: { id: "plain" } }),
            resource("launchTemplate", "plain"),
        );

    it("takes all of several capacity providers together", () => assert.deepStrictEqual(onTwo(), unseen));

    it("accepts a constraint to types that one of several capacity providers may launch", () =>
        assert.deepStrictEqual(onTwo(memberOf(`${type} == inf1.6xlarge`)), []));
});

describe("neuron-placement, of a service without capacity providers", () => {
    const ec2 = { capacityProviderStrategies: undefined, launchType: "EC2" };
    const group = (id: string, template: string) =>
        resource("autoScalingGroup", id, { launchTemplate: { id: template } });
    const joining = (id: string, instanceType: string) =>
        resource("launchTemplate", id, { instanceType }, { userData: ["cluster"] });
    const others = [resource("cluster", "cluster"), joining("inf2", "inf2.xlarge"), group("neuron", "inf2")];
    const onEc2 = (...further: readonly SourceResource[]) =>
        said(neuronPlacement, inferenceTask("task"), inferenceService("service", "task", ec2), ...others, ...further);

    it("accepts a cluster that Neuron instances alone join", () => assert.deepStrictEqual(onEc2(), []));
    it("accepts several types of them", () =>
        assert.deepStrictEqual(onEc2(group("more", "trn1"), joining("trn1", "trn1.2xlarge")), []));
    it("refuses a cluster that others join too", () =>
        assert.deepStrictEqual(
            onEc2(group("web", "m5"), joining("m5", "m5.large")),
            loose("the instances of its cluster are inf2.xlarge, m5.large"),
        ));
    it("does not know of a template of Neuron instances that no group of the stack launches from", () => {
        const alone = (instanceType: string) =>
            said(
                neuronPlacement,
                inferenceTask("task"),
                inferenceService("service", "task", ec2),
                resource("cluster", "cluster"),
                resource("launchTemplate", "template", { instanceType }),
            );
        assert.deepStrictEqual(alone("inf2.xlarge"), ["service: instances of the cluster: not known"]);
        assert.deepStrictEqual(alone("m5.large"), unseen);
    });
    it("leaves others alone that join another cluster", () =>
        assert.deepStrictEqual(
            onEc2(
                group("web", "m5"),
                resource("cluster", "other"),
                resource("launchTemplate", "m5", { instanceType: "m5.large" }, { userData: ["other"] }),
            ),
            [],
        ));
    it("does not know of what joins while more may be shown", () => {
        const stack = new GrowingStack();
        [inferenceTask("task"), ...others].forEach((one) => stack.show(one));
        const {
            judged: [judged],
            stack: shown,
        } = stack.show(inferenceService("service", "task", ec2));
        assert.ok(judged?.kind === "service");
        assert.deepStrictEqual(judgeAround(neuronPlacement, judged, shown), {
            violations: [],
            undecided: [{ path: ["instances of the cluster"] }],
        });
    });
});

describe("neuron-placement, of a service on Managed Instances", () => {
    const managed = resource("capacityProvider", "managed", { managedInstancesProvider: { propagateTags: "NONE" } });
    const onManaged = { capacityProviderStrategies: [{ capacityProvider: "managed" }] };

    it("leaves the choice of instances to ECS", () =>
        assert.deepStrictEqual(
            said(
                neuronPlacement,
                inferenceTask("task"),
                inferenceService("service", "task", onManaged),
                managed,
                resource("cluster", "cluster"),
            ),
            [],
        ));
    it("accepts a task that asks ECS for the devices, wherever its capacity is", () =>
        assert.deepStrictEqual(
            said(
                neuronPlacement,
                resource("taskDefinition", "task", {
                    containerDefinitions: [
                        {
                            name: "llm",
                            image: "own/llm-neuronx:1",
                            resourceRequirements: [{ type: "NeuronDevice", value: "ALL" }],
                        },
                    ],
                }),
                inferenceService("service", "task", elsewhere),
            ),
            [],
        ));
});
