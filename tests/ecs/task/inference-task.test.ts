import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { judgeTask } from "../../../checks/judge/judge-task";
import { neuronRtdSidecar } from "../../../checks/rules/neuron-rtd-sidecar";
import { isInferenceTask } from "../../../ecs/task/inference-task";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { propertyText, undecidedText } from "../../../checks/phrasing/property-text";

const web = { name: "web", image: "nginx:1" };
const first = "containerDefinitions[0]";

function undecided(definition: object): readonly string[] {
    const task = readTaskDefinition(definition);
    assert.deepStrictEqual(task.problems, []);
    const outcome = judgeTask(neuronRtdSidecar, task);
    assert.deepStrictEqual(outcome.violations, []);
    return outcome.undecided.map(propertyText);
}

const ofContainer = (change: object) => undecided({ containerDefinitions: [{ ...web, ...change }] });

describe("Whether a task definition is for inference is not known, and what of it is said, while", () => {
    const open: [string, object, string[]][] = [
        ["its name is not known", { name: UNKNOWN }, [`${first}.name`]],
        ["its image is not known", { image: UNKNOWN }, [`${first}.image`]],
        ["neither its name nor its image is known", { name: UNKNOWN, image: UNKNOWN }, [first]],
        ["its entry point is not known", { entryPoint: UNKNOWN }, [`${first}.entryPoint`]],
        ["a word of its entry point is not known", { entryPoint: ["sh", UNKNOWN] }, [`${first}.entryPoint`]],
        ["its command is not known", { command: UNKNOWN }, [`${first}.command`]],
        ["a word of its command is not known", { command: ["serve", UNKNOWN] }, [`${first}.command`]],
        ["its environment is not known", { environment: UNKNOWN }, [`${first}.environment`]],
        ["a variable's name is not known", { environment: [{ name: UNKNOWN, value: "1" }] }, [`${first}.environment`]],
        [
            "a device is not known",
            { linuxParameters: { devices: [{ hostPath: UNKNOWN }] } },
            [`${first}.linuxParameters.devices`],
        ],
        ["its secrets are not known", { secrets: UNKNOWN }, [`${first}.secrets`]],
        ["the name of a secret is not known", { secrets: [{ name: UNKNOWN }] }, [`${first}.secrets`]],
        ["its requirements are not known", { resourceRequirements: UNKNOWN }, [`${first}.resourceRequirements`]],
        [
            "the type of a requirement is not known",
            { resourceRequirements: [{ type: UNKNOWN, value: "1" }] },
            [`${first}.resourceRequirements`],
        ],
        [
            "much is not known",
            { image: UNKNOWN, environment: UNKNOWN, linuxParameters: { devices: UNKNOWN } },
            [`${first}.image`, `${first}.environment`, `${first}.linuxParameters.devices`],
        ],
    ];
    for (const [what, change, paths] of open) {
        it(`of a container ${what}`, () => assert.deepStrictEqual(ofContainer(change), paths));
    }

    const memberOf = (expression: unknown) => ({ type: "memberOf", expression });
    const definitions: [string, object, string[]][] = [
        ["its containers are not", { containerDefinitions: UNKNOWN }, ["containerDefinitions"]],
        [
            "its placement constraints are not",
            { containerDefinitions: [web], placementConstraints: UNKNOWN },
            ["placementConstraints"],
        ],
        [
            "a placement expression is not",
            {
                containerDefinitions: [web],
                placementConstraints: [memberOf("attribute:stack == prod"), memberOf(UNKNOWN)],
            },
            ["placementConstraints"],
        ],
        [
            "a container is not, which its placement does not tell",
            {
                containerDefinitions: [{ ...web, image: UNKNOWN }],
                placementConstraints: [memberOf("attribute:stack == prod")],
            },
            [`${first}.image`],
        ],
        [
            "what it compiles for is not, which its placement does not tell",
            {
                containerDefinitions: [{ ...web, command: ["neuronx-cc"], linuxParameters: { devices: UNKNOWN } }],
                placementConstraints: UNKNOWN,
            },
            [`${first}.linuxParameters.devices`],
        ],
        [
            "a container is not, of which the labels and mounts do not tell",
            {
                containerDefinitions: [{ ...web, image: UNKNOWN, dockerLabels: UNKNOWN, mountPoints: UNKNOWN }],
                volumes: [{ name: "host", host: { sourcePath: "/proc" } }],
            },
            [`${first}.image`],
        ],
        [
            "a container beside what watches is not",
            {
                containerDefinitions: [
                    { ...web, image: "neuron-monitor", environment: UNKNOWN },
                    { ...web, image: UNKNOWN },
                ],
            },
            ["containerDefinitions[1].image"],
        ],
        [
            "a container and its placement are not",
            { containerDefinitions: [{ ...web, image: UNKNOWN }], placementConstraints: UNKNOWN },
            [`${first}.image`, "placementConstraints"],
        ],
    ];
    for (const [what, definition, paths] of definitions) {
        it(what, () => assert.deepStrictEqual(undecided(definition), paths));
    }
});

