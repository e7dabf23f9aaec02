import assert from "node:assert/strict";
import { maxContainers, maxTaskDefinitionBytes } from "../../../contract";
import { UNKNOWN } from "../../../ecs/known";
import type { Container } from "../../../ecs/task/task-definition";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { propertyText } from "../../../checks/phrasing/property-text";
import { pathOf } from "../../paths";

const container = { name: "bert", image: "bert:1" };

/** A container of which only name and image are said. */
const least: Container = {
    path: ["containerDefinitions", 0],
    name: "bert",
    image: "bert:1",
    essential: true,
    privileged: false,
    entryPoint: [],
    command: [],
    environment: [],
    dependsOn: [],
    mountPoints: [],
    volumesFrom: [],
    portMappings: [],
    addedCapabilities: [],
    hasDropList: false,
    devices: [],
    user: undefined,
    secrets: [],
    hasEnvironmentFiles: false,
    resourceRequirements: [],
    dockerLabels: new Map(),
    memory: undefined,
    memoryReservation: undefined,
    cpu: undefined,
    hasHealthCheck: false,
    unhealthyAfter: 0,
    routesLogs: false,
};

const nothingElse = {
    memory: undefined,
    cpu: undefined,
    runtimePlatform: { cpuArchitecture: undefined, operatingSystemFamily: undefined },
    volumes: [],
    placementConstraints: [],
    requiresCompatibilities: [],
    networkMode: undefined,
    problems: [],
};

