import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { findings } from "../configured-rules";
import { type ContainerDefinition, found } from "../own-sidecar";
import { address, awaiting, first, leaves, plain, rightTask, specify, third } from "../right-task";

specify("neuron-rtd-sidecar", [
    [
        "does not ask which further container serves a model, where one does",
        { further: [{ ...plain("x"), environment: UNKNOWN }] },
        leaves(
            `neuron-rtd-starts-first: ${third}`,
            `neuron-rtd-shared-volume: ${third}`,
            `neuron-rtd-address: ${third}`,
        ),
    ],
    [
        "asks which container serves a model, where none is known to",
        { model: { ...awaiting(), environment: UNKNOWN, mountPoints: [] }, further: [plain("x")] },
        leaves(
            `neuron-rtd-sidecar: ${first}`,
            `neuron-rtd-starts-first: ${first}`,
            `neuron-rtd-starts-first: ${third}`,
            `neuron-rtd-shared-volume: ${first}`,
            `neuron-rtd-shared-volume: ${third}`,
            `neuron-rtd-address: ${first}`,
            `neuron-rtd-address: ${third}`,
        ),
    ],
]);

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

describe("The allowed sidecar images", () => {
    const refused = (allowed: string) => ({
        "neuron-rtd-sidecar": [
            'containerDefinitions[1].image: container "neuron-rtd" has an image of ' +
                `"790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd", but it must come from ${allowed}: use an ` +
                "image from there",
        ],
    });

    it("are any by default", () => {
        assert.deepStrictEqual(findings(rightTask(), {}), {});
    });

    for (const allowed of [
        "790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd",
        "790709498068.dkr.ecr.*.amazonaws.com/neuron-rtd",
        "*/neuron-rtd",
    ]) {
        it(`are those of ${allowed}, whatever the tag`, () => {
            assert.deepStrictEqual(findings(rightTask(), { allowedSidecarImages: ["other", allowed] }), {});
        });
    }

    for (const allowed of [
        "neuron-rtd",
        "790709498068.dkr.ecr.us-west-2.amazonaws.com/neuron-rtd",
        "790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron",
    ]) {
        it(`are not those of other repositories than ${allowed}`, () => {
            assert.deepStrictEqual(findings(rightTask(), { allowedSidecarImages: [allowed] }), refused(allowed));
        });
    }

    it("are any of several", () =>
        assert.deepStrictEqual(findings(rightTask(), { allowedSidecarImages: ["a", "b"] }), refused("a or b")));

    it("are checked besides what the rule demands by itself", () => {
        const definition = structuredClone(rightTask());
        Object.assign(definition.containerDefinitions[1] ?? {}, { essential: false });
        assert.deepStrictEqual(findings(definition, { allowedSidecarImages: ["own"] }), {
            "neuron-rtd-sidecar": [
                'containerDefinitions[1].essential: container "neuron-rtd" has essential false, but the task must ' +
                    "end with its sidecar: set essential to true, or leave it out",
                ...refused("own")["neuron-rtd-sidecar"],
            ],
        });
    });

    it("cannot be checked while the image is not known", () => {
        const [model, sidecar] = rightTask().containerDefinitions;
        const definition = { ...rightTask(), containerDefinitions: [model, { ...sidecar, image: UNKNOWN }] };
        assert.deepStrictEqual(findings(definition, { allowedSidecarImages: ["own"] }), {
            "neuron-rtd-sidecar": ["? containerDefinitions[1].image"],
        });
    });
});

describe("The label of a role", () => {
    const labelled = (role: string) =>
        findings(rightTask({ model: { dockerLabels: { "ecs-inferentia.role": role } } }), {});

    it("says model, daemon or other", () => assert.deepStrictEqual(labelled("model"), {}));

    it("is refused where it says something else", () =>
        assert.deepStrictEqual(labelled("server"), {
            "neuron-rtd-sidecar": [
                `${first}.dockerLabels: container "bert" has the label ecs-inferentia.role "server"; it must be one of ` +
                    "model, daemon, other: correct it, or leave it out",
            ],
        }));
});
