import assert from "node:assert/strict";
import { argumentsOf, undecidedArguments, unknownArguments } from "../../../ecs/task/command-line";
import { UNKNOWN } from "../../../ecs/known";
import { containerOf } from "../../checks/task-of";

const path = ["containerDefinitions", 0];

describe("The command line of a container", () => {
    it("is its entry point, and its command behind it", () =>
        assert.deepStrictEqual(argumentsOf(containerOf({ entryPoint: ["sh", "-c"], command: ["neuron-rtd"] })), [
            "sh",
            "-c",
            "neuron-rtd",
        ]));

    const unknown: [what: string, container: object, at: string][] = [
        ["the entry point", { entryPoint: UNKNOWN }, "entryPoint"],
        ["a word of the entry point", { entryPoint: ["sh", UNKNOWN], command: UNKNOWN }, "entryPoint"],
        ["the command", { command: UNKNOWN }, "command"],
        ["a word of the command", { entryPoint: ["sh"], command: [UNKNOWN] }, "command"],
    ];
    for (const [what, given, at] of unknown) {
        it(`is not known while this is not: ${what}`, () => {
            const container = containerOf(given);
            assert.equal(argumentsOf(container), UNKNOWN);
            assert.deepStrictEqual(unknownArguments(container), [...path, at]);
            assert.deepStrictEqual(undecidedArguments(container), { path: [...path, at] });
        });
    }

    it("is not decided with what in it is not read", () =>
        assert.deepStrictEqual(undecidedArguments(containerOf({ command: ["sh", "-c", "$(start)"] })), {
            path: [...path, "command"],
            unread: "a program of an unknown name",
        }));
});
