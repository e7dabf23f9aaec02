import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { startsAfter, waitingCircle, waitsFor, waitsOf } from "../../../ecs/task/start-order";
import type { Container } from "../../../ecs/task/task-definition";
import { taskOf } from "../../checks/task-of";
import { pathOf, undecidedAt } from "../../paths";

/** Containers, each with those that it waits for. */
function containers(waits: Readonly<Record<string, readonly unknown[]>>, unknownNames = 0) {
    const named = Object.entries(waits).map(([name, awaited]) => ({
        name,
        dependsOn: awaited.map((containerName) => ({ containerName, condition: "START" })),
    }));
    const task = taskOf(...named, ...Array.from({ length: unknownNames }, () => ({ name: UNKNOWN })));
    const all = task.containers as readonly Container[];
    return { task, of: (name: string) => all.find((one) => one.name === name) as Container };
}

describe("What a container waits for", () => {
    it("is each dependency with its container, or none", () => {
        const { task, of } = containers({ a: ["b", "x"], b: [] });
        assert.deepStrictEqual(waitsOf(task, of("a")), [
            { path: pathOf("containerDefinitions[0].dependsOn[0]"), name: "b", condition: "START", awaited: of("b") },
            { path: pathOf("containerDefinitions[0].dependsOn[1]"), name: "x", condition: "START", awaited: undefined },
        ]);
    });

    it("may be a container whose name is not known", () => {
        const { task, of } = containers({ a: ["x", UNKNOWN] }, 1);
        assert.deepStrictEqual(
            waitsOf(task, of("a")).map(({ awaited }) => awaited),
            [UNKNOWN, UNKNOWN],
        );
    });

    it("is nothing that is certain where its dependencies are not known", () => {
        const task = taskOf({ dependsOn: UNKNOWN });
        const [only] = task.containers as readonly Container[];
        assert.deepStrictEqual(waitsOf(task, only as Container), []);
    });

    it("is also what those wait for", () => {
        const { task, of } = containers({ a: ["b"], b: ["c", UNKNOWN], c: [] });
        assert.deepStrictEqual(
            [waitsFor(task, of("a"), of("c")), waitsFor(task, of("c"), of("a")), waitsFor(task, of("a"), of("a"))],
            [true, false, false],
        );
    });
});

describe("Whether a container starts after another", () => {
    it("is certain where the way to it is known", () => {
        const { task, of } = containers({ a: ["b"], b: [UNKNOWN, "c"], c: [] });
        assert.equal(startsAfter(task, of("a"), "c"), true);
    });

    it("is certain where all dependencies are known", () => {
        const { task, of } = containers({ a: ["b"], b: ["a"], c: [UNKNOWN] });
        assert.equal(startsAfter(task, of("a"), "c"), false);
    });

    it("is not decided while a dependency on the way is not known", () => {
        const { task, of } = containers({ a: ["b"], b: [UNKNOWN], c: [] });
        assert.throws(() => startsAfter(task, of("a"), "c"), undecidedAt("containerDefinitions[1].dependsOn"));
    });

    it("is not decided while a dependency may be on a container without a known name", () => {
        const { task, of } = containers({ a: ["x"], c: [] }, 1);
        assert.throws(() => startsAfter(task, of("a"), "c"), undecidedAt("containerDefinitions[2].name"));
    });
});

describe("Containers that wait in a circle", () => {
    const circles: [string, Readonly<Record<string, readonly unknown[]>>, string[] | undefined][] = [
        ["are none where one waits for another", { a: ["b"], b: [] }, undefined],
        ["are two that wait for each other", { a: ["b"], b: ["a"] }, ["a", "b"]],
        ["are one that waits for itself", { a: [], b: ["b"] }, ["b"]],
        ["are found behind one that is in none", { a: ["b"], b: ["c"], c: ["b"] }, ["b", "c"]],
        ["are certain beside what is not known", { a: [UNKNOWN], b: ["c"], c: [UNKNOWN, "b"] }, ["b", "c"]],
    ];
    for (const [what, waits, names] of circles) {
        it(what, () =>
            assert.deepStrictEqual(
                waitingCircle(containers(waits).task)?.map(({ name }) => name),
                names,
            ),
        );
    }

    it("are not decided while a dependency is not known", () =>
        assert.throws(
            () => waitingCircle(containers({ a: ["b"], b: [UNKNOWN] }).task),
            undecidedAt("containerDefinitions[1].dependsOn"),
        ));
});
