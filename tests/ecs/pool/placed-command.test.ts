import assert from "node:assert/strict";
import { placedCommands } from "../../../ecs/pool/placed-command";
import { commandsOf } from "../../../ecs/shell/commands";

/** Each command of a script: its program, and where it stands. */
function placed(script: string): readonly string[] {
    const { steps } = commandsOf(
        () => ["sh", "-c", script],
        () => undefined,
    );
    return placedCommands(steps).map(({ command, loop, isCondition, isInBackground }) =>
        [
            command.words[0],
            ...(loop === undefined ? [] : [`in ${loop.opening}`, ...(loop.isCertain ? [] : ["uncertain"])]),
            ...(loop?.isNegated === true ? ["negated"] : []),
            ...(loop?.isTest === true ? ["test"] : []),
            ...(loop?.isLeft === true ? ["left"] : []),
            ...(isCondition ? ["condition"] : []),
            ...(isInBackground ? ["background"] : []),
        ].join(" "),
    );
}

describe("A command in a script", () => {
    const cases: [what: string, script: string, placed: string[]][] = [
        ["stands in no loop", "a; b", ["a", "b"]],
        ["is the condition of a loop, or in it", "while a; do b; done; c", ["a in while condition", "b in while", "c"]],
        [
            "is in the inner of two loops",
            "until a; do while b; do c; done; d; done",
            ["a in until condition", "b in while uncertain condition", "c in while uncertain", "d in until"],
        ],
        [
            "is in the loop around an if",
            "while a; do if b; then c; fi; done",
            ["a in while condition", "b in while", "c in while"],
        ],
        [
            "may not be in a loop that an if or a list leads to",
            "if a; then while b; do c; done; fi; d && while e; do f; done",
            [
                "a",
                "b in while uncertain condition",
                "c in while uncertain",
                "d",
                "e in while uncertain condition",
                "f in while uncertain",
            ],
        ],
        ["is in a loop that begins in a group", "{ while a; do b; done; }", ["a in while condition", "b in while"]],
        [
            "is in the background with its list, and none before",
            "a; b && c & d",
            ["a", "b background", "c background", "d"],
        ],
        [
            "is in the background with its loop or group",
            "a\n(b; c) &\nwhile d; do e; done & f",
            ["a", "b background", "c background", "d in while condition background", "e in while background", "f"],
        ],
        ["goes on with the list on the next line", "a &&\nb & c", ["a background", "b background", "c"]],
        ["goes on with the pipeline on the next line", "a |\nb & c", ["a background", "b background", "c"]],
        ["ends with its line, also where that sets a variable", "a && A='|'\nb & c", ["a", "b background", "c"]],
        ["is no block by the value of a variable", "a && A=if b & c", ["a background", "b background", "c"]],
        ["is no block by the name of a variable", "a && iffy=b done=c d & e", ["a background", "d background", "e"]],
        ["is in the background of what follows in a group", "a & { b; } & c", ["a background", "b background", "c"]],
        ["may end what it has not begun", "a) b", ["a"]],
        [
            "may not be in a loop behind another that fails",
            "a || while b; do c; done",
            ["a", "b in while uncertain condition", "c in while uncertain"],
        ],
        [
            "is the condition of a loop, in a loop over words",
            "while for A in b; do c; done; do d; done",
            ["for in while condition", "c in while condition", "d in while"],
        ],
        [
            "is in a loop that one over words begins",
            "for A in b; do while c; do d; done; done",
            ["for", "c in while condition", "d in while"],
        ],
        ["only opens a file", "while a; do > b; done", ["a in while condition", " in while"]],
        [
            "is known by its loop's condition",
            "while ! a; do b; done; until [ x ]; do c; done",
            ["a in while negated condition", "b in while negated", "[ in until test condition", "c in until test"],
        ],
        ...["[[", "test"].map((test): [string, string, string[]] => [
            "is known by its loop's condition",
            `while ${test} a; do b; done`,
            [`${test} in while test condition`, "b in while test"],
        ]),
        ...["latest", "tester"].map((test): [string, string, string[]] => [
            "is no test by its name",
            `while ${test} a; do b; done`,
            [`${test} in while condition`, "b in while"],
        ]),
        [
            "may end its loop",
            "while a; do b; break; done",
            ["a in while left condition", "b in while left", "break in while left"],
        ],
        ...["exit", "return"].map((end): [string, string, string[]] => [
            "may end its loop",
            `while a; do ${end}; done`,
            ["a in while left condition", `${end} in while left`],
        ]),
        ...["daybreak", "exits"].map((end): [string, string, string[]] => [
            "does not end its loop by its name",
            `while a; do ${end}; done`,
            ["a in while condition", `${end} in while`],
        ]),
    ];
    for (const [what, script, expected] of cases) {
        it(`${what}: ${JSON.stringify(script)}`, () => assert.deepStrictEqual(placed(script), expected));
    }
});
