import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { mappedPorts } from "../../../ecs/task/mapped-ports";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";

function ports(...portMappings: unknown[]): unknown {
    return mappedPorts(
        readTaskDefinition({
            containerDefinitions: [
                { name: "bert", image: "bert:1", portMappings },
                { name: "proxy", image: "proxy:1", portMappings: [{ containerPort: 80, hostPort: 8080 }] },
            ],
        }),
    );
}

const proxy = { containerName: "proxy", containerPort: 80, hostPort: 8080, protocol: "tcp" };

describe("mapped ports of a task", () => {
    it("are those of each container, with 0 where Docker chooses the port of the instance", () => {
        assert.deepStrictEqual(ports({ containerPort: 8501 }, { containerPort: 53, hostPort: 53, protocol: "udp" }), [
            { containerName: "bert", containerPort: 8501, hostPort: 0, protocol: "tcp" },
            { containerName: "bert", containerPort: 53, hostPort: 53, protocol: "udp" },
            proxy,
        ]);
    });

    it("leave out ranges, to which no load balancer sends", () => {
        assert.deepStrictEqual(ports({ containerPortRange: "8000-8010" }), [proxy]);
    });

    for (const [what, mapping] of [
        ["a mapping", UNKNOWN],
        ["a port of a container", { containerPort: UNKNOWN }],
        ["a port of the instance", { containerPort: 8501, hostPort: UNKNOWN }],
        ["a protocol", { containerPort: 8501, protocol: UNKNOWN }],
    ] as const) {
        it(`are not known while ${what} is not`, () => assert.equal(ports(mapping), UNKNOWN));
    }
});
