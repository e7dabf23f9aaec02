import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { hostPortsOf, portName, staticHostPorts } from "../../../ecs/task/host-ports";
import { readTaskDefinition as read } from "../../../ecs/task/read-task-definition";
import type { TaskDefinition } from "../../../ecs/task/task-definition";
import { pathOf, undecidedAt } from "../../paths";

describe("The ports of the instance that a task holds", () => {
    const task = (networkMode: unknown, ...ports: unknown[]) =>
        read({
            networkMode,
            containerDefinitions: [
                { name: "web", image: "web:1" },
                { name: "bert", image: "bert:1", portMappings: ports },
            ],
        });

    const held: [string, () => TaskDefinition, string[]][] = [
        [
            "its static ones",
            () => task("bridge", { hostPort: 80, containerPort: 8080 }, { hostPort: 81, containerPort: 8081 }),
            ["80/tcp", "81/tcp"],
        ],
        [
            "its static ones, where no mode is named",
            () => task(undefined, { hostPort: 80, containerPort: 8080 }),
            ["80/tcp"],
        ],
        ["no dynamic ones", () => task("bridge", { hostPort: 0, containerPort: 8080 }, { containerPort: 8081 }), []],
        [
            "the container's, in the instance's network",
            () => task("host", { containerPort: 8080 }, { hostPort: 8081, containerPort: 8081 }),
            ["8080/tcp", "8081/tcp"],
        ],
        ["none, with an address of its own", () => task("awsvpc", { hostPort: 80, containerPort: 80 }), []],
        [
            "each once",
            () => task("bridge", { hostPort: 80, containerPort: 1 }, { hostPort: 80, containerPort: 2 }),
            ["80/tcp"],
        ],
        [
            "one for each protocol",
            () => task("bridge", { hostPort: 53, containerPort: 53 }, { hostPort: 53, protocol: "udp" }),
            ["53/tcp", "53/udp"],
        ],
        [
            "those that are known",
            () => task("bridge", { hostPort: UNKNOWN, containerPort: 1 }, { hostPort: 80, containerPort: 2 }),
            ["80/tcp"],
        ],
    ];
    for (const [what, definition, ports] of held) {
        it(`are ${what}`, () => assert.deepStrictEqual(staticHostPorts(definition()).map(portName), ports));
    }

    const mappings = "containerDefinitions[1].portMappings";
    const undecidedCases: [string, () => TaskDefinition, string][] = [
        ["the network mode is not", () => task(UNKNOWN), "networkMode"],
        ["the containers are not", () => read({ containerDefinitions: UNKNOWN }), "containerDefinitions"],
        [
            "the mappings are not",
            () =>
                read({
                    containerDefinitions: [
                        { name: "web", image: "web:1" },
                        { name: "bert", image: "bert:1", portMappings: UNKNOWN },
                    ],
                }),
            mappings,
        ],
        [
            "none is known, and one is not",
            () => task("bridge", { hostPort: 0, containerPort: 1 }, { hostPort: UNKNOWN, containerPort: 1 }),
            mappings,
        ],
    ];
    for (const [what, definition, path] of undecidedCases) {
        it(`are not known while ${what}`, () => assert.throws(() => staticHostPorts(definition()), undecidedAt(path)));
    }

    it("are those of each mapping, beside what is not known", () => {
        const definition = task("bridge", { hostPort: 80 }, { hostPort: 80, protocol: UNKNOWN }, { hostPort: 80 });
        assert.deepStrictEqual(hostPortsOf(definition), {
            held: [
                { path: pathOf(`${mappings}[0]`), port: 80, protocol: "tcp" },
                { path: pathOf(`${mappings}[2]`), port: 80, protocol: "tcp" },
            ],
            unknown: pathOf(mappings),
        });
    });
});
