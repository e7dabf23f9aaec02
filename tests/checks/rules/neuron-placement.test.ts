import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { judgeStackResource } from "../../../checks/judge/judge-stack-resource";
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

const withoutChips = (launched: string) => [
    `service: placementConstraints: service "service" runs a Neuron task, and ${launched}, without Inferentia or ` +
        "Trainium: run it on instances with chips",
];
const loose = (why: string, example = "inf1.xlarge", isTold = false) => [
    'service: placementConstraints: service "service" runs a Neuron task that may be placed on instances without ' +
        "Inferentia or Trainium, as " +
        (isTold ? "its placement constraints allow" : "no placement constraint holds it to them") +
        `, and ${why}: add a memberOf expression, for example ${type} == ${example}`,
];
const unseen = ["service: instances of the capacity providers: not known"];
const never = (expression: string) =>
    `service: placementConstraints[0].expression: the placement expression "${expression}" of service "service" can ` +
    "match no Inferentia or Trainium instance; the attribute has the values inf1.xlarge, inf1.2xlarge, inf1.6xlarge, " +
    `inf1.24xlarge: write for example ${type} == inf1.xlarge`;
const neverTogether = [
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
            withoutChips("its capacity providers launch m5.large"),
        ],
        ["does not know capacity that the stack does not show", () => found(elsewhere), unseen],
        [
            "does not know capacity whose types the stack does not show",
            () => found({}, {}, { template: { instanceType: undefined } }),
            unseen,
        ],
        ["accepts a constraint of the service", () => found({ ...elsewhere, ...memberOf(`${type} =~ inf1.*`) }), []],
        ["accepts a constraint of the task definition", () => found(elsewhere, memberOf(`${type} =~ inf1.*`)), []],
        [
            "does not know whether a constraint that lets others in holds, where the capacity is elsewhere",
            () => found({ ...elsewhere, ...memberOf(`${type} != m5.large`) }),
            unseen,
        ],
        [
            "refuses constraints that can never hold together",
            () => found(memberOf(`${type} == inf1.xlarge`), memberOf(`${type} == inf1.2xlarge`)),
            neverTogether,
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
            "leaves a wrong expression of the task definition to what is said of that, and knows of nothing else that " +
                "holds",
            () => found(elsewhere, memberOf(`${type} == Inf1.xlarge`)),
            unseen,
        ],
        [
            "leaves one that is none of the language to that, too",
            () => found(elsewhere, memberOf(`${type} is inf1.xlarge`)),
            unseen,
        ],
        [
            "refuses a placement of the same types in a zone in which there are none",
            () =>
                found(
                    memberOf("attribute:ecs.availability-zone == us-west-2b"),
                    {},
                    { group: { availabilityZones: ["us-west-2a"] } },
                ),
            [
                'service: placementConstraints: the tasks of service "service" are placed where ' +
                    '"attribute:ecs.availability-zone == us-west-2b" holds, but its capacity providers launch ' +
                    "inf1.xlarge where that does not hold, so that they never start: let the two agree",
            ],
        ],
        [
            "refuses another platform",
            () => found(memberOf("attribute:ecs.os-type == windows")),
            [
                'service: placementConstraints[0].expression: the placement expression "attribute:ecs.os-type == ' +
                    'windows" of service "service" can match no Inferentia or Trainium instance; they have x86_64 ' +
                    `processors and Linux: write for example ${type} == inf1.xlarge`,
            ],
        ],
        ["accepts Linux in another spelling", () => found(memberOf("attribute:ecs.os-family == Linux")), []],
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

    const undecidedCases: [string, () => readonly string[], string][] = [
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
    for (const [what, is, path] of undecidedCases) {
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

    it("leaves a capacity provider out that gets no task, by its weight", () =>
        assert.deepStrictEqual(
            onTwo({
                capacityProviderStrategies: [
                    { capacityProvider: "inf1", weight: 1 },
                    { capacityProvider: "m5", weight: 0 },
                ],
            }),
            [],
        ));

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
            loose("the instances of its cluster are inf2.xlarge, m5.large", "inf2.xlarge"),
        ));
    it("does not know what joins a cluster where the stack shows nothing that does", () => {
        const alone = (instanceType: string) =>
            said(
                neuronPlacement,
                inferenceTask("task"),
                inferenceService("service", "task", ec2),
                resource("cluster", "cluster"),
                resource("launchTemplate", "template", { instanceType }),
            );
        const notKnown = ["service: instances of the cluster: not known"];
        assert.deepStrictEqual(alone("inf2.xlarge"), notKnown);
        assert.deepStrictEqual(alone("m5.large"), notKnown);
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
    it("accepts an instance that stands there by itself, and joins the cluster by its name", () =>
        assert.deepStrictEqual(
            said(
                neuronPlacement,
                inferenceTask("task"),
                inferenceService("service", "task", ec2),
                resource("instance", "host", {
                    instanceType: "inf2.xlarge",
                    userData: "#!/bin/bash\necho ECS_CLUSTER=cluster >> /etc/ecs/ecs.config",
                }),
            ),
            [],
        ));
    it("refuses others that join by the name of a cluster that the stack does not have", () =>
        assert.deepStrictEqual(
            said(
                neuronPlacement,
                inferenceTask("task"),
                inferenceService("service", "task", { ...ec2, cluster: "arn:aws:ecs:us-west-2:1:cluster/elsewhere" }),
                resource("instance", "host", { instanceType: "m5.large", userData: "ECS_CLUSTER=elsewhere" }),
            ),
            withoutChips("the instances of its cluster are m5.large"),
        ));
    const marked = (id: string, instanceType: string, accelerator: string) => [
        resource("launchTemplate", id, {
            instanceType,
            userData: `ECS_CLUSTER=cluster\nECS_INSTANCE_ATTRIBUTES={"accelerator":"${accelerator}"}`,
        }),
        group(`group of ${id}`, id),
    ];
    const held = (...further: readonly SourceResource[]) =>
        said(
            neuronPlacement,
            inferenceTask("task"),
            inferenceService("service", "task", { ...ec2, ...memberOf("attribute:accelerator == neuron") }),
            ...further,
        );
    it("accepts an attribute of their own by which only the Neuron instances take the tasks", () =>
        assert.deepStrictEqual(held(...marked("a", "inf2.xlarge", "neuron"), ...marked("b", "m5.large", "none")), []));
    it("refuses an attribute of their own that others have", () =>
        assert.deepStrictEqual(
            held(...marked("a", "inf2.xlarge", "none"), ...marked("b", "m5.large", "neuron")),
            loose("the instances of its cluster are inf2.xlarge, m5.large", "inf2.xlarge", true),
        ));
    it("does not know of an attribute that user data does not give", () =>
        assert.deepStrictEqual(
            held(
                joining("a", "inf2.xlarge"),
                group("g", "a"),
                joining("b", "m5.large"),
                group("h", "b"),
                resource("cluster", "cluster"),
            ),
            ["service: instances of the cluster: not known"],
        ));
    it("does not know of what joins while more may be shown", () => {
        const stack = new GrowingStack();
        [inferenceTask("task"), ...others].forEach((one) => stack.show(one));
        const {
            resources: [shownService],
            stack: shown,
        } = stack.show(inferenceService("service", "task", ec2));
        assert.ok(shownService?.kind === "taskStarter");
        assert.deepStrictEqual(judgeStackResource(neuronPlacement, shownService, shown), {
            violations: [],
            undecided: [{ path: ["instances of the cluster"] }],
        });
    });
});

