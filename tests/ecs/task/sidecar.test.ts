import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { behavesAsDaemon, daemonReason, isSidecar, unknownIdentity } from "../../../ecs/task/sidecar";
import { containerOf } from "../../checks/task-of";

const label = (part: string) => ({ dockerLabels: { "ecs-inferentia.role": part } });
const devices = { environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: "ALL" }] };
const capability = { linuxParameters: { capabilities: { add: ["SYS_ADMIN"] } } };

describe("A container is the daemon's", () => {
    const cases: [container: object, reason: string | undefined | typeof UNKNOWN][] = [
        [label("daemon"), "its label says so"],
        [{ name: "neuron-rtd" }, "it is named so"],
        [{ image: "example.org/neuron-rtd:1" }, "its image is neuron-rtd"],
        [{ command: ["sh", "-c", "exec neuron-rtd -g unix:/sock/x"] }, "its command runs neuron-rtd"],
        [{ image: UNKNOWN, command: ["neuron-rtd"] }, "its command runs neuron-rtd"],
        [{ name: "neuron-rtd", ...label("other") }, undefined],
        [{}, undefined],
        [{ name: UNKNOWN }, UNKNOWN],
        [{ image: UNKNOWN }, UNKNOWN],
        [{ command: UNKNOWN }, UNKNOWN],
    ];
    for (const [given, reason] of cases) {
        it(`${typeof reason === "string" ? `as ${reason}` : reason === UNKNOWN ? "perhaps" : "not"}: ${shown(given)}`, () => {
            const container = containerOf(given);
            assert.equal(daemonReason(container), reason);
            assert.equal(isSidecar(container), reason === UNKNOWN ? UNKNOWN : reason !== undefined);
        });
    }
});

describe("A container behaves as the daemon", () => {
    const cases: [container: object, behaves: boolean | typeof UNKNOWN][] = [
        [{ ...devices, ...capability }, true],
        [devices, false],
        [capability, false],
        [{ ...devices, ...capability, ...label("model") }, false],
        [{ ...devices, ...capability, image: "example.org/vllm-neuronx:1" }, false],
        [{ environment: UNKNOWN, ...capability }, UNKNOWN],
        [{ ...devices, linuxParameters: { capabilities: { add: UNKNOWN } } }, UNKNOWN],
    ];
    for (const [given, behaves] of cases) {
        it(`${behaves === UNKNOWN ? "perhaps" : behaves ? "" : "not"}: ${shown(given)}`, () =>
            assert.equal(behavesAsDaemon(containerOf(given)), behaves));
    }
});

describe("What could make a container the daemon's", () => {
    const path = ["containerDefinitions", 0];
    const cases: [container: object, unknown: object][] = [
        [{ name: UNKNOWN, image: UNKNOWN }, { path }],
        [{ name: UNKNOWN }, { path: [...path, "name"] }],
        [{ image: UNKNOWN, command: UNKNOWN }, { path: [...path, "image"] }],
        [{ command: UNKNOWN }, { path: [...path, "command"] }],
    ];
    for (const [given, unknown] of cases) {
        it(`is named: ${shown(given)}`, () => assert.deepStrictEqual(unknownIdentity(containerOf(given)), unknown));
    }
});

function shown(container: object): string {
    return JSON.stringify(container, (_, value: unknown) => (value === UNKNOWN ? "unknown" : value));
}
