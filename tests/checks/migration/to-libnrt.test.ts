import assert from "node:assert/strict";
import { migrateToLibnrt } from "../../../checks/migration/to-libnrt";
import type { NeuronInstanceType } from "../../../contract";
import { UNKNOWN } from "../../../ecs/known";
import { everyRule } from "../every-rule";
import { pascalCase } from "../pascal-case";
import { model, mount, plain, rightTask, sidecar, variable } from "../right-task";

type TaskChange = Parameters<typeof rightTask>[0];
type Definition = Record<string, unknown> & { containerDefinitions: Record<string, unknown>[] };

function migrated(change: TaskChange = {}, type: NeuronInstanceType | "its own" = "inf1.xlarge") {
    const migration = migrateToLibnrt(rightTask(change), type === "its own" ? undefined : type);
    assert.equal(migration.kind, "migrated", JSON.stringify(migration));
    const { definition, changes, checklist } = migration;
    assert.deepStrictEqual(everyRule(definition).rules, []);
    return {
        definition: definition as Definition,
        notes: changes.map(({ note }) => note),
        checklist: checklist.map(({ text }) => text),
    };
}

function reason(change: TaskChange = {}, type?: NeuronInstanceType): string {
    const migration = migrateToLibnrt(rightTask(change), type);
    assert.notEqual(migration.kind, "migrated");
    return "reason" in migration ? `${migration.kind}: ${migration.reason}` : "";
}

const device = (index: number) => ({
    hostPath: `/dev/neuron${index}`,
    containerPath: `/dev/neuron${index}`,
    permissions: ["read", "write"],
});
const { dependsOn: _after, environment: _address, mountPoints: _sock, ...bert } = model;
const linuxParameters = { devices: [device(0)], capabilities: { add: ["IPC_LOCK"], drop: [] } };
const on = (type: string) => ({ type: "memberOf", expression: `attribute:ecs.instance-type == ${type}` });
const [address] = model.environment;
const groupsOf = (value: string) => ({ environment: [address, variable("NEURONCORE_GROUP_SIZES", value)] });
const program =
    'take out of the program of container "bert" what speaks with neuron-rtd itself, by gRPC or neuron-cli, and let ' +
    "only one process use a core";
const instances = (type?: string) =>
    `launch the instances${type === undefined ? "" : `, of ${type},`} from an AMI whose driver the library takes: ` +
    "/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron/recommended";
const rebuild =
    'rebuild the image of container "bert": framework packages of Neuron 1.16 up to SDK 2.20, and no ' +
    "aws-neuron-runtime";