describe("A task definition is read", () => {
    it("with what ECS takes where nothing is said", () => {
        assert.deepStrictEqual(readTaskDefinition({ containerDefinitions: [container] }), {
            containers: [least],
            ...nothingElse,
        });
    });

    it("with empty texts and zeros where items say nothing", () => {
        const items = {
            environment: [{}],
            dependsOn: [{}],
            mountPoints: [{}],
            volumesFrom: [{}],
            portMappings: [{}],
            linuxParameters: { devices: [{}] },
        };
        assert.deepStrictEqual(
            readTaskDefinition({
                containerDefinitions: [{ ...container, ...items }],
                volumes: [{}],
                placementConstraints: [{}],
            }),
            {
                containers: [
                    {
                        ...least,
                        environment: [{ name: "", value: "" }],
                        dependsOn: [{ containerName: "", condition: "" }],
                        mountPoints: [{ sourceVolume: "", containerPath: "", readOnly: false }],
                        volumesFrom: [""],
                        portMappings: [{ hostPort: 0, containerPort: 0, protocol: "tcp" }],
                        devices: [{ hostPath: "", containerPath: undefined, permissions: undefined }],
                    },
                ],
                ...nothingElse,
                volumes: [{ name: "", hostPath: undefined }],
                placementConstraints: [{ type: "", expression: undefined }],
            },
        );
    });

    it("with the directory that a volume of Docker binds", () => {
        const bound = (dockerVolumeConfiguration: unknown) =>
            readTaskDefinition({
                containerDefinitions: [container],
                volumes: [{ name: "host", dockerVolumeConfiguration }],
            }).volumes;
        const driverOpts = { type: "none", o: "bind,ro", device: "/proc" };
        const host = (hostPath: unknown) => [{ name: "host", hostPath }];
        assert.deepStrictEqual(
            [
                bound({ scope: "shared", driver: "local", driverOpts }),
                bound([{ driverOpts }]),
                bound({ driverOpts: { ...driverOpts, o: "rbind" } }),
                bound({ driverOpts: { type: "nfs", o: "addr=10.0.0.1", device: ":/models" } }),
                bound({ scope: "task" }),
                bound({ driverOpts: { o: "bind" } }),
                bound({ driverOpts: { ...driverOpts, device: UNKNOWN } }),
                bound({ driverOpts: { ...driverOpts, o: UNKNOWN } }),
                bound({ driverOpts: UNKNOWN }),
                bound(UNKNOWN),
            ],
            [
                ...[host("/proc"), host("/proc"), host("/proc")],
                ...[host(undefined), host(undefined), host(undefined)],
                ...[host(UNKNOWN), host(UNKNOWN), host(UNKNOWN), host(UNKNOWN)],
            ],
        );
    });

    it("with a health check and a log router only where they say something", () => {
        const read = (change: object) => {
            const [one] = readTaskDefinition({ containerDefinitions: [{ ...container, ...change }] })
                .containers as readonly Container[];
            return [one?.hasHealthCheck, one?.routesLogs];
        };
        assert.deepStrictEqual(read({ healthCheck: {}, firelensConfiguration: {} }), [false, false]);
        assert.deepStrictEqual(read({ healthCheck: { command: ["CMD", "true"] } }), [true, false]);
        assert.deepStrictEqual(read({ firelensConfiguration: { type: "fluentbit" } }), [false, true]);
        assert.deepStrictEqual(read({ healthCheck: UNKNOWN, firelensConfiguration: UNKNOWN }), [UNKNOWN, UNKNOWN]);
    });

    it("with a volume's path in host, or beside its name", () => {
        const volumes = [
            { name: "a", host: { sourcePath: "/a" } },
            { name: "b", hostPath: "/b" },
            { name: "c", host: UNKNOWN },
        ];
        assert.deepStrictEqual(readTaskDefinition({ containerDefinitions: [container], volumes }).volumes, [
            { name: "a", hostPath: "/a" },
            { name: "b", hostPath: "/b" },
            { name: "c", hostPath: UNKNOWN },
        ]);
    });

    const sizes: [unknown, unknown][] = [
        [512, 512],
        ["512", 512],
        [" 512 ", 512],
        ["2 GB", 2048],
        ["2gb", 2048],
        [".5 GB", 512],
        ["10.25GB", 10496],
        ["GB", UNKNOWN],
        ["1 MB", UNKNOWN],
        ["a512", UNKNOWN],
        ["512a", UNKNOWN],
        ["1.5.5", UNKNOWN],
        ["", UNKNOWN],
        [true, UNKNOWN],
        [{}, UNKNOWN],
        [UNKNOWN, UNKNOWN],
        [null, undefined],
    ];
    for (const [memory, mebibytes] of sizes) {
        it(`with memory of ${String(mebibytes)} MiB for ${typeof memory} ${String(memory)}`, () =>
            assert.equal(readTaskDefinition({ containerDefinitions: [container], memory }).memory, mebibytes));
    }

    it("with CPU in units, or in vCPUs", () =>
        assert.deepStrictEqual(
            ["256", "2 vCPU", ".25 vcpu"].map(
                (cpu) => readTaskDefinition({ containerDefinitions: [container], cpu }).cpu,
            ),
            [256, 2048, 256],
        ));

    const platforms: [string, unknown, unknown, string[]][] = [
        ["an object", { cpuArchitecture: "ARM64" }, { cpuArchitecture: "ARM64", operatingSystemFamily: undefined }, []],
        [
            "a list of one, as Terraform has it",
            [{ cpuArchitecture: "X86_64", operatingSystemFamily: "LINUX" }],
            { cpuArchitecture: "X86_64", operatingSystemFamily: "LINUX" },
            [],
        ],
        ["an empty list", [], { cpuArchitecture: undefined, operatingSystemFamily: undefined }, []],
        ["not known", UNKNOWN, UNKNOWN, []],
        ["a list of two", [{}, {}], UNKNOWN, ["runtimePlatform: is a list, but must be an object"]],
        ["a text", "ARM64", UNKNOWN, ["runtimePlatform: is a string, but must be an object"]],
        [
            "an object of numbers",
            { cpuArchitecture: 1, operatingSystemFamily: 2 },
            { cpuArchitecture: UNKNOWN, operatingSystemFamily: UNKNOWN },
            [
                "runtimePlatform.cpuArchitecture: is a number, but must be a string",
                "runtimePlatform.operatingSystemFamily: is a number, but must be a string",
            ],
        ],
    ];
    for (const [what, given, read, reasons] of platforms) {
        it(`with a platform that is ${what}`, () => {
            const { runtimePlatform, problems } = readTaskDefinition({
                containerDefinitions: [container],
                runtimePlatform: given,
            });
            assert.deepStrictEqual(
                [runtimePlatform, problems.map((one) => `${propertyText(one)}: ${one.reason}`)],
                [read, reasons],
            );
        });
    }

    it("with unknown fields where an item of a list is not known", () => {
        const { volumes, placementConstraints, problems } = readTaskDefinition({
            containerDefinitions: [container],
            volumes: [UNKNOWN],
            placementConstraints: [UNKNOWN],
        });
        assert.deepStrictEqual(
            [volumes, placementConstraints, problems],
            [[{ name: UNKNOWN, hostPath: UNKNOWN }], [{ type: UNKNOWN, expression: UNKNOWN }], []],
        );
    });

    it("with flags as texts, as CloudFormation takes them", () => {
        const [one] = readTaskDefinition({
            containerDefinitions: [{ ...container, privileged: "true", essential: "false" }],
        }).containers as readonly Container[];
        assert.deepStrictEqual([one?.privileged, one?.essential], [true, false]);
    });
});

