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
        const value = { path: ["volumes", 0], value: "a" };
        const appended = { path: ["volumes"], value: "b", append: true };
        const removals = [
            { path: ["containers", 0], remove: true },
            { path: ["containers", 10], remove: true },
            { path: ["containers", 9, "links"], remove: true },
            { path: ["containers", 9], remove: true },
        ] as const;
        const [first, tenth, inside, ninth] = removals;
        assert.deepStrictEqual(inOrder([first, value, tenth, ninth, appended, inside]), [
            value,
            appended,
            tenth,
            inside,
            ninth,
            first,
        ]);
    });
});
