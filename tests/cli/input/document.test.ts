import assert from "node:assert/strict";
import { field, isFields, itemsOf, stepInto } from "../../../cli/input/document";

/** One step into data, as a text in JSON or YAML takes it. */
function step(node: unknown, to: string | number): unknown {
    return stepInto(node, to, {
        items: Array.isArray(node) ? (node as readonly unknown[]) : undefined,
        value: (key) => field(node, key),
    });
}

describe("A step from a node of a file", () => {
    const cases: [what: string, node: unknown, to: string | number, value: unknown][] = [
        ["leads to an item", ["a", "b"], 1, "b"],
        ["leads to no item of what is no list", { 1: "b" }, 1, undefined],
        ["leads to a key as it is written", { hostPath: 1, HostPath: 2 }, "hostPath", 1],
        ["leads to a key of CloudFormation", { HostPath: 2 }, "hostPath", 2],
        ["leads to a key of Terraform", { host_path: 3 }, "hostPath", 3],
        ["leads to a block of Terraform, which is named for one", { volume: 4 }, "volumes", 4],
        ["stays at a list of containers, which can stand alone", ["a"], "containerDefinitions", ["a"]],
        ["leads nowhere else from a list", ["a"], "volumes", undefined],
    ];
    for (const [what, node, to, value] of cases) {
        it(what, () => assert.deepStrictEqual(step(node, to), value));
    }
});

describe("The field of an object", () => {
    it("is what stands there, and nothing that it inherits", () =>
        assert.deepStrictEqual(
            [field({ a: { b: 1 } }, "a", "b"), field({}, "toString"), field(null, "a"), field("text", "length")],
            [1, undefined, undefined, undefined],
        ));

    it("is one of an object alone, and items are those of a list alone", () => {
        assert.deepStrictEqual([{}, [], null, "a"].map(isFields), [true, false, false, false]);
        assert.deepStrictEqual([["a"], { 0: "a" }, "a"].map(itemsOf), [["a"], [], []]);
    });
});
