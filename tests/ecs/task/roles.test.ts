import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { rolesOf } from "../../../ecs/task/roles";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { undecidedAt } from "../../paths";
import { propertyText } from "../../../checks/phrasing/property-text";

const daemon = {
    name: "neuron-rtd",
    image: "neuron-rtd:1",
    mountPoints: [{ sourceVolume: "sock", containerPath: "/sock" }],
};
const plain = (name: string, change: object = {}) => ({ name, image: "example.org/app:1", ...change });

/** The parts of the containers, by their names; what is not decided, by its path. */
function parts(...containerDefinitions: object[]): Record<string, unknown> {
    const task = readTaskDefinition({ containerDefinitions });
    assert.deepStrictEqual(task.problems, []);
    const { sidecars, models, perhapsSidecars, perhapsModels, candidates } = rolesOf(task);
    return {
        sidecars: sidecars.map(({ name }) => name),
        models: models.map(({ name }) => name),
        ...(perhapsSidecars.length === 0 ? {} : { perhapsSidecars: perhapsSidecars.map(propertyText) }),
        ...(perhapsModels.length === 0 ? {} : { perhapsModels: perhapsModels.map((path) => propertyText({ path })) }),
        ...(candidates.length === 0 ? {} : { candidates: candidates.map(({ name }) => name) }),
    };
}

const at = (index: number) => `containerDefinitions[${index}]`;

describe("A sidecar", () => {
    const signs: [string, object][] = [
        ["its name", { name: "neuron-rtd", image: "example.org/own:1" }],
        ["its image", { name: "daemon", image: "example.org/neuron-rtd:1" }],
        ["its command", { name: "daemon", image: "example.org/own:1", command: ["neuron-rtd"] }],
        ["its entry point", { name: "daemon", image: "example.org/own:1", entryPoint: ["neuron-rtd"] }],
        ["its name, while its image is not known", { name: "neuron-rtd", image: UNKNOWN }],
    ];
    for (const [what, container] of signs) {
        it(`is known by ${what}`, () => {
            const { name } = container as { name: string };
            assert.deepStrictEqual(parts(plain("bert"), container), { sidecars: [name], models: ["bert"] });
        });
    }

    it("may be a container that is not known, which counts for nothing beside one that is", () => {
        assert.deepStrictEqual(
            parts(plain("bert"), daemon, { name: UNKNOWN, image: "example.org/app:1" })["perhapsSidecars"],
            [`${at(2)}.name`],
        );
    });

    it("may be a container of which the command line is not read as a whole", () => {
        const command = ["sh", "-c", "start() { neuron-rtd; }; start"];
        const task = readTaskDefinition({ containerDefinitions: [plain("bert"), plain("runtime", { command })] });
        assert.throws(() => rolesOf(task), {
            values: [{ path: ["containerDefinitions", 1, "command"], unread: "a function or arithmetic" }],
        });
    });

    it("is known by what it does: the devices, and the capability that only the daemon needs", () => {
        const behaving = {
            ...plain("runtime"),
            environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: "ALL" }],
            linuxParameters: { capabilities: { add: ["SYS_ADMIN", "IPC_LOCK"] } },
        };
        assert.deepStrictEqual(parts(plain("bert"), behaving), { sidecars: ["runtime"], models: ["bert"] });
        assert.deepStrictEqual(parts(plain("bert"), behaving, daemon)["sidecars"], ["neuron-rtd"]);
    });

    it("must be known before the parts are", () => {
        assert.throws(() => parts(plain("bert"), plain("other", { image: UNKNOWN })), undecidedAt(`${at(1)}.image`));
    });
});

