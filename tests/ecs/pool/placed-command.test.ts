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
        [
            "is known by its loop's condition",
            "while ! a; do b; done; until [ x ]; do c; done",
            ["a in while negated condition", "b in while negated", "[ in until test condition", "c in until test"],
        ],
        [
            "may end its loop",
            "while a; do b; break; done",
            ["a in while left condition", "b in while left", "break in while left"],
        ],
    ];
    for (const [what, script, expected] of cases) {
        it(`${what}: ${JSON.stringify(script)}`, () => assert.deepStrictEqual(placed(script), expected));
    }
});
