import assert from "node:assert/strict";
import { defaultOptions, Runtime, Scope, type RuleOptions } from "../../../checks/configuration/options";
import { judgeTask } from "../../../checks/judge/judge-task";
import { UNKNOWN } from "../../../checks/known";
import { neuronRtdRules, taskRules } from "../../../checks/rules";
import { readTaskDefinition } from "../../../checks/task/read-task-definition";
import { examplesOf } from "../../../checks/examples";
import { rightTask } from "../right-task";

const device = { hostPath: "/dev/neuron0", containerPath: "/dev/neuron0", permissions: ["read", "write"] };

const withSidecar = rightTask();
const libnrt = {
    containerDefinitions: [
        { name: "bert", image: "bert", linuxParameters: { devices: [device], capabilities: { add: ["IPC_LOCK"] } } },
    ],
};

/** What each rule says, by its name; those that say nothing are left out. */
function findings(definition: unknown, change: Partial<RuleOptions>): Record<string, readonly string[]> {
    const task = readTaskDefinition(definition);
    assert.deepStrictEqual(task.problems, []);
    const all = taskRules.map((rule) => [rule.name, judgeTask(rule, task, { ...defaultOptions, ...change })] as const);
    return Object.fromEntries(
        all
            .map(
                ([name, { violations, undecided }]) =>
                    [
                        name,
                        [
                            ...violations.map(({ path, message }) => `${path}: ${message}`),
                            ...undecided.map((path) => `? ${path}`),
                        ],
                    ] as const,
            )
            .filter(([, said]) => said.length > 0),
    );
}

describe("The accepted runtimes", () => {
    const both = { runtimes: [Runtime.NeuronRtd, Runtime.Libnrt] };
    const onlyLibnrt = { runtimes: [Runtime.Libnrt] };
    const noSidecar =
        "containerDefinitions: no container is a neuron-rtd sidecar; exactly one is required: add a container " +
        "named neuron-rtd with the neuron-rtd image";

    it("are neuron-rtd alone by default: a task of libnrt lacks its sidecar", () => {
        assert.deepStrictEqual(findings(libnrt, {}), { "neuron-rtd-sidecar": [noSidecar] });
    });

    it("are both: a task of either is right", () => {
        assert.deepStrictEqual(findings(libnrt, both), {});
        assert.deepStrictEqual(findings(withSidecar, both), {});
    });

    it("are both: every example of the rules about the sidecar is judged as by default", () => {
        for (const { definition } of neuronRtdRules.flatMap(({ name }) => examplesOf(name))) {
            assert.deepStrictEqual(findings(definition, both), findings(definition, {}));
        }
    });

    it("are both: a task that is set up for neither lacks its sidecar", () => {
        const neither = { containerDefinitions: [{ name: "bert", image: "neuron/bert" }] };
        assert.deepStrictEqual(findings(neither, both), { "neuron-rtd-sidecar": [noSidecar] });
    });

    it("are both: a task with devices and the address of a daemon lacks the sidecar of that daemon", () => {
        const [container] = libnrt.containerDefinitions;
        const mixed = {
            containerDefinitions: [
                { ...container, environment: [{ name: "NEURON_RTD_ADDRESS", value: "unix:/sock" }] },
            ],
        };
        assert.deepStrictEqual(findings(mixed, both)["neuron-rtd-sidecar"], [noSidecar]);
    });

    it("are both: devices that are not known leave open whether a sidecar is needed", () => {
        const unknown = {
            containerDefinitions: [{ name: "bert", image: "neuron/bert", linuxParameters: { devices: [UNKNOWN] } }],
        };
        assert.deepStrictEqual(findings(unknown, both)["neuron-rtd-sidecar"], [
            "? containerDefinitions[0].linuxParameters.devices",
        ]);
    });

    it("are libnrt alone: a task of libnrt is right", () => {
        assert.deepStrictEqual(findings(libnrt, onlyLibnrt), {});
    });

    it("are libnrt alone: a sidecar is refused, and nothing else is said of it", () => {
        assert.deepStrictEqual(findings(withSidecar, onlyLibnrt), {
            "neuron-rtd-sidecar": [
                'containerDefinitions[1]: container "neuron-rtd" is a neuron-rtd sidecar, but only the runtime ' +
                    "libnrt is accepted here: remove it, and map the Neuron devices in the model container",
            ],
        });
    });

    it("are libnrt alone: a task without Neuron devices is refused", () => {
        assert.deepStrictEqual(
            findings({ containerDefinitions: [{ name: "bert", image: "neuron/bert" }] }, onlyLibnrt),
            {
                "neuron-rtd-sidecar": [
                    "containerDefinitions: no container is set up for the runtime libnrt, the only one that is " +
                        'accepted here: map the Neuron devices ("linuxParameters": {"devices": [{"hostPath": ' +
                        '"/dev/neuron0", …}]}) in the model container, without NEURON_RTD_ADDRESS',
                ],
            },
        );
    });

    it("leave tasks alone that are not for inference", () => {
        for (const runtimes of [both, onlyLibnrt]) {
            assert.deepStrictEqual(findings({ containerDefinitions: [{ name: "web", image: "nginx" }] }, runtimes), {});
        }
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
        assert.deepStrictEqual(findings(withSidecar, {}), {});
    });

    for (const allowed of [
        "790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd",
        "790709498068.dkr.ecr.*.amazonaws.com/neuron-rtd",
        "*/neuron-rtd",
    ]) {
        it(`are those of ${allowed}, whatever the tag`, () => {
            assert.deepStrictEqual(findings(withSidecar, { allowedSidecarImages: ["other", allowed] }), {});
        });
    }

    for (const allowed of [
        "neuron-rtd",
        "790709498068.dkr.ecr.us-west-2.amazonaws.com/neuron-rtd",
        "790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron",
    ]) {
        it(`are not those of other repositories than ${allowed}`, () => {
            assert.deepStrictEqual(findings(withSidecar, { allowedSidecarImages: [allowed] }), refused(allowed));
        });
    }

    it("are checked besides what the rule demands by itself", () => {
        const definition = structuredClone(withSidecar);
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
        const [model, sidecar] = withSidecar.containerDefinitions;
        const definition = { ...withSidecar, containerDefinitions: [model, { ...sidecar, image: UNKNOWN }] };
        assert.deepStrictEqual(findings(definition, { allowedSidecarImages: ["own"] }), {
            "neuron-rtd-sidecar": ["? containerDefinitions[1].image"],
        });
    });
});

describe("The scope", () => {
    const web = { containerDefinitions: [{ name: "web", image: "nginx" }] };

    it("is inference tasks by default, or all", () => {
        assert.deepStrictEqual(findings(web, {}), {});
        assert.deepStrictEqual(Object.keys(findings(web, { scope: Scope.All })), ["neuron-rtd-sidecar"]);
    });
});