describe("A model container", () => {
    const contract: [string, object][] = [
        ["has a variable of Neuron", { environment: [{ name: "NEURON_RTD_ADDRESS", value: "unix:/sock/a.sock" }] }],
        ["maps a Neuron device", { linuxParameters: { devices: [{ hostPath: "/dev/neuron0" }] } }],
        ["has an image that is named for Neuron", { image: "example.org/bert-neuron:1" }],
        ["waits for the sidecar", { dependsOn: [{ containerName: "neuron-rtd", condition: "START" }] }],
        ["mounts the sidecar's volume", { mountPoints: [{ sourceVolume: "sock", containerPath: "/elsewhere" }] }],
    ];
    for (const [what, change] of contract) {
        it(`${what}, and another container beside it does not`, () => {
            assert.deepStrictEqual(parts(plain("bert", change), daemon, plain("xray")), {
                sidecars: ["neuron-rtd"],
                models: ["bert"],
            });
        });
    }

    const bystanders: [string, object][] = [
        ["waits for another container", { dependsOn: [{ containerName: "bert", condition: "START" }] }],
        ["mounts another volume", { mountPoints: [{ sourceVolume: "data", containerPath: "/sock" }] }],
    ];
    for (const [what, change] of bystanders) {
        it(`is none that ${what}`, () => {
            assert.deepStrictEqual(parts(plain("bert", contract[0]?.[1]), daemon, plain("web", change)), {
                sidecars: ["neuron-rtd"],
                models: ["bert"],
            });
        });
    }

    it("is the only container beside the sidecar, whatever it is", () => {
        assert.deepStrictEqual(parts(plain("logs", { essential: false }), daemon), {
            sidecars: ["neuron-rtd"],
            models: ["logs"],
        });
    });

    it("is not the only container beside the sidecar that watches it", () => {
        for (const change of [{ image: "gcr.io/cadvisor/cadvisor:v0.47.0" }, { command: ["neuron-monitor"] }]) {
            assert.deepStrictEqual(parts(plain("watcher", change), daemon), { sidecars: ["neuron-rtd"], models: [] });
        }
    });

    const none: [string, object][] = [
        ["routes logs", { firelensConfiguration: { type: "fluentbit" } }],
        ["is not essential", { essential: false }],
        ["routes logs, and may be essential", { firelensConfiguration: { type: "fluentbit" }, essential: UNKNOWN }],
        ["ships logs", { image: "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable" }],
        ["traces", { image: "amazon/aws-xray-daemon" }],
        ["is a proxy", { image: "public.ecr.aws/appmesh/aws-appmesh-envoy:v1" }],
        ["measures", { image: "public.ecr.aws/datadog/agent:7" }],
        ["collects telemetry", { image: "public.ecr.aws/aws-observability/aws-otel-collector" }],
    ];
    for (const [what, change] of none) {
        it(`where none takes part, is the one that remains, and not one that ${what}`, () => {
            assert.deepStrictEqual(parts(plain("other", change), plain("bert"), daemon), {
                sidecars: ["neuron-rtd"],
                models: ["bert"],
            });
        });
    }

    const joining = {
        dependsOn: [{ containerName: "neuron-rtd", condition: "START" }],
        mountPoints: [{ sourceVolume: "sock", containerPath: "/sock" }],
    };
    it("is none that ships logs or is a proxy, though it waits for the sidecar and mounts its volume", () => {
        for (const image of ["amazon/aws-for-fluent-bit", "envoyproxy/envoy:v1"]) {
            assert.deepStrictEqual(parts(plain("other", { image, ...joining }), plain("bert"), daemon), {
                sidecars: ["neuron-rtd"],
                models: ["bert"],
            });
        }
    });

    it("is none that prepares something: the sidecar waits for it, or a model for its end", () => {
        const mounts = { mountPoints: joining.mountPoints };
        const waiting = { ...daemon, dependsOn: [{ containerName: "prepare", condition: "SUCCESS" }] };
        assert.deepStrictEqual(parts(plain("prepare", mounts), plain("bert"), waiting), {
            sidecars: ["neuron-rtd"],
            models: ["bert"],
        });
        const model = plain("bert", {
            dependsOn: [...joining.dependsOn, { containerName: "fetch", condition: "COMPLETE" }],
        });
        assert.deepStrictEqual(parts(plain("fetch", mounts), model, daemon), {
            sidecars: ["neuron-rtd"],
            models: ["bert"],
        });
    });

    it("is none of several that show nothing: each is a candidate", () => {
        assert.deepStrictEqual(parts(plain("bert"), plain("other", { firelensConfiguration: {} }), daemon), {
            sidecars: ["neuron-rtd"],
            models: [],
            candidates: ["bert", "other"],
        });
    });

    it("is the one that the label names, whatever else says", () => {
        const labelled = (role: string) => ({ dockerLabels: { "ecs-inferentia.role": role } });
        assert.deepStrictEqual(
            parts(
                plain("a", labelled("model")),
                plain("b", joining),
                { ...daemon, ...labelled("other") },
                {
                    ...plain("c"),
                    ...labelled("daemon"),
                },
            ),
            { sidecars: ["c"], models: ["a"] },
        );
    });

    it("may be any, while it is not known whether one takes part", () => {
        assert.deepStrictEqual(
            parts(plain("bert", { environment: UNKNOWN }), plain("web"), plain("logs", { essential: false }), daemon),
            {
                sidecars: ["neuron-rtd"],
                models: [],
                perhapsModels: [at(0), at(1)],
            },
        );
    });

    it("may be one that does not end the task, while it is not known whether it takes part", () => {
        assert.deepStrictEqual(
            parts(
                plain("bert", { dependsOn: UNKNOWN, essential: false }),
                plain("web", { mountPoints: UNKNOWN, essential: false }),
                daemon,
            ),
            {
                sidecars: ["neuron-rtd"],
                models: [],
                perhapsModels: [at(0), at(1)],
            },
        );
    });

    it("is told by what ends the task, where the mounts of the sidecar are not known", () => {
        assert.deepStrictEqual(
            parts(plain("bert"), plain("logs", { essential: false }), { ...daemon, mountPoints: UNKNOWN }),
            { sidecars: ["neuron-rtd"], models: ["bert"] },
        );
    });
});

