import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { readContainer } from "../../../ecs/task/read-container";
import { ShapeReader } from "../../../ecs/task/shape-reader";
import type { Container } from "../../../ecs/task/task-definition";
import { propertyText } from "../../../checks/phrasing/property-text";

const path = "containerDefinitions[0]";
const at = ["containerDefinitions", 0];

/** One property of a container, and the problems that reading it found. */
function read<K extends keyof Container>(key: K, container: unknown): [Container[K], string[]] {
    const reader = new ShapeReader();
    const { [key]: value } = readContainer(reader, container, at);
    return [value, reader.problems.map((problem) => `${propertyText(problem)}: ${problem.reason}`)];
}

const known = { name: "a", image: "b" };

describe("A container", () => {
    const cases: [string, keyof Container, object, unknown, string[]][] = [
        [
            "has no capabilities that are known",
            "addedCapabilities",
            { linuxParameters: { capabilities: UNKNOWN } },
            UNKNOWN,
            [],
        ],
        [
            "has devices, though its capabilities are not known",
            "devices",
            { linuxParameters: { capabilities: UNKNOWN, devices: [] } },
            [],
            [],
        ],
        [
            "has a list of capabilities to drop, be it empty",
            "hasDropList",
            { linuxParameters: { capabilities: { drop: [] } } },
            true,
            [],
        ],
        [
            "has no list of capabilities to drop, beside one to add",
            "hasDropList",
            { linuxParameters: { capabilities: { add: [] } } },
            false,
            [],
        ],
        [
            "has a capability that is not known",
            "addedCapabilities",
            { linuxParameters: { capabilities: { add: [UNKNOWN] } } },
            [UNKNOWN],
            [],
        ],
        ["has no devices that are known", "devices", { linuxParameters: UNKNOWN }, UNKNOWN, []],
        [
            "has a device with its permissions",
            "devices",
            {
                linuxParameters: {
                    devices: [{ hostPath: "/dev/neuron0", containerPath: "/a", permissions: ["read"] }],
                },
            },
            [{ hostPath: "/dev/neuron0", containerPath: "/a", permissions: ["read"] }],
            [],
        ],
        [
            "has no capabilities where they are no list",
            "addedCapabilities",
            { linuxParameters: { capabilities: { add: 1 } } },
            UNKNOWN,
            [`${path}.linuxParameters.capabilities.add: is a number, but must be a list`],
        ],
        [
            "has no devices where they are no list",
            "devices",
            { linuxParameters: { devices: 1 } },
            UNKNOWN,
            [`${path}.linuxParameters.devices: is a number, but must be a list`],
        ],
        [
            "has labels, of which only texts are known",
            "dockerLabels",
            { dockerLabels: { a: "b", c: 1, d: UNKNOWN } },
            new Map<string, unknown>([
                ["a", "b"],
                ["c", UNKNOWN],
                ["d", UNKNOWN],
            ]),
            [],
        ],
        ["has no labels", "dockerLabels", {}, new Map(), []],
        ["has labels that are not known", "dockerLabels", { dockerLabels: UNKNOWN }, UNKNOWN, []],
        ["has no health check", "hasHealthCheck", { healthCheck: {} }, false, []],
        ["has a health check", "hasHealthCheck", { healthCheck: { command: ["CMD", "true"] } }, true, []],
        [
            "has a health check whose command is the image's",
            "hasHealthCheck",
            { healthCheck: { interval: 5 } },
            true,
            [],
        ],
        [
            "has the image's health check turned off",
            "hasHealthCheck",
            { healthCheck: { command: ["NONE"] } },
            false,
            [],
        ],
        [
            "may have its health check turned off",
            "hasHealthCheck",
            { healthCheck: { command: [UNKNOWN] } },
            UNKNOWN,
            [],
        ],
        [
            "may have its health check turned off by a command that is not known",
            "hasHealthCheck",
            { healthCheck: { command: UNKNOWN } },
            UNKNOWN,
            [],
        ],
        ["may have a health check", "hasHealthCheck", { healthCheck: UNKNOWN }, UNKNOWN, []],
        [
            "has a health check of no known command",
            "hasHealthCheck",
            { healthCheck: { command: 1 } },
            UNKNOWN,
            [`${path}.healthCheck.command: is a number, but must be a list`],
        ],
        ["has no files of variables", "hasEnvironmentFiles", { environmentFiles: [] }, false, []],
        ["has files of variables", "hasEnvironmentFiles", { environmentFiles: [{}] }, true, []],
        ["may have files of variables", "hasEnvironmentFiles", { environmentFiles: UNKNOWN }, UNKNOWN, []],
    ];
    for (const [what, key, container, value, problems] of cases) {
        it(what, () => assert.deepStrictEqual(read(key, { ...known, ...container }), [value, problems]));
    }

    it("of which nothing is known has everything unknown", () => {
        const full = readContainer(new ShapeReader(), known, at);
        assert.deepStrictEqual(readContainer(new ShapeReader(), UNKNOWN, at), {
            ...Object.fromEntries(Object.keys(full).map((key) => [key, UNKNOWN])),
            path: at,
        });
    });
});