describe("A task definition is known not to be for inference, while", () => {
    const known: [string, object][] = [
        ["everything is known", {}],
        ["the value of a variable is not", { environment: [{ name: "LEVEL", value: UNKNOWN }] }],
        ["its dependencies are not", { dependsOn: UNKNOWN }],
        ["its mounts are not", { mountPoints: UNKNOWN }],
        ["its capabilities are not", { linuxParameters: { capabilities: { add: UNKNOWN } } }],
    ];
    for (const [what, change] of known) {
        it(what, () => {
            assert.deepStrictEqual(ofContainer(change), []);
            assert.equal(
                isInferenceTask(
                    readTaskDefinition({
                        containerDefinitions: [{ ...web, ...change }],
                        placementConstraints: [{ type: "distinctInstance" }],
                    }),
                ),
                false,
            );
        });
    }

    it("a placement expression that is known speaks of something else", () => {
        assert.deepStrictEqual(
            undecided({
                containerDefinitions: [web],
                placementConstraints: [{ type: "memberOf", expression: "attribute:stack == prod" }],
            }),
            [],
        );
    });
});

describe("What only watches the instances is not for inference, though it is placed on them", () => {
    const placementConstraints = [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf1.xlarge" }];
    const watching = (image: unknown, ...further: object[]) =>
        isInferenceTask(
            readTaskDefinition({ containerDefinitions: [{ ...web, image }, ...further], placementConstraints }),
        );

    it("by its image", () => assert.equal(watching("public.ecr.aws/neuron/neuron-node-problem-detector:1"), false));

    it("unless another image does not watch", () => assert.equal(watching("team/model"), true));

    it("which is not decided while another image is not known", () =>
        assert.equal(watching("neuron-monitor", { ...web, image: UNKNOWN }), UNKNOWN));

    const serving = (image: unknown) => ({ ...web, image, portMappings: [{ containerPort: 80 }] });
    const beside: [string, object[], unknown][] = [
        ["is not decided beside what has a port and an unknown image", [serving(UNKNOWN)], UNKNOWN],
        ["is for inference beside what has a port", [serving("team/app")], true],
        ["is for inference where only one image is not known", [serving(UNKNOWN), serving("team/app")], true],
    ];
    for (const [what, further, expected] of beside) {
        it(what, () => assert.equal(watching("neuron-monitor", ...further), expected));
    }
});

describe("Whether what is placed on Inferentia only watches it is not known, and what of it is said, while", () => {
    const own = { ...web, image: "team/app:1" };
    const mountPoints = [{ sourceVolume: "host", containerPath: "/host" }];
    const placed = (container: object, volumes: unknown) => ({
        containerDefinitions: [{ ...own, ...container }],
        volumes,
        placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type =~ inf2.*" }],
    });
    const proc = [{ name: "host", host: { sourcePath: "/proc" } }];
    const open: [string, object, string[]][] = [
        ["its mounts are not", placed({ mountPoints: UNKNOWN }, proc), [`${first}.mountPoints`]],
        ["the volumes are not", placed({ mountPoints }, UNKNOWN), ["volumes"]],
        [
            "the directory is not",
            placed({ mountPoints }, [{ name: "host", host: { sourcePath: UNKNOWN } }]),
            ["volumes"],
        ],
        [
            "its labels are not",
            placed({ image: "neuron-monitor", dockerLabels: UNKNOWN }, []),
            [`${first}.dockerLabels`],
        ],
        [
            "its label is not",
            placed({ image: "neuron-monitor", dockerLabels: { "ecs-inferentia.role": UNKNOWN } }, []),
            [`${first}.dockerLabels`],
        ],
        ["its command is not", placed({ command: UNKNOWN }, []), [`${first}.command`]],
        ["what it runs is not", placed({ command: ["python", UNKNOWN] }, []), [`${first}.command`]],
        ["its entry point is not", placed({ entryPoint: UNKNOWN }, []), [`${first}.entryPoint`]],
    ];
    for (const [what, definition, paths] of open) {
        it(what, () => {
            assert.equal(isInferenceTask(readTaskDefinition(definition)), UNKNOWN);
            assert.deepStrictEqual(undecided(definition), paths);
        });
    }

    it("unless another container is known to need a chip", () => {
        const { containerDefinitions, ...rest } = placed({ mountPoints: UNKNOWN }, proc);
        const task = { ...rest, containerDefinitions: [...containerDefinitions, { ...own, name: "model" }] };
        assert.equal(isInferenceTask(readTaskDefinition(task)), true);
    });

    const image = `${first}.image (what it runs is not read)`;
    const agents: [string, object, string[]][] = [
        ["it may be an agent, as nothing says that it serves", placed({}, []), [image]],
        ["it may be an agent, as it only forwards", placed({ image: "nginx:1" }, []), [image]],
        [
            "it may be an agent, as it is called one",
            placed({ name: "host-agent", portMappings: [{ containerPort: 80 }] }, []),
            [image],
        ],
        [
            "it may write its logs, or read those of others",
            placed({ mountPoints, portMappings: [{ containerPort: 80 }] }, [
                { name: "host", host: { sourcePath: "/var/log" } },
            ]),
            ["volumes"],
        ],
    ];
    for (const [what, definition, said] of agents) {
        it(what, () => {
            const task = readTaskDefinition(definition);
            assert.equal(isInferenceTask(task), UNKNOWN);
            const { violations, undecided: open } = judgeTask(neuronRtdSidecar, task);
            assert.deepStrictEqual([violations, open.map(undecidedText)], [[], said]);
        });
    }
});

describe("A task definition is known not to be for inference, though it has to do with Neuron", () => {
    const devices = [{ hostPath: "/dev/neuron0" }];
    const placementConstraints = [{ type: "memberOf", expression: "attribute:ecs.instance-type =~ inf2.*" }];
    const other = { dockerLabels: { "ecs-inferentia.role": "other" } };
    const tasks: [string, object, ...object[]][] = [
        [
            "when its constraint keeps it off Inferentia",
            {
                placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type !~ inf.*" }],
            },
            web,
        ],
        [
            "when it only compiles, wherever it is placed",
            { placementConstraints },
            { ...web, image: "team/app", command: ["neuronx-cc"] },
        ],
        ["by the label other", {}, { ...web, ...other }],
        ["by the label other, which settles it", {}, { ...web, ...other, linuxParameters: { devices } }],
        ["by the label other, wherever it is placed", { placementConstraints }, { ...web, ...other }],
        [
            "when it watches with the devices open",
            {},
            { ...web, image: "own/a-neuronx:1", command: ["neuron-monitor"], linuxParameters: { devices } },
        ],
        [
            "when agents are placed on Inferentia",
            { placementConstraints },
            { ...web, image: "prom/node-exporter" },
            { ...web, name: "logs", image: "fluent/fluent-bit" },
        ],
        [
            "when it compiles in an image of the SDK",
            { requiresCompatibilities: ["FARGATE"] },
            {
                ...web,
                image: "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training-neuronx:2",
                command: ["neuronx-cc", "compile", "m.hlo"],
                environment: [{ name: "NEURON_RT_LOG_LEVEL", value: "INFO" }],
            },
        ],
    ];
    for (const [what, task, ...containerDefinitions] of tasks) {
        it(what, () => assert.equal(isInferenceTask(readTaskDefinition({ ...task, containerDefinitions })), false));
    }
});

describe("A task definition is known to be for inference", () => {
    const signs: [string, object][] = [
        [
            "by a placement expression",
            {
                containerDefinitions: [{ name: "bert", image: UNKNOWN }],
                placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf1.xlarge" }],
            },
        ],
        [
            "by a placement expression, without containers",
            {
                containerDefinitions: [],
                placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf1.xlarge" }],
            },
        ],
        [
            "by a variable beside an unknown one",
            {
                containerDefinitions: [
                    {
                        ...web,
                        environment: [
                            { name: UNKNOWN, value: "1" },
                            { name: "NEURON_RTD_ADDRESS", value: "unix:/sock/a.sock" },
                        ],
                    },
                ],
            },
        ],
        [
            "by a device",
            {
                containerDefinitions: [
                    { ...web, linuxParameters: { devices: [{ hostPath: "/dev/neuron0" }] } },
                    { ...web, name: UNKNOWN, image: UNKNOWN },
                ],
            },
        ],
        [
            "by an image",
            {
                containerDefinitions: [{ ...web, image: "team/pytorch-inference-neuron:1" }],
                placementConstraints: UNKNOWN,
            },
        ],
        [
            "by its command line",
            { containerDefinitions: [{ ...web, command: ["vllm", "serve", "llama", "--device", "neuron"] }] },
        ],
        [
            "by the tag of an image of AWS's",
            {
                containerDefinitions: [
                    {
                        ...web,
                        image: "763104351884.dkr.ecr.us-west-2.amazonaws.com/djl-inference:0.27.0-neuronx-sdk2.18.0",
                    },
                ],
            },
        ],
        [
            "by a device that what compiles maps",
            {
                containerDefinitions: [
                    { ...web, command: ["neuronx-cc"], linuxParameters: { devices: [{ hostPath: "/dev/neuron0" }] } },
                ],
            },
        ],
        ["by a secret", { containerDefinitions: [{ ...web, secrets: [{ name: "NEURON_RTD_ADDRESS" }] }] }],
        [
            "by a requirement",
            { containerDefinitions: [{ ...web, resourceRequirements: [{ type: "NeuronDevice", value: "1" }] }] },
        ],
        ["by a label", { containerDefinitions: [{ ...web, dockerLabels: { "ecs-inferentia.role": "model" } }] }],
        ["by a sidecar", { containerDefinitions: [web, { ...web, name: "neuron-rtd" }] }],
        [
            "by a container, while its placement is not known",
            {
                containerDefinitions: [{ ...web, secrets: [{ name: "NEURON_RTD_ADDRESS" }] }],
                placementConstraints: UNKNOWN,
            },
        ],
        [
            "by a model beside what watches the instances",
            {
                containerDefinitions: [
                    { ...web, image: "neuron-monitor" },
                    { ...web, secrets: [{ name: "NEURON_RTD_ADDRESS" }] },
                ],
            },
        ],
    ];
    for (const [what, definition] of signs) {
        it(what, () => assert.equal(isInferenceTask(readTaskDefinition(definition)), true));
    }
});