describe("The part of each container, and why", () => {
    const labelled = (role: string) => ({ dockerLabels: { "ecs-inferentia.role": role } });
    const behaving = {
        environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: "ALL" }],
        linuxParameters: { capabilities: { add: ["SYS_ADMIN"] } },
    };
    const address = { environment: [{ name: "NEURON_RTD_ADDRESS", value: "unix:/sock/a.sock" }] };

    /** One line for each container. */
    const roles = (...containerDefinitions: object[]) =>
        rolesOf(readTaskDefinition({ containerDefinitions })).all.map(
            ({ container, part, reason }) =>
                `${String(container.name)} is ${part === UNKNOWN ? "perhaps a model" : part}: ${reason}`,
        );
    const isDaemon = "neuron-rtd is daemon: it is named so";

    const cases: [string, object[], string[]][] = [
        ["the daemon by its name", [daemon], [isDaemon]],
        ["the daemon by its label", [plain("a", labelled("daemon"))], ["a is daemon: its label says so"]],
        [
            "the daemon by its image",
            [plain("a", { image: "own/neuron-rtd:1" })],
            ["a is daemon: its image is neuron-rtd"],
        ],
        [
            "the daemon by its command",
            [plain("a", { command: ["neuron-rtd"] })],
            ["a is daemon: its command runs neuron-rtd"],
        ],
        [
            "the daemon by what it does",
            [plain("a", behaving)],
            ["a is daemon: it has the devices and the capabilities of the daemon"],
        ],
        [
            "no daemon by what it does, against its label",
            [plain("a", { ...behaving, ...labelled("model") })],
            ["a is model: its label says so"],
        ],
        [
            "no daemon by a capability without the devices",
            [plain("a", { linuxParameters: behaving.linuxParameters }), daemon],
            ["a is model: no other container can", isDaemon],
        ],
        [
            "no daemon by the devices with another capability",
            [plain("a", { ...behaving, linuxParameters: { capabilities: { add: ["IPC_LOCK"] } } })],
            ["a is model: it has a variable of Neuron"],
        ],
        [
            "no daemon by another variable with the capability",
            [plain("a", { ...address, linuxParameters: behaving.linuxParameters })],
            ["a is model: it has NEURON_RTD_ADDRESS"],
        ],
        [
            "no daemon by what it does, with an image for the library",
            [plain("a", { ...behaving, image: "own/vllm-inference-neuronx:1" })],
            ["a is model: it has a variable of Neuron"],
        ],
        [
            "no daemon by what it does, with a variable of the library",
            [
                plain("a", {
                    ...behaving,
                    environment: [...behaving.environment, { name: "NEURON_RT_NUM_CORES", value: "1" }],
                }),
            ],
            ["a is model: it has a variable of Neuron"],
        ],
        [
            "the model, which no other container can be",
            [plain("a", { image: "nginx" }), daemon],
            ["a is model: no other container can", isDaemon],
        ],
        [
            "the model by what it has, also where it is alone",
            [plain("a", address), daemon],
            ["a is model: it has NEURON_RTD_ADDRESS", isDaemon],
        ],
        [
            "another one by its label, also where it is alone",
            [plain("a", labelled("other")), daemon],
            ["a is other: its label says so", isDaemon],
        ],
        [
            "the model that alone may be one, and the others",
            [plain("a"), plain("b", { image: "nginx" }), plain("c", { essential: false }), daemon],
            [
                "a is model: no other container can",
                "b is other: its image is a proxy",
                "c is other: nothing shows what it does",
                isDaemon,
            ],
        ],
        [
            "the model that does not end the task, where none does",
            [plain("a", { essential: false }), plain("b", { image: "nginx" }), daemon],
            ["a is model: no other container can", "b is other: its image is a proxy", isDaemon],
        ],
        [
            "no further model beside one that shows it",
            [plain("a"), plain("b", address), daemon],
            ["a is other: nothing shows what it does", "b is model: it has NEURON_RTD_ADDRESS", isDaemon],
        ],
        [
            "no model of several that show nothing",
            [plain("a"), plain("b"), daemon],
            ["a is other: nothing shows what it does", "b is other: nothing shows what it does", isDaemon],
        ],
        [
            "perhaps one, while what another has is not known",
            [plain("a"), plain("b", { environment: UNKNOWN }), daemon],
            [
                "a is perhaps a model: nothing shows what it does",
                "b is perhaps a model: what it has is not known",
                isDaemon,
            ],
        ],
        [
            "no further model, while what another has is not known",
            [plain("a"), plain("b", { environment: UNKNOWN }), plain("c", address), daemon],
            [
                "a is other: nothing shows what it does",
                "b is perhaps a model: what it has is not known",
                "c is model: it has NEURON_RTD_ADDRESS",
                isDaemon,
            ],
        ],
    ];
    for (const [what, containers, lines] of cases) {
        it(`is told: ${what}`, () => assert.deepStrictEqual(roles(...containers), lines));
    }

    it("has no candidates beside a model that shows itself", () =>
        assert.deepStrictEqual(parts(plain("a"), plain("b"), plain("c", address), daemon), {
            sidecars: ["neuron-rtd"],
            models: ["c"],
        }));

    it("is not decided while the containers are not known", () =>
        assert.throws(
            () => rolesOf(readTaskDefinition({ containerDefinitions: UNKNOWN })),
            undecidedAt("containerDefinitions"),
        ));
});