describe("What other tools call a property of a container", () => {
    const problemsOf = (definition: object) =>
        readTaskDefinition(definition).problems.map((problem) => `${propertyText(problem)} ${problem.reason}`);

    it("is refused with the name that was meant, as Amazon ECS refuses it", () => {
        assert.deepStrictEqual(problemsOf({ containerDefinitions: [{ ...container, ports: [], env: [] }] }), [
            "containerDefinitions[0].ports is no property of a container definition (did you mean portMappings?)",
            "containerDefinitions[0].env is no property of a container definition (did you mean environment?)",
        ]);
        assert.deepStrictEqual(problemsOf({ ContainerDefinitions: [{ Name: "a", Image: "b", Ports: [] }] }), [
            "containerDefinitions[0].Ports is no property of a container definition (did you mean PortMappings?)",
        ]);
    });

    it("is left alone in a text, of which Terraform's provider drops it", () => {
        assert.deepStrictEqual(problemsOf({ containerDefinitions: JSON.stringify([{ ...container, env: [] }]) }), []);
    });
});

describe("What is larger than ECS takes is said to be, and not read", () => {
    const many = (length: number, item: unknown) => Array.from({ length }, () => item);
    const texts = Math.floor(maxTaskDefinitionBytes / 3);
    const objects = Math.floor(maxTaskDefinitionBytes / 12);
    const first = "containerDefinitions[0]";
    const more = (count: number, unit: string) =>
        `has ${count} ${unit}, more than fit into the ${maxTaskDefinitionBytes} bytes that ECS takes`;

    const large: [string, object, object, string, string][] = [
        [
            "a text",
            { image: "a".repeat(maxTaskDefinitionBytes) },
            { image: "a".repeat(maxTaskDefinitionBytes + 1) },
            `${first}.image`,
            more(maxTaskDefinitionBytes + 1, "characters"),
        ],
        [
            "a list of texts",
            { command: many(texts, "") },
            { command: many(texts + 1, "") },
            `${first}.command`,
            more(texts + 1, "items"),
        ],
        [
            "a list of objects",
            { mountPoints: many(objects, {}) },
            { mountPoints: many(objects + 1, {}) },
            `${first}.mountPoints`,
            more(objects + 1, "items"),
        ],
    ];
    for (const [what, max, beyond, path, reason] of large) {
        it(what, () => {
            assert.deepStrictEqual(
                readTaskDefinition({ containerDefinitions: [{ ...container, ...max }] }).problems,
                [],
            );
            assert.deepStrictEqual(
                readTaskDefinition({ containerDefinitions: [{ ...container, ...beyond }] }).problems,
                [{ path: pathOf(path), reason }],
            );
        });
    }

    it("the list of containers", () => {
        assert.deepStrictEqual(
            readTaskDefinition({ containerDefinitions: many(maxContainers, container) }).problems,
            [],
        );
        const { containers, problems } = readTaskDefinition({
            containerDefinitions: many(maxContainers + 1, container),
        });
        assert.deepStrictEqual(
            [containers, problems],
            [
                UNKNOWN,
                [
                    {
                        path: ["containerDefinitions"],
                        reason: `has ${maxContainers + 1} containers, but ECS takes at most ${maxContainers}`,
                    },
                ],
            ],
        );
    });
});