const hasImage = (image: string) => ({ model: { image: `763104351884.dkr.ecr.us-west-2.amazonaws.com/${image}` } });

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

    it("maps every device of the type, and of a list only those in it", () => {
        const devices = (...args: Parameters<typeof migrated>) =>
            migrated(...args).definition.containerDefinitions[0]?.["linuxParameters"];
        const only = (value: string) => ({ daemon: { environment: [variable("AWS_NEURON_VISIBLE_DEVICES", value)] } });
        const capabilities = { add: ["IPC_LOCK"], drop: [] };
        assert.deepStrictEqual(devices({}, "inf2.24xlarge"), {
            devices: [0, 1, 2, 3, 4, 5].map(device),
            capabilities,
        });
        assert.deepStrictEqual(devices(only("1,2"), "inf1.6xlarge"), { devices: [1, 2].map(device), capabilities });
        assert.deepStrictEqual(devices(only("all"), "inf1.xlarge"), { devices: [device(0)], capabilities });
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

    it("lets who waited for the daemon wait for what the daemon waited for", () => {
        const fetch = { ...plain("fetch"), essential: false };
        const { definition, notes } = migrated({
            daemon: { dependsOn: [{ containerName: "fetch", condition: "SUCCESS" }] },
            further: [fetch],
        });
        assert.deepStrictEqual(definition.containerDefinitions, [
            { ...bert, dependsOn: [{ containerName: "fetch", condition: "SUCCESS" }], linuxParameters },
            fetch,
        ]);
        assert.equal(notes[1], 'container "bert" no longer waits for container "neuron-rtd", but for "fetch"');
    });

    it("lets no container wait for itself, where the daemon waited for it", () => {
        const { definition } = migrated({ daemon: { dependsOn: [{ containerName: "bert", condition: "START" }] } });
        assert.deepStrictEqual(definition.containerDefinitions, [{ ...bert, linuxParameters }]);
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

    it("removes every volume that the daemon alone mounted, and gives the model what it took over from the daemon", () => {
        const mountPoints = [mount("sock", "/sock"), mount("data", "/data")];
        assert.deepStrictEqual(migrated({ daemon: { mountPoints } }).definition["volumes"], undefined);
        const { definition } = migrated({
            model: { mountPoints: [], volumesFrom: [{ sourceContainer: "neuron-rtd", readOnly: true }] },
            daemon: { mountPoints },
        });
        assert.deepStrictEqual(definition["volumes"], [{ name: "data" }]);
        assert.deepStrictEqual(definition.containerDefinitions[0], {
            ...bert,
            mountPoints: [{ ...mount("data", "/data"), readOnly: true }],
            linuxParameters,
        });
    });

    it("keeps the socket's volume where it may hold more, and says so", () => {
        const kept = (change: TaskChange) => {
            const { definition, checklist } = migrated(change);
            assert.ok(JSON.stringify(definition["volumes"]).includes('"sock"'));
            return checklist[0];
        };
        const why = (text: string) => `remove volume "sock" and its mounts, if they were for the socket only: ${text}`;
        assert.equal(
            kept({ model: { command: ["serve --models=/sock/models"] } }),
            why('container "bert" may use files in it'),
        );
        assert.equal(
            migrated({ rest: { volumes: UNKNOWN, requiresCompatibilities: UNKNOWN } }).checklist[0],
            why("what it is stands elsewhere"),
        );
        assert.equal(kept({ model: { command: [UNKNOWN] } }), why('container "bert" may use files in it'));
        assert.equal(
            kept({
                further: [
                    {
                        ...plain("web"),
                        mountPoints: [mount("sock", "/s")],
                        dockerLabels: { "ecs-inferentia.role": "other" },
                    },
                ],
            }),
            why('container "web", which is no model, mounts it'),
        );
        assert.equal(
            kept({ rest: { volumes: [{ name: "sock", host: { sourcePath: "/opt/models" } }] } }),
            why("its directory on the instance may hold more"),
        );
        assert.equal(
            kept({ rest: { volumes: [{ name: "sock", efsVolumeConfiguration: { fileSystemId: "fs-1" } }] } }),
            why("it is one that outlives the task"),
        );
    });

    it("tells of a command that waits for the socket, which would wait for ever", () => {
        const { checklist } = migrated({
            model: { command: ["until [ -S /sock/neuron-rtd.sock ]; do sleep 1; done; serve"] },
        });
        assert.deepStrictEqual(checklist.slice(0, 2), [
            'remove volume "sock" and its mounts, if they were for the socket only: container "bert" may use files in it',
            'take out of the command of container "bert" what it does with the daemon or its socket',
        ]);
    });

    it("makes the only model essential where only the daemon was", () => {
        const { definition } = migrated({ model: { essential: false } });
        assert.equal(definition.containerDefinitions[0]?.["essential"], true);
    });

    it("takes the address out of secrets, and tells of environment files", () => {
        const { definition, checklist } = migrated({
            model: {
                secrets: [
                    { name: "NEURON_RTD_ADDRESS", valueFrom: "arn:1" },
                    { name: "TOKEN", valueFrom: "arn:2" },
                ],
                environmentFiles: [{ type: "s3", value: "arn:3" }],
            },
        });
        assert.deepStrictEqual(definition.containerDefinitions[0]?.["secrets"], [
            { name: "TOKEN", valueFrom: "arn:2" },
        ]);
        assert.ok(
            checklist.includes(
                'take NEURON_RTD_ADDRESS and NEURONCORE_GROUP_SIZES out of the environment files of container "bert"',
            ),
        );
    });

    it("does the same to what CloudFormation spells, and to containers that are one JSON text", () => {
        const { containerDefinitions, ...rest } = rightTask();
        const right = migrated().definition;
        const definitionOf = (given: object) => {
            const migration = migrateToLibnrt(given, "inf1.xlarge");
            return migration.kind === "migrated" ? migration.definition : migration;
        };
        assert.deepStrictEqual(definitionOf({ ...rest, containerDefinitions: JSON.stringify(containerDefinitions) }), {
            ...right,
            containerDefinitions: JSON.stringify(right.containerDefinitions),
        });
        assert.deepStrictEqual(definitionOf(Object(pascalCase(rightTask())) as object), pascalCase(right));
    });

    it("migrates nothing of what it made", () => {
        assert.deepStrictEqual(migrateToLibnrt(migrated().definition), {
            kind: "none",
            reason: "it is set up for the runtime library already",
        });
    });

    describe("of AWS's images", () => {
        const imageOf = (image: string, type?: NeuronInstanceType) => {
            const { definition, checklist } = migrated(hasImage(image), type);
            const own = String(definition.containerDefinitions[0]?.["image"]);
            return [own.slice(own.lastIndexOf("/") + 1), checklist[0]];
        };
        const tryIt =
            'try the program of container "bert" in its new image: Python and the framework are newer ones of the ' +
            "same major version";

        it("takes the last one of the framework's major version that has the library for the chip", () => {
            assert.deepStrictEqual(imageOf("pytorch-inference-neuron:1.7.1-neuron-py36-ubuntu18.04"), [
                "pytorch-inference-neuron:1.13.1-neuron-py310-sdk2.20.2-ubuntu20.04",
                tryIt,
            ]);
            assert.deepStrictEqual(imageOf("tensorflow-inference-neuron:1.15.4-neuron-py37-ubuntu18.04"), [
                "tensorflow-inference-neuron:1.15.5-neuron-py38-sdk2.8.0-ubuntu20.04",
                tryIt,
            ]);
            assert.deepStrictEqual(imageOf("pytorch-inference-neuron:1.7.1-neuron-py36-ubuntu18.04", "inf2.xlarge"), [
                "pytorch-inference-neuronx:1.13.1-neuronx-py310-sdk2.20.2-ubuntu20.04",
                tryIt,
            ]);
        });

        it("keeps one that has the library for the chip", () => {
            const image = "pytorch-inference-neuron:1.9.1-neuron-py37-sdk1.16.1-ubuntu18.04";
            assert.deepStrictEqual(imageOf(image), [image, program]);
        });

        it("leaves the choice to a person where AWS has none", () => {
            const image = "mxnet-inference-neuron:1.8.0-neuron-py37-ubuntu18.04";
            const migration = migrateToLibnrt(rightTask(hasImage(image)), "inf2.xlarge");
            assert.ok(migration.kind === "migrated");
            assert.equal(
                migration.checklist[0]?.text,
                'choose another image for container "bert": AWS has none for Inferentia2 in the place of ' +
                    '"mxnet-inference-neuron"; framework packages called neuronx, and no aws-neuron-runtime',
            );
        });
    });

    describe("of groups of cores", () => {
        const groups = (value: string, type?: NeuronInstanceType) => {
            const { definition, checklist } = migrated({ model: groupsOf(value) }, type);
            return [definition.containerDefinitions[0]?.["environment"], checklist[0]];
        };
        const has = (value: string) => `container "bert" has NEURONCORE_GROUP_SIZES "${value}", `;

        it("makes of one group as many cores", () => {
            assert.deepStrictEqual(groups("2"), [[variable("NEURON_RT_NUM_CORES", "2")], rebuild]);
        });

        it("makes of several groups all their cores, and says that there are no groups", () => {
            assert.deepStrictEqual(groups("1,1,2"), [
                [variable("NEURON_RT_NUM_CORES", "4")],
                `${has("1,1,2")}and the library has no groups: let the program place its 3 models on the 4 cores that it takes`,
            ]);
        });

        it("has no equal for cores of another chip, and for more than there are", () => {
            assert.deepStrictEqual(groups("2", "inf2.xlarge"), [
                undefined,
                `${has("2")}which counts cores of Inf1: say with NEURON_RT_NUM_CORES how many of the 2 cores here it takes, if not all`,
            ]);
            assert.deepStrictEqual(groups("4,4"), [
                undefined,
                `${has("4,4")}which is no list of groups on 4 cores: say with NEURON_RT_NUM_CORES how many it takes, if not all`,
            ]);
        });

        it("gives several models their cores of the devices that they now share", () => {
            const second = { ...model, name: "gpt", portMappings: [], essential: true };
            const { definition } = migrated({ model: groupsOf("3"), further: [{ ...second, ...groupsOf("1") }] });
            assert.deepStrictEqual(
                definition.containerDefinitions.map(({ environment, linuxParameters: own }) => [environment, own]),
                [
                    [[variable("NEURON_RT_NUM_CORES", "3")], linuxParameters],
                    [[variable("NEURON_RT_NUM_CORES", "1")], linuxParameters],
                ],
            );
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

        it("of a task that runs no model", () => {
            assert.deepStrictEqual(migrateToLibnrt({ containerDefinitions: [plain("web")] }, "inf1.xlarge"), {
                kind: "none",
                reason: "it runs no model on Inferentia or Trainium",
            });
        });
    });
});
