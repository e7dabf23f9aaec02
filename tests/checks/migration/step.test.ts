import assert from "node:assert/strict";
import { inOrder, takingOut } from "../../../checks/migration/step";

const list = ["containerDefinitions", 0, "environment"];

describe("takingOut", () => {
    const cases: [what: string, length: number, indexes: number[], paths: (string | number)[][]][] = [
        [
            "removes the items",
            3,
            [0, 2],
            [
                [...list, 0],
                [...list, 2],
            ],
        ],
        ["removes the list where none is left", 2, [0, 1], [list]],
        ["does nothing without items", 2, [], []],
        ["leaves an empty list", 0, [], []],
    ];
    for (const [what, length, indexes, paths] of cases) {
        it(what, () =>
            assert.deepStrictEqual(
                takingOut(list, length, indexes),
                paths.map((path) => ({ path, remove: true })),
            ),
        );
    }
});

describe("inOrder", () => {
    it("sets values first, and then removes from the end", () => {
        const value = { path: ["containers", 0, "name"], value: "a" };
        const appended = { path: ["volumes"], value: "b", append: true };
        const removals = [
            { path: ["containers", 0], remove: true },
            { path: ["containers", 10], remove: true },
            { path: ["containers", 9, "links"], remove: true },
            { path: ["containers", 9], remove: true },
        ] as const;
        const volumes = [1, 0].map((index) => ({ path: ["volumes", index], remove: true }));
        const [first, tenth, inside, ninth] = removals;
        const inTurn = [...volumes, tenth, inside, ninth, first];
        const given = [first, value, ...[...volumes].reverse(), tenth, ninth, appended, inside];
        assert.deepStrictEqual(inOrder(given), [value, appended, ...inTurn]);
        assert.deepStrictEqual(inOrder([...given].reverse()), [appended, value, ...inTurn]);
    });
});
