import assert from "node:assert/strict";
import { migrateToLibnrt } from "../../../checks/migration/to-libnrt";
import type { NeuronInstanceType } from "../../../contract";
import { UNKNOWN } from "../../../ecs/known";
import { pascalCase } from "../pascal-case";
import { model, mount, plain, rightTask, variable, sidecar } from "../right-task";
import {
    type TaskChange,
    migrated,
    reason,
    device,
    linuxParameters,
    on,
    groupsOf,
    program,
    instances,
    rebuild,
    address,
    bert,
} from "./migrated-task";

describe("The migration to the runtime library", () => {
    it("makes of the guide's task definition one without the daemon and all that is for it", () => {
        assert.deepStrictEqual(migrated(), {
            definition: {
                containerDefinitions: [{ ...bert, linuxParameters }],
                volumes: [{ name: "data" }],
                placementConstraints: [on("inf1.xlarge")],
            },
            notes: [
                'container "neuron-rtd" is gone',
                'container "bert" no longer waits for container "neuron-rtd"',
                'container "bert" no longer has NEURON_RTD_ADDRESS',
                'container "bert" no longer mounts volume "sock"',
                'volume "sock" is gone',
                'container "bert" now maps /dev/neuron0',
                'container "bert" now adds IPC_LOCK',
                "the task is placed on inf1.xlarge",
            ],
            checklist: [rebuild, program, instances("inf1.xlarge")],
        });
    });

    it("says what to compile and to build for Inf2, with the source of each", () => {
        const migration = migrateToLibnrt(rightTask(), "inf2.xlarge");
        assert.ok(migration.kind === "migrated");
        assert.deepStrictEqual(
            migration.checklist.map(({ text, sources }) => [text, sources.map(({ title }) => title)]),
            [
                [
                    'rebuild the image of container "bert": framework packages called neuronx, and no aws-neuron-runtime',
                    [
                        "AWS Neuron: Introducing Neuron Runtime 2.x (libnrt.so)",
                        "aws-neuron/deep-learning-containers: README",
                    ],
                ],
                [
                    "compile the models again, with neuronx-cc: what neuron-cc compiled for Inf1 does not load on Inferentia2",
                    ["AWS Neuron: Neuron Compiler FAQ (neuronx-cc)"],
                ],
                [program, ["AWS Neuron: Introducing Neuron Runtime 2.x (libnrt.so)"]],
                [
                    instances("inf2.xlarge"),
                    [
                        "Amazon ECS Developer Guide: Amazon ECS-optimized Linux AMIs",
                        "AWS Neuron: Introducing Neuron Runtime 2.x (libnrt.so)",
                    ],
                ],
            ],
        );
    });

    it("takes the type from the task's own placement, and leaves that as it is", () => {
        const placementConstraints = [on("inf1.6xlarge")];
        const { definition, checklist } = migrated({ rest: { placementConstraints } }, "its own");
        assert.deepStrictEqual(definition["placementConstraints"], placementConstraints);
        assert.deepStrictEqual(definition.containerDefinitions[0]?.["linuxParameters"], {
            ...linuxParameters,
            devices: [0, 1, 2, 3].map(device),
        });
        assert.deepStrictEqual(checklist, [rebuild, program, instances()]);
    });

    it("places the task on the type that was asked for, beside what its constraints say of other things", () => {
        const linux = { type: "memberOf", expression: "attribute:ecs.os-type == linux" };
        const placed = (expression: string) =>
            migrated({ rest: { placementConstraints: [{ type: "memberOf", expression }, linux] } }, "inf2.xlarge")
                .definition["placementConstraints"];
        assert.deepStrictEqual(placed(on("inf1.xlarge").expression), [on("inf2.xlarge"), linux]);
        assert.deepStrictEqual(placed("attribute:ecs.instance-type in [inf1.xlarge, inf1.2xlarge]"), [
            on("inf2.xlarge"),
            linux,
        ]);
        assert.deepStrictEqual(
            migrated({ rest: { placementConstraints: [linux] } }).definition["placementConstraints"],
            [linux, on("inf1.xlarge")],
        );
    });

    it("keeps what else stands in the lists from which it takes", () => {
        const others = {
            environment: [variable("A", "1"), address, variable("B", "2")],
            mountPoints: [mount("data", "/data"), mount("sock", "/sock")],
            dependsOn: [
                { containerName: "neuron-rtd", condition: "START" },
                { containerName: "web", condition: "START" },
            ],
            links: ["neuron-rtd:rtd", "web"],
            linuxParameters: { initProcessEnabled: true, capabilities: { add: ["SYS_NICE"], drop: ["MKNOD"] } },
        };
        const { definition } = migrated({ model: others, further: [plain("web")] });
        assert.deepStrictEqual(definition.containerDefinitions[0], {
            ...bert,
            environment: [variable("A", "1"), variable("B", "2")],
            mountPoints: [mount("data", "/data")],
            dependsOn: [{ containerName: "web", condition: "START" }],
            links: ["web"],
            linuxParameters: {
                initProcessEnabled: true,
                capabilities: { add: ["SYS_NICE", "IPC_LOCK"], drop: ["MKNOD"] },
                devices: [device(0)],
            },
        });
    });

    it("does the same to what CloudFormation spells, and to containers that are one JSON text", () => {
        const change = {
            model: { links: ["neuron-rtd", "web"], volumesFrom: [{ sourceContainer: "neuron-rtd", readOnly: true }] },
            daemon: { mountPoints: [mount("sock", "/sock"), mount("data", "/data")] },
            further: [plain("web")],
        };
        const { containerDefinitions, ...rest } = rightTask(change);
        const right = migrated(change).definition;
        const definitionOf = (given: object) => {
            const migration = migrateToLibnrt(given, "inf1.xlarge");
            return migration.kind === "migrated" ? migration.definition : migration;
        };
        assert.deepStrictEqual(definitionOf({ ...rest, containerDefinitions: JSON.stringify(containerDefinitions) }), {
            ...right,
            containerDefinitions: JSON.stringify(right.containerDefinitions),
        });
        assert.deepStrictEqual(definitionOf(Object(pascalCase(rightTask(change))) as object), pascalCase(right));
    });

    it("migrates nothing of what it made", () => {
        assert.deepStrictEqual(migrateToLibnrt(migrated().definition), {
            kind: "none",
            reason: "it is set up for the runtime library already",
        });
    });

    describe("is not made", () => {
        const cases: readonly [what: string, expected: string, change: TaskChange, type?: NeuronInstanceType][] = [
            [
                "where nothing says how many devices there are",
                "left: its daemon drives all chips of the instance, and nothing says which type that is: give --instance-type",
                {},
            ],
            [
                "where the types have not as many devices",
                "left: its daemon drives all chips of the instance, and inf1.xlarge, inf1.6xlarge have not as many: give --instance-type",
                {
                    rest: {
                        placementConstraints: [
                            {
                                type: "memberOf",
                                expression: "attribute:ecs.instance-type in [inf1.xlarge, inf1.6xlarge]",
                            },
                        ],
                    },
                },
            ],
            [
                "where the daemon's devices are not on the type",
                'left: container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "0,1", but device 1 does not exist: inf2.xlarge has 1 Inferentia2 chip (device 0)',
                { daemon: { environment: [variable("AWS_NEURON_VISIBLE_DEVICES", "0,1")] } },
                "inf2.xlarge",
            ],
            [
                "where the daemon's devices are not on the type that the task has",
                'left: container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "0,1", but device 1 does not exist: inf1.xlarge has 1 Inferentia chip (device 0)',
                {
                    daemon: { environment: [variable("AWS_NEURON_VISIBLE_DEVICES", "0,1")] },
                    rest: { placementConstraints: [on("inf1.xlarge")] },
                },
            ],
            [
                "where the daemon's devices are no list",
                'left: container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "2,1": device 1 stands after 2: the list must ascend',
                { daemon: { environment: [variable("AWS_NEURON_VISIBLE_DEVICES", "2,1")] } },
                "inf1.6xlarge",
            ],
            [
                "where the model maps devices that are not on the type",
                'left: container "bert" maps /dev/neuron1, which inf2.xlarge does not have',
                { model: { linuxParameters: { devices: [device(0), device(1)] } } },
                "inf2.xlarge",
            ],
            [
                "where several models share the daemon, and do not say how many cores each takes",
                'left: container "bert" and container "gpt" share the daemon, and the library gives a core to one process only: set NEURON_RT_NUM_CORES in each first, 4 cores at most together',
                { further: [{ ...model, name: "gpt" }] },
                "inf1.xlarge",
            ],
            [
                "where several models take more cores together than there are",
                'left: container "bert" and container "gpt" share the daemon, and the library gives a core to one process only: set NEURON_RT_NUM_CORES in each first, 4 cores at most together',
                { model: groupsOf("3"), further: [{ ...model, ...groupsOf("2"), name: "gpt" }] },
                "inf1.xlarge",
            ],
            [
                "where two of several models name one core",
                'left: container "bert" and container "gpt" share the daemon, and the library gives a core to one process only: name other cores in NEURON_RT_VISIBLE_CORES of each first, 4 cores at most together',
                {
                    model: { environment: [address, variable("NEURON_RT_VISIBLE_CORES", "0-1")] },
                    further: [
                        {
                            ...model,
                            name: "gpt",
                            environment: [address, variable("NEURON_RT_VISIBLE_CORES", "1-2")],
                        },
                    ],
                },
                "inf1.xlarge",
            ],
            [
                "where a model names a core of its own device, and another the same one of the daemon's",
                'left: container "bert" and container "gpt" share the daemon, and the library gives a core to one process only: name other cores in NEURON_RT_VISIBLE_CORES of each first, 4 cores at most together',
                {
                    model: {
                        environment: [address, variable("NEURON_RT_VISIBLE_CORES", "0")],
                        linuxParameters: { devices: [device(0)] },
                    },
                    further: [
                        { ...model, name: "gpt", environment: [address, variable("NEURON_RT_VISIBLE_CORES", "0")] },
                    ],
                },
                "inf1.xlarge",
            ],
            [
                "where there are two daemons",
                'left: container "neuron-rtd" and container "second" are daemons: nothing tells which model takes whose devices',
                { further: [{ ...sidecar, name: "second" }] },
                "inf1.xlarge",
            ],
            [
                "where a constraint says more than the type",
                'left: its placement expression "attribute:ecs.instance-type == inf1.xlarge and attribute:stack == a" is not read as a type alone: write attribute:ecs.instance-type == inf2.xlarge first',
                {
                    rest: {
                        placementConstraints: [
                            {
                                type: "memberOf",
                                expression: "attribute:ecs.instance-type == inf1.xlarge and attribute:stack == a",
                            },
                        ],
                    },
                },
                "inf2.xlarge",
            ],
            [
                "where a value is not known on which it depends",
                "left: containerDefinitions[0].environment is not known",
                { model: { environment: UNKNOWN } },
                "inf1.xlarge",
            ],
            [
                "where only the daemon is in it",
                "left: no container of it is known to serve the model",
                { model: { dockerLabels: { "ecs-inferentia.role": "other" } } },
                "inf1.xlarge",
            ],
            [
                "where one of several may serve the model, and which of them is not known",
                "left: containerDefinitions[0].image is not known",
                {
                    model: { environment: [], mountPoints: [], dependsOn: [], image: UNKNOWN },
                    further: [{ ...plain("web"), image: UNKNOWN }],
                },
                "inf1.xlarge",
            ],
            [
                "where one of several may serve the model by its variables, which are not known",
                "left: containerDefinitions[0] is not known",
                {
                    model: { ...plain("bert"), environment: UNKNOWN, mountPoints: [], portMappings: [], command: [] },
                    further: [plain("web")],
                },
                "inf1.xlarge",
            ],
            [
                "where the types are not known here",
                "left: its daemon drives all chips of the instance, and inf9.xlarge have not as many: give --instance-type",
                { rest: { placementConstraints: [on("inf9.xlarge")] } },
            ],
            [
                "where the task is for Fargate",
                "left: it requires a launch type on which no devices can be mapped: require EC2 first",
                { rest: { requiresCompatibilities: ["FARGATE"] } },
                "inf1.xlarge",
            ],
            [
                "where a container only behaves as the daemon",
                'left: container "own" only behaves as the daemon: give it the Docker label ecs-inferentia.role "daemon" first',
                {
                    daemon: { name: "own", image: "example.org/own:1", command: [], entryPoint: [] },
                    model: { dependsOn: [] },
                },
                "inf1.xlarge",
            ],
            [
                "where the definition has another shape",
                "left: containerDefinitions[0].environment is a string, but must be a list",
                { model: { environment: "A=1" } },
            ],
        ];
        for (const [what, expected, change, type] of cases) {
            it(what, () => assert.equal(reason(change, type), expected));
        }

        const unknown: [path: string, change: TaskChange][] = [
            ["containerDefinitions[1].dependsOn", { daemon: { dependsOn: UNKNOWN } }],
            [
                "containerDefinitions[1].volumesFrom",
                { model: { volumesFrom: [{ sourceContainer: "neuron-rtd" }] }, daemon: { volumesFrom: UNKNOWN } },
            ],
            ["containerDefinitions[0].secrets", { model: { ...groupsOf("2"), secrets: UNKNOWN } }],
            [
                "containerDefinitions[0].linuxParameters.capabilities.add",
                { model: { linuxParameters: { capabilities: { add: UNKNOWN } } } },
            ],
            [
                "placementConstraints[0].expression",
                { rest: { placementConstraints: [{ type: "memberOf", expression: UNKNOWN }] } },
            ],
        ];
        for (const [path, change] of unknown) {
            it(`where ${path} is not known`, () =>
                assert.equal(reason(change, "inf1.xlarge"), `left: ${path} is not known`));
        }

        it("where no daemon is in the definition", () => {
            const { containerDefinitions, ...rest } = rightTask();
            const [only] = containerDefinitions;
            assert.deepStrictEqual(
                migrateToLibnrt({ ...rest, containerDefinitions: [{ ...only, dependsOn: [] }] }, "inf1.xlarge"),
                {
                    kind: "left",
                    reason: "it has no container of the daemon, and nothing tells which devices that serves",
                },
            );
        });

        const others: [what: string, definition: object, expected: object][] = [
            [
                "where ECS assigns the devices",
                { ...plain("bert"), resourceRequirements: [{ type: "NeuronDevice", value: "ALL" }] },
                { kind: "none", reason: "ECS assigns its devices already" },
            ],
            [
                "where only its image says Neuron",
                { ...plain("bert"), image: "111122223333.dkr.ecr.us-east-1.amazonaws.com/neuron-bert:1" },
                { kind: "left", reason: "nothing in it says for which runtime it is set up" },
            ],
        ];
        for (const [what, container, expected] of others) {
            it(what, () =>
                assert.deepStrictEqual(
                    migrateToLibnrt({ containerDefinitions: [container], placementConstraints: [on("inf1.xlarge")] }),
                    expected,
                ),
            );
        }

        it("where reading it fails for another reason, which is not hidden", () =>
            assert.throws(
                () =>
                    migrateToLibnrt({
                        get containerDefinitions() {
                            throw new TypeError("broken");
                        },
                    }),
                TypeError,
            ));

        it("of a task that runs no model", () => {
            assert.deepStrictEqual(migrateToLibnrt({ containerDefinitions: [plain("web")] }, "inf1.xlarge"), {
                kind: "none",
                reason: "it runs no model on Inferentia or Trainium",
            });
        });
    });
});