describe("neuron-placement, of a service on Managed Instances", () => {
    const managed = resource("capacityProvider", "managed", { managedInstancesProvider: { propagateTags: "NONE" } });
    const onManaged = { capacityProviderStrategies: [{ capacityProvider: "managed" }] };

    const requiring = (instanceRequirements: object, properties: object = {}) =>
        said(
            neuronPlacement,
            inferenceTask("task"),
            inferenceService("service", "task", { ...onManaged, ...properties }),
            resource("capacityProvider", "managed", {
                managedInstancesProvider: { instanceLaunchTemplate: { instanceRequirements } },
            }),
        );
    it("accepts requirements that only Neuron instances meet", () =>
        assert.deepStrictEqual(requiring({ allowedInstanceTypes: ["inf2.*", "trn1.2xlarge"] }), []));
    it("refuses requirements that others meet", () =>
        assert.deepStrictEqual(requiring({ allowedInstanceTypes: ["m7i.*"] }), [
            ...withoutChips("its capacity providers launch m7i.*"),
        ]));
    it("refuses Inf1, which Managed Instances do not have", () =>
        assert.deepStrictEqual(requiring({ allowedInstanceTypes: ["inf1.*"] }), [
            'service: placementConstraints: the tasks of service "service" need instances with Inferentia or ' +
                "Trainium, but its capacity providers launch no type that Managed Instances have, so that they " +
                "never start: launch instances that have them",
        ]));
    it("refuses a constraint to types that the requirements leave out", () =>
        assert.deepStrictEqual(
            requiring({ allowedInstanceTypes: ["inf2.xlarge"] }, memberOf(`${type} == inf2.8xlarge`)),
            pending("inf2.8xlarge", "inf2.xlarge"),
        ));

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
