import assert from "node:assert/strict";
import { defaultOptions, Runtime, Scope, type RuleOptions } from "../../../checks/configuration/options";
import { judgeTask } from "../../../checks/judge/judge-task";
import { UNKNOWN } from "../../../checks/known";
import { taskRules } from "../../../checks/rules";
import { readTaskDefinition } from "../../../checks/task/read-task-definition";
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
    const only = (...runtimes: Runtime[]) => ({ runtimes });
    const unclear = { containerDefinitions: [{ name: "bert", image: "team/tensorflow-inference-neuron:1" }] };
    const nothing =
        "containerDefinitions: no container is a neuron-rtd sidecar, maps a Neuron device or requires one, so that " +
        "none reaches a chip: ";
    const daemon = "for neuron-rtd add a container named neuron-rtd with the neuron-rtd image";
    const library =
        'for libnrt map the devices in the model container ("linuxParameters": {"devices": [{"hostPath": ' +
        '"/dev/neuron0", …}]})';
    const managed =
        'for ECS Managed Instances require them ("resourceRequirements": [{"type": "NeuronDevice", "value": "ALL"}])';

    it("are all by default: a task of each is right", () => {
        assert.deepStrictEqual(findings(libnrt, {}), {});
        assert.deepStrictEqual(findings(withSidecar, {}), {});
    });

    it("are all: a task that is set up for none is told the three ways", () => {
        assert.deepStrictEqual(findings(unclear, {}), {
            "neuron-rtd-sidecar": [`${nothing}${daemon}, or ${library}, or ${managed}`],
        });
    });

    it("are one: a task that is set up for none is told that way alone", () => {
        assert.deepStrictEqual(findings(unclear, only(Runtime.Libnrt)), {
            "neuron-rtd-sidecar": [`${nothing}${library}`],
        });
    });

    it("are neuron-rtd alone: a task of libnrt is refused once, with the option that refuses it", () => {
        assert.deepStrictEqual(findings(libnrt, only(Runtime.NeuronRtd)), {
            "neuron-rtd-sidecar": [
                'containerDefinitions[0].linuxParameters.devices: container "bert" maps "/dev/neuron0", for the ' +
                    `runtime libnrt, but only neuron-rtd is accepted here: ${daemon}`,
            ],
        });
    });

    it("are libnrt alone: a sidecar is refused, and nothing else is said of it", () => {
        assert.deepStrictEqual(findings(withSidecar, only(Runtime.Libnrt)), {
            "neuron-rtd-sidecar": [
                'containerDefinitions[1]: container "neuron-rtd" is a neuron-rtd sidecar, for the runtime ' +
                    `neuron-rtd, but only libnrt is accepted here: ${library}`,
            ],
        });
    });

    it("leave it open which one a task means while its devices are not known", () => {
        const unknown = {
            containerDefinitions: [
                {
                    name: "bert",
                    image: "team/tensorflow-inference-neuron:1",
                    linuxParameters: { devices: [{ hostPath: UNKNOWN }] },
                },
            ],
        };
        assert.deepStrictEqual(findings(unknown, {})["neuron-rtd-sidecar"], [
            "? containerDefinitions[0].linuxParameters.devices",
        ]);
    });

    it("leave tasks alone that are not for inference", () => {
        for (const runtimes of [{}, only(Runtime.Libnrt)]) {
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
