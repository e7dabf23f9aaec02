import assert from "node:assert/strict";
import { distinctRanges, healthPort, mappingOf, rangeOf } from "../../../components/route/routed-ports";
import type { TaskPort } from "../../../components/task-definition/task-reference";
import { task } from "./right-route";

const ports = task.portMappings;
const [grpc, rest, proxy] = ports as [TaskPort, TaskPort, TaskPort];

describe("route: the mapping of a port", () => {
    const mappings: readonly (readonly [string, readonly [number, string?], unknown])[] = [
        ["is that of any container where none is named", [80], proxy],
        ["is that of the container", [8500, "bert"], grpc],
        ["is not that of another container", [8500, "proxy"], undefined],
        ["is not that of UDP", [53, "proxy"], undefined],
    ];
    for (const [what, [port, container], expected] of mappings) {
        it(what, () => assert.deepStrictEqual(mappingOf(ports, port, container), expected));
    }

    it("is one of TCP where it names no protocol", () => {
        const mapping = { containerName: "bert", containerPort: 8500 };
        assert.deepStrictEqual(mappingOf([mapping], 8500), mapping);
    });
});

describe("route: the port of a health check", () => {
    const route = { container: "bert", port: 8500 };
    const server = "tensorflow-serving";
    const checks: readonly (readonly [string, typeof route, object, number | undefined])[] = [
        ["is the given one", route, { port: 9000 }, 9000],
        ["is the given one before the server's", route, { port: 9000, server }, 9000],
        ["is the server's beside another one of the container", route, { server }, 8501],
        ["is the route's where it is given so", route, { port: 8500 }, undefined],
        ["is the route's where the server answers there", { ...route, port: 8501 }, { server }, undefined],
        [
            "is the route's where another container maps the server's",
            { container: "proxy", port: 80 },
            { server },
            undefined,
        ],
        ["is the route's where nothing is said of it", route, {}, undefined],
    ];
    for (const [what, of, check, expected] of checks) {
        it(what, () => assert.equal(healthPort(ports, of, check), expected));
    }
});

describe("route: the ports of targets", () => {
    it("are those of the instance, and where Docker chooses them all from which it does, each range once", () => {
        const { hostPort: _, ...unmapped } = proxy;
        assert.deepStrictEqual(distinctRanges([grpc, rest, grpc, proxy, unmapped].map(rangeOf)), [
            { from: 8500, to: 8500 },
            { from: 8501, to: 8501 },
            { from: 32_768, to: 60_999 },
        ]);
    });
});
