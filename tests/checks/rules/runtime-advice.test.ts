import assert from "node:assert/strict";
import { Scope } from "../../../checks/configuration/options";
import { Runtime } from "../../../contract";
import { UNKNOWN } from "../../../ecs/known";
import { findings } from "../configured-rules";
import { rightTask } from "../right-task";

const device = { hostPath: "/dev/neuron0", containerPath: "/dev/neuron0", permissions: ["read", "write"] };

const withSidecar = rightTask();
const libnrt = {
    containerDefinitions: [
        { name: "bert", image: "bert", linuxParameters: { devices: [device], capabilities: { add: ["IPC_LOCK"] } } },
    ],
};

describe("The accepted runtimes", () => {
    const only = (...runtimes: Runtime[]) => ({ runtimes });
    const unclear = { containerDefinitions: [{ name: "bert", image: "team/tensorflow-inference-neuron:1" }] };
    const nothing =
        "containerDefinitions: no container is a neuron-rtd sidecar, maps a Neuron device or requires one, so that " +
        "none reaches a chip: ";
    const daemon = "for neuron-rtd, on Inf1 only, add a container named neuron-rtd with the neuron-rtd image";
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

    it("are neuron-rtd alone: a task of ECS's own is refused for what it requires, not for its image", () => {
        const requiring = {
            containerDefinitions: [
                {
                    name: "llm",
                    image: "team/pytorch-inference-neuronx:1",
                    resourceRequirements: [{ type: "NeuronDevice", value: "ALL" }],
                },
            ],
        };
        assert.deepStrictEqual(findings(requiring, only(Runtime.NeuronRtd)), {
            "neuron-rtd-sidecar": [
                'containerDefinitions[0].resourceRequirements: container "llm" requires NeuronDevice, for the runtime ' +
                    `managed, but only neuron-rtd is accepted here: ${daemon}`,
            ],
        });
    });

    it("are two: a sidecar is refused, and told both", () => {
        assert.deepStrictEqual(findings(withSidecar, only(Runtime.Libnrt, Runtime.Managed)), {
            "neuron-rtd-sidecar": [
                'containerDefinitions[1]: container "neuron-rtd" is a neuron-rtd sidecar, for the runtime neuron-rtd, ' +
                    `but only libnrt and managed are accepted here: ${library}, or ${managed}`,
            ],
        });
    });

    it("do not decide which one a task means while its devices are not known", () => {
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

describe("The scope", () => {
    const web = { containerDefinitions: [{ name: "web", image: "nginx" }] };

    it("is inference tasks by default, or all", () => {
        assert.deepStrictEqual(findings(web, {}), {});
        assert.deepStrictEqual(Object.keys(findings(web, { scope: Scope.All })), ["neuron-rtd-sidecar"]);
    });
});
