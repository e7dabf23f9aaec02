import assert from "node:assert/strict";
import { NeuronTaskDefinition, type NeuronTaskDefinitionArgs } from "../../../components";
import { UNKNOWN } from "../../../checks/known";
import { componentContainers, unknownInputs } from "../../../checks/task/component";
import type { Container } from "../../../checks/task/task-definition";
import { readTaskDefinition } from "../../../checks/task/read-task-definition";
import { register } from "../../components/mocked-engine";

const model = { name: "bert", image: "example.org/bert:1", memoryReservationMiB: 1000 };

/** What the rules read of container definitions. */
function read(containerDefinitions: unknown): readonly Container[] {
    const { containers, problems } = readTaskDefinition({ containerDefinitions });
    assert.deepStrictEqual(problems, []);
    assert.ok(containers !== UNKNOWN);
    return containers;
}

function foreseen(inputs: Record<string, unknown>): readonly Container[] {
    return read(componentContainers(inputs));
}

/** The container at an index, as the component makes it of one model container, with something else. */
function withUnknown(index: number, changed: Partial<Container>): Container {
    const container = foreseen({ containers: [model] })[index];
    assert.ok(container);
    return { ...container, ...changed };
}

describe("The container definitions that NeuronTaskDefinition will make", () => {
    const cases: [string, NeuronTaskDefinitionArgs][] = [
        ["the least arguments", { containers: [model] }],
        [
            "all that decide containers",
            {
                containers: [
                    {
                        ...model,
                        environment: { LEVEL: "info" },
                        command: ["serve"],
                        entryPoint: ["sh", "-c"],
                        portMappings: [{ containerPort: 8500 }, { containerPort: 8501, hostPort: 9000 }],
                    },
                    { name: "resnet", image: "example.org/resnet:1", memoryMiB: 500, essential: false },
                ],
                visibleDevices: "0,1",
                neuronRtdImage: "example.org/own-daemon:1",
                neuronRtdHealthCheckCommand: ["CMD", "true"],
                socketVolumeName: "own",
                socketContainerPath: "/own/path",
                networkMode: "bridge",
            },
        ],
        [
            "a network mode in which the ports of the container are those of the task",
            { containers: [{ ...model, portMappings: [{ containerPort: 8500 }] }], networkMode: "awsvpc" },
        ],
    ];
    for (const [what, args] of cases) {
        it(`are foreseen from its inputs as it makes them: ${what}`, async () => {
            const registered = await register(() => new NeuronTaskDefinition("inference", args));
            const made = registered.find(({ type }) => type === "aws:ecs/taskDefinition:TaskDefinition")?.inputs[
                "containerDefinitions"
            ];
            // The region of the public image is no input.
            const image = args.neuronRtdImage === undefined ? { image: UNKNOWN } : {};
            const expected = read(made).map((container) =>
                container.name === "neuron-rtd" ? { ...container, ...image } : container,
            );
            assert.deepStrictEqual(foreseen(args as unknown as Record<string, unknown>), expected);
        });
    }

    it("are unknown where the containers are", () => {
        assert.equal(componentContainers({ containers: UNKNOWN }), UNKNOWN);
        assert.equal(componentContainers({}), UNKNOWN);
        assert.equal(componentContainers({ containers: "bert" }), UNKNOWN);
        assert.equal(componentContainers({ containers: [model, "bert"] }), UNKNOWN);
        assert.equal(componentContainers({ containers: [null] }), UNKNOWN);
    });

    const unknowns: [string, Record<string, unknown>, () => readonly Container[]][] = [
        [
            "an image",
            { containers: [{ ...model, image: UNKNOWN }] },
            () => [withUnknown(0, { image: UNKNOWN }), withUnknown(1, {})],
        ],
        [
            "a command",
            { containers: [{ ...model, command: ["serve", UNKNOWN] }] },
            () => [withUnknown(0, { command: ["serve", UNKNOWN] }), withUnknown(1, {})],
        ],
        [
            "an environment, to which the component adds the address",
            { containers: [{ ...model, environment: UNKNOWN }] },
            () => [
                withUnknown(0, {
                    environment: [
                        { name: "NEURON_RTD_ADDRESS", value: "unix:/sock/neuron-rtd.sock" },
                        { name: UNKNOWN, value: UNKNOWN },
                    ],
                }),
                withUnknown(1, {}),
            ],
        ],
        [
            "port mappings",
            { containers: [{ ...model, portMappings: UNKNOWN }] },
            () => [withUnknown(0, { portMappings: UNKNOWN }), withUnknown(1, {})],
        ],
        [
            "a port mapping",
            { containers: [{ ...model, portMappings: [{ containerPort: 1 }, UNKNOWN] }] },
            () => [withUnknown(0, { portMappings: UNKNOWN }), withUnknown(1, {})],
        ],
        [
            "nothing, with the network mode, where there are no ports",
            { containers: [model], networkMode: UNKNOWN },
            () => [withUnknown(0, {}), withUnknown(1, {})],
        ],
        [
            "nothing, with port mappings that are none",
            { containers: [{ ...model, portMappings: [null] }] },
            () => [withUnknown(0, {}), withUnknown(1, {})],
        ],
        [
            "the command of a health check",
            { containers: [model], neuronRtdHealthCheckCommand: UNKNOWN },
            () => [
                withUnknown(0, { dependsOn: [{ containerName: "neuron-rtd", condition: "HEALTHY" }] }),
                withUnknown(1, { hasHealthCheck: UNKNOWN }),
            ],
        ],
        [
            "the network mode, which decides the host ports",
            { containers: [{ ...model, portMappings: [{ containerPort: 1 }] }], networkMode: UNKNOWN },
            () => [withUnknown(0, { portMappings: UNKNOWN }), withUnknown(1, {})],
        ],
        [
            "the devices",
            { containers: [model], visibleDevices: UNKNOWN },
            () => [
                withUnknown(0, {}),
                withUnknown(1, { environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: UNKNOWN }] }),
            ],
        ],
        [
            "an own sidecar image",
            { containers: [model], neuronRtdImage: UNKNOWN },
            () => [withUnknown(0, {}), withUnknown(1, { image: UNKNOWN })],
        ],
        [
            "the socket's directory",
            { containers: [model], socketContainerPath: UNKNOWN },
            () => [
                withUnknown(0, {
                    environment: [{ name: "NEURON_RTD_ADDRESS", value: UNKNOWN }],
                    mountPoints: [{ sourceVolume: "sock", containerPath: UNKNOWN, readOnly: false }],
                }),
                withUnknown(1, {
                    command: [UNKNOWN],
                    mountPoints: [{ sourceVolume: "sock", containerPath: UNKNOWN, readOnly: false }],
                }),
            ],
        ],
    ];
    for (const [what, inputs, expected] of unknowns) {
        it(`are known but for ${what}`, () => assert.deepStrictEqual(foreseen(inputs), expected()));
    }

    it("have an unknown container where one is", () => {
        const [first, second, sidecar] = foreseen({ containers: [UNKNOWN, model] });
        assert.deepStrictEqual([first?.name, second?.name, sidecar?.name], [UNKNOWN, "bert", "neuron-rtd"]);
    });

    it("are explained by the inputs that are not known", () => {
        const inputs = {
            containers: [{ ...model, image: UNKNOWN, environment: { KEY: UNKNOWN } }, UNKNOWN],
            visibleDevices: UNKNOWN,
            family: "bert",
        };
        assert.deepStrictEqual(unknownInputs(inputs), [
            "containers[0].image",
            "containers[0].environment.KEY",
            "containers[1]",
            "visibleDevices",
        ]);
    });
});
