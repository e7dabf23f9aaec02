import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { readContainer } from "../../../ecs/task/read-container";
import { ShapeReader } from "../../../ecs/task/shape-reader";
import type { Container } from "../../../ecs/task/task-definition";

/** A list of a container, and the problems that reading it found. */
function read(key: keyof Container, container: object): readonly unknown[] {
    const reader = new ShapeReader();
    const { [key]: value } = readContainer(reader, { name: "a", image: "b", ...container }, []);
    return [value, reader.problems];
}

describe("A container with an item that is not known", () => {
    const items: [keyof Container, object, unknown][] = [
        ["environment", { environment: [UNKNOWN] }, { name: UNKNOWN, value: UNKNOWN }],
        ["dependsOn", { dependsOn: [UNKNOWN] }, { containerName: UNKNOWN, condition: UNKNOWN }],
        [
            "mountPoints",
            { mountPoints: [UNKNOWN] },
            { sourceVolume: UNKNOWN, containerPath: UNKNOWN, readOnly: UNKNOWN },
        ],
        ["volumesFrom", { volumesFrom: [UNKNOWN] }, UNKNOWN],
        ["portMappings", { portMappings: [UNKNOWN] }, { hostPort: UNKNOWN, containerPort: UNKNOWN, protocol: UNKNOWN }],
        [
            "devices",
            { linuxParameters: { devices: [UNKNOWN] } },
            { hostPath: UNKNOWN, containerPath: UNKNOWN, permissions: UNKNOWN },
        ],
        ["secrets", { secrets: [UNKNOWN] }, UNKNOWN],
        ["resourceRequirements", { resourceRequirements: [UNKNOWN] }, { type: UNKNOWN, value: UNKNOWN }],
    ];
    for (const [key, container, item] of items) {
        it(`has one in ${key} of which nothing is known`, () =>
            assert.deepStrictEqual(read(key, container), [[item], []]));
    }
});

describe("A container with an item that says nothing", () => {
    const items: [keyof Container, object, unknown][] = [
        ["environment", { environment: [{}] }, { name: "", value: "" }],
        ["dependsOn", { dependsOn: [{}] }, { containerName: "", condition: "" }],
        ["mountPoints", { mountPoints: [{}] }, { sourceVolume: "", containerPath: "", readOnly: false }],
        ["volumesFrom", { volumesFrom: [{}] }, ""],
        ["portMappings", { portMappings: [{}] }, { hostPort: 0, containerPort: 0, protocol: "tcp" }],
        [
            "devices",
            { linuxParameters: { devices: [{}] } },
            { hostPath: "", containerPath: undefined, permissions: undefined },
        ],
        ["secrets", { secrets: [{}] }, ""],
        ["resourceRequirements", { resourceRequirements: [{}] }, { type: "", value: "" }],
    ];
    for (const [key, container, item] of items) {
        it(`has what ECS takes for it in ${key}`, () => assert.deepStrictEqual(read(key, container), [[item], []]));
    }
});
