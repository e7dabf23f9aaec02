import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { shownRole } from "../../../ecs/task/shown-role";
import type { Container } from "../../../ecs/task/task-definition";
import { taskOf } from "../../checks/task-of";

const daemon = { name: "neuron-rtd", mountPoints: [{ sourceVolume: "sock", containerPath: "/sock" }] };
const labelled = (role: unknown) => ({ dockerLabels: { "ecs-inferentia.role": role } });
const after = (containerName: unknown, condition: unknown = "START") => ({ dependsOn: [{ containerName, condition }] });
const variable = (name: unknown) => ({ environment: [{ name, value: "1" }] });
const mounts = (sourceVolume: unknown) => ({ mountPoints: [{ sourceVolume, containerPath: "/a" }] });

/** What the first container shows beside the daemon and further ones, of which the daemons are the sidecars. */
function shown(container: object, ...further: object[]): string {
    const containers = taskOf(container, ...further).containers as readonly Container[];
    const [first] = containers;
    const sidecars = containers.filter(({ path, name }) => path !== first?.path && name !== "c1");
    const { part, reason } = shownRole(first as Container, containers, sidecars);
    return `${part === UNKNOWN ? "?" : part}: ${reason}`;
}

describe("What a container beside the daemon shows", () => {
    const cases: [string, object, string, further?: object[]][] = [
        ["its label as a model", { ...labelled("model"), image: "nginx" }, "model: its label says so"],
        [
            "its label as another one",
            { ...labelled("other"), ...variable("NEURON_RTD_ADDRESS") },
            "other: its label says so",
        ],
        ["its label as a daemon", labelled("daemon"), "other: its label says so"],
        ["nothing by another label", labelled("web"), "candidate: nothing shows what it does"],
        [
            "the daemon's address",
            { ...variable("NEURON_RTD_ADDRESS"), image: "nginx" },
            "model: it has NEURON_RTD_ADDRESS",
        ],
        [
            "the daemon's address in a secret",
            { secrets: [{ name: "NEURON_RTD_ADDRESS" }] },
            "model: it has NEURON_RTD_ADDRESS from a secret",
        ],
        ["nothing by another secret", { secrets: [{ name: "TOKEN" }] }, "candidate: nothing shows what it does"],
        [
            "a device",
            { linuxParameters: { devices: [{ hostPath: "/dev/neuron0" }] } },
            "model: it maps a Neuron device",
        ],
        ["a variable of Neuron", variable("NEURONCORE_GROUP_SIZES"), "model: it has a variable of Neuron"],
        ["an image of the SDK", { image: "own/pytorch-inference-neuron:1" }, "model: its image is named for Neuron"],
        ["an image that is named for Neuron", { image: "own/bert-neuron:1" }, "model: its image is named for Neuron"],
        [
            "an image that does something else",
            { image: "nginx", ...after("neuron-rtd") },
            "other: its image is a proxy",
        ],
        ["an image that measures", { image: "prom/node-exporter" }, "other: its image measures"],
        ["a command that watches", { image: "own/app", command: ["neuron-monitor"] }, "other: its command watches"],
        ["a command that compiles", { image: "own/app", command: ["neuronx-cc"] }, "other: its command compiles"],
        [
            "nothing while it may watch, though it waits for the daemon",
            { image: "own/app", command: UNKNOWN, ...after("neuron-rtd") },
            "?: what it has is not known",
            [daemon],
        ],
        [
            "nothing while it may watch, and does not wait",
            { image: "own/app", command: UNKNOWN },
            "candidate: nothing shows what it does",
            [daemon],
        ],
        [
            "that the daemon waits for it",
            mounts("sock"),
            "other: the daemon waits for it",
            [{ ...daemon, ...after("c0") }],
        ],
        [
            "that one of several daemons waits for it",
            mounts("sock"),
            "other: the daemon waits for it",
            [daemon, { name: "neuron-rtd-2", ...after("c0") }],
        ],
        [
            "that another one waits for its end",
            mounts("sock"),
            "other: others wait for its end",
            [daemon, { name: "c1", ...after("c0", "SUCCESS") }],
        ],
        [
            "nothing by another one that waits for its start",
            {},
            "candidate: nothing shows what it does",
            [daemon, { name: "c1", ...after("c0") }],
        ],
        [
            "nothing by another one that waits for a third",
            {},
            "candidate: nothing shows what it does",
            [daemon, { name: "c1", ...after("c9", "SUCCESS") }],
        ],
        [
            "nothing while it is not known what others wait for",
            {},
            "candidate: nothing shows what it does",
            [daemon, { name: "c1", dependsOn: UNKNOWN }],
        ],
        ["that it waits for the daemon", after("neuron-rtd"), "model: it depends on the daemon"],
        ["that it mounts the daemon's volume", mounts("sock"), "model: it mounts the daemon's volume"],
        [
            "nothing by what else it waits for and mounts",
            { ...after("c1"), ...mounts("data") },
            "candidate: nothing shows what it does",
        ],
        [
            "nothing by a mount, where the daemon's are not known",
            mounts("sock"),
            "candidate: nothing shows what it does",
            [{ ...daemon, mountPoints: UNKNOWN }],
        ],
        ["nothing", {}, "candidate: nothing shows what it does"],
        ["what is not known of its variables", { environment: UNKNOWN }, "?: what it has is not known"],
        [
            "what is not known of its variables, though others wait for its end",
            { environment: UNKNOWN },
            "?: what it has is not known",
            [daemon, { name: "c1", ...after("c0", "SUCCESS") }],
        ],
        ["what is not known of its image", { image: UNKNOWN }, "?: what it has is not known"],
        ["what is not known of its dependencies", { dependsOn: UNKNOWN }, "?: what it has is not known"],
        ["what is not known of its mounts", mounts(UNKNOWN), "?: what it has is not known"],
        [
            "a variable, though others are not known",
            { environment: [{ name: UNKNOWN, value: "1" }, ...variable("NEURON_RT_LOG_LEVEL").environment] },
            "model: it has a variable of Neuron",
        ],
        [
            "that it waits for the daemon, though its mounts are not known",
            { ...after("neuron-rtd"), mountPoints: UNKNOWN },
            "model: it depends on the daemon",
        ],
    ];
    for (const [what, container, role, further = [daemon]] of cases) {
        it(`is ${what}`, () => assert.equal(shown(container, ...further), role));
    }
});
