import assert from "node:assert/strict";
import { containerDefinitionsMeaning } from "../../../../emulation/providers/aws/ecs/container-definitions-meaning";
import { containers } from "./right-inputs";

type Container = Record<string, unknown>;

const meaning = (definitions: unknown, networkMode = "bridge"): unknown =>
    containerDefinitionsMeaning(JSON.stringify(definitions), { networkMode });

const whole = {
    name: "a",
    image: "i",
    command: ["a", "b"],
    environment: [
        { name: "X", value: "1" },
        { name: "Y", value: "2" },
    ],
    healthCheck: { command: ["CMD", "true"] },
    linuxParameters: { capabilities: { add: ["IPC_LOCK"] }, devices: [{ hostPath: "/dev/neuron0" }] },
    portMappings: [{ containerPort: 80 }, { containerPort: 81 }],
    secrets: [
        { name: "P", valueFrom: "p" },
        { name: "Q", valueFrom: "q" },
    ],
};

/** The whole container with these in their place means the same. */
const forgiven: readonly [title: string, change: Container][] = [
    ["cpu 0, and that the container is essential", { cpu: 0, essential: true }],
    [
        "empty lists at the container's level",
        { dependsOn: [], dnsServers: [], mountPoints: [], systemControls: [], ulimits: [], volumesFrom: [] },
    ],
    ["the order of environment variables", { environment: [...whole.environment].reverse() }],
    ["the order of secrets", { secrets: [...whole.secrets].reverse() }],
    [
        "the defaults of a health check",
        { healthCheck: { command: ["CMD", "true"], interval: 30, retries: 3, timeout: 5 } },
    ],
    [
        "the defaults of a port mapping",
        { portMappings: [{ protocol: "tcp", hostPort: 0, containerPort: 80 }, { containerPort: 81 }] },
    ],
];

const { linuxParameters } = whole;
const { devices } = linuxParameters;

const different: readonly [title: string, change: Container][] = [
    ["an image", { image: "j" }],
    ["a share of the CPU", { cpu: 1 }],
    ["whether it is essential", { essential: false }],
    ["the order of a command", { command: ["b", "a"] }],
    ["a variable's value", { environment: [{ name: "X", value: "2" }, whole.environment[1]] }],
    ["a static host port", { portMappings: [{ containerPort: 80, hostPort: 80 }, { containerPort: 81 }] }],
    ["a protocol", { portMappings: [{ containerPort: 80, protocol: "udp" }, { containerPort: 81 }] }],
    ["the order of ports", { portMappings: [...whole.portMappings].reverse() }],
    [
        "an empty list of dropped capabilities",
        { linuxParameters: { capabilities: { add: ["IPC_LOCK"], drop: [] }, devices } },
    ],
    ["another empty list of Linux parameters", { linuxParameters: { ...linuxParameters, tmpfs: [] } }],
    ["a health check's interval", { healthCheck: { command: ["CMD", "true"], interval: 10 } }],
];

describe("the meaning of container definitions", () => {
    for (const [title, change] of forgiven) {
        it(`does not depend on ${title}`, () => {
            assert.deepStrictEqual(meaning([{ ...whole, ...change }]), meaning([whole]));
        });
    }

    it("does not depend on the order of keys", () => {
        assert.deepStrictEqual(meaning([Object.fromEntries(Object.entries(whole).reverse())]), meaning([whole]));
    });

    it("does not depend on the order of containers", () => {
        assert.deepStrictEqual(meaning(containers), meaning([...containers].reverse()));
    });

    it("takes the container port for the host port in awsvpc mode alone", () => {
        const [without, given] = [[{ containerPort: 80 }], [{ containerPort: 80, hostPort: 80 }]].map(
            (portMappings) => [{ ...whole, portMappings }],
        );
        assert.deepStrictEqual(meaning(without, "awsvpc"), meaning(given, "awsvpc"));
        assert.notDeepStrictEqual(meaning(without, "bridge"), meaning(given, "bridge"));
    });

    for (const [title, change] of different) {
        it(`depends on ${title}`, () => {
            assert.notDeepStrictEqual(meaning([{ ...whole, ...change }]), meaning([whole]));
        });
    }

    it("is the text itself when that is no JSON", () => {
        assert.equal(containerDefinitionsMeaning("[{", {}), "[{");
    });
});
