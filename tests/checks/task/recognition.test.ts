import assert from "node:assert/strict";
import { exampleOf } from "../../../checks/examples";
import { everyRule } from "../every-rule";
import { address } from "../right-task";

interface ContainerDefinition {
    [key: string]: unknown;
    name: string;
    environment: { name: string; value: string }[];
    mountPoints: { sourceVolume: string; containerPath: string }[];
}

/** A task definition whose sidecar only its command tells. */
const right = exampleOf("neuron-rtd-sidecar", "the sidecar has an image and a name of its own");

function found(
    change: (model: ContainerDefinition, daemon: ContainerDefinition, containers: ContainerDefinition[]) => void,
): readonly string[] {
    const definition = structuredClone(right.definition) as { containerDefinitions: ContainerDefinition[] };
    const [model, daemon] = definition.containerDefinitions as [ContainerDefinition, ContainerDefinition];
    change(model, daemon, definition.containerDefinitions);
    const { problems, violations, undecided } = everyRule(definition);
    assert.deepStrictEqual({ problems, undecided }, { problems: [], undecided: [] });
    return violations;
}

describe("A sidecar with an own image", () => {
    it("is right as it stands", () =>
        assert.deepStrictEqual(
            found(() => undefined),
            [],
        ));

    const commands: [string, Record<string, unknown>][] = [
        ["behind an init", { entryPoint: ["tini", "--"], command: ["neuron-rtd", "-g", address] }],
        ["behind an entry point script", { entryPoint: ["/entrypoint.sh"], command: ["neuron-rtd", "-g", address] }],
        ["on a later line of a script", { command: [`mkdir -p /sock\nneuron-rtd -g ${address}`] }],
    ];
    for (const [where, command] of commands) {
        it(`is known by the daemon ${where}`, () =>
            assert.deepStrictEqual(
                found((_, daemon) => void Object.assign(daemon, command)),
                [],
            ));
    }

    for (const written of ["$NEURON_RTD_ADDRESS", "${NEURON_RTD_ADDRESS}"]) {
        it(`listens where its own environment says, by ${written}`, () => {
            const change = (_: ContainerDefinition, daemon: ContainerDefinition) => {
                daemon["command"] = [`neuron-rtd -g ${written}`];
                daemon.environment.push({ name: "NEURON_RTD_ADDRESS", value: address });
            };
            assert.deepStrictEqual(found(change), []);
        });
    }
});

describe("A variable that stands twice", () => {
    it("is judged by each of its values", () => {
        assert.deepStrictEqual(
            found((_, daemon) => void daemon.environment.push({ name: "AWS_NEURON_VISIBLE_DEVICES", value: "0,2" })),
            [
                "neuron-visible-devices: containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES: container " +
                    '"runtime" has AWS_NEURON_VISIBLE_DEVICES "0,2", ' +
                    "but there is a gap between 0 and 2: the list must be contiguous; it must be ALL, or a " +
                    "contiguous ascending list of device indexes such as 0 or 0,1: set it to ALL",
            ],
        );
    });
});

describe("A socket", () => {
    it("is another file where the volume is mounted elsewhere", () => {
        assert.deepStrictEqual(
            found((model) => void Object.assign(model.mountPoints[0] ?? {}, { containerPath: "/" })),
            [
                'neuron-rtd-address: containerDefinitions[0].environment.NEURON_RTD_ADDRESS: container "bert" has ' +
                    `NEURON_RTD_ADDRESS "${address}", but mounts the volume at another path than container "runtime", so ` +
                    "that this is another file there; both must name one socket: mount it at the same path",
            ],
        );
    });
});

describe("A capability", () => {
    for (const spelling of ["SYS_ADMIN", "sys_admin", "CAP_SYS_ADMIN"]) {
        it(`is refused to the model container as ${spelling}`, () => {
            assert.deepStrictEqual(
                found((model) => void (model["linuxParameters"] = { capabilities: { add: [spelling] } })),
                [
                    "neuron-rtd-least-privilege: containerDefinitions[0].linuxParameters.capabilities.add: " +
                        'container "bert" adds SYS_ADMIN, which only the neuron-rtd sidecar needs: remove it',
                ],
            );
        });
    }
});

describe("A container that takes no part in the task's Neuron contract", () => {
    const bystanders: [string, Record<string, unknown>][] = [
        ["a tracing daemon, essential as all are by default", { name: "xray", image: "amazon/aws-xray-daemon" }],
        [
            "a log router",
            { name: "logs", image: "fluent-bit", essential: true, firelensConfiguration: { type: "fluentbit" } },
        ],
        ["a container that ends before", { name: "fetch", image: "aws-cli", essential: false }],
    ];
    for (const [what, bystander] of bystanders) {
        it(`is left alone: ${what}`, () => {
            assert.deepStrictEqual(
                found((_model, _daemon, containers) => void containers.push(bystander as ContainerDefinition)),
                [],
            );
        });
    }

    it("is left alone where no other serves a model: the one that could must", () => {
        const rules = found((model, _, containers) => {
            Object.assign(model, { dependsOn: [], environment: [], mountPoints: [] });
            containers.push({ name: "xray", image: "amazon/aws-xray-daemon", environment: [], mountPoints: [] });
        }).map((violation) => violation.replace(/(\]).*$/, "$1"));
        assert.deepStrictEqual(rules, [
            "neuron-rtd-starts-first: containerDefinitions[0]",
            "neuron-rtd-shared-volume: containerDefinitions[0]",
            "neuron-rtd-address: containerDefinitions[0]",
        ]);
    });

    it("is refused once, where several could serve a model and none takes part", () => {
        const rules = found((model, _, containers) => {
            Object.assign(model, { dependsOn: [], environment: [], mountPoints: [] });
            containers.push({ name: "app", image: "example.org/app:1", environment: [], mountPoints: [] });
        });
        assert.deepStrictEqual(rules, [
            'neuron-rtd-sidecar: containerDefinitions: none of container "bert", container "app" takes part in what ' +
                'the sidecar, container "runtime", offers, so that none can serve a model; at least one must: give it ' +
                "the dependency, the volume and the address, or say which it is with the Docker label ecs-inferentia.role",
        ]);
    });
});
