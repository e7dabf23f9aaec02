import assert from "node:assert/strict";
import { nothing } from "../../../checks/judge/outcome";
import { isMisshapen, shapeOutcome } from "../../../checks/judge/shape";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { pathOf } from "../../paths";

const read = (container: object) =>
    readTaskDefinition({ containerDefinitions: [{ name: "a", image: "b", ...container }] });
const first = "containerDefinitions[0]";

describe("The shape of a task definition", () => {
    it("is nothing to speak of where it is the one that ECS takes", () =>
        assert.equal(shapeOutcome(read({})), nothing));

    it("is refused at each place where it is not", () => {
        const violation = (path: string, reason: string) => ({
            path: pathOf(path),
            subject: path,
            problem: reason,
            requirement: "the other rules cannot judge it",
            remedy: "correct it",
        });
        assert.deepStrictEqual(shapeOutcome(read({ image: 1, command: "serve" })), {
            violations: [
                violation(`${first}.image`, "is a number, but must be a string"),
                violation(`${first}.command`, "is a string, but must be a list"),
            ],
            undecided: [],
        });
    });

    it("is refused as a whole where it is no object", () =>
        assert.deepStrictEqual(
            shapeOutcome(readTaskDefinition([])).violations.map(({ path, subject }) => [path, subject]),
            [[[], "task definition"]],
        ));

    const paths: [string, boolean][] = [
        [`${first}.image`, true],
        [first, true],
        ["containerDefinitions", true],
        [`${first}.image.name`, true],
        [`${first}.name`, false],
        ["containerDefinitions[1]", false],
    ];
    for (const [path, is] of paths) {
        it(`${is ? "makes" : "does not make"} ${path} unknown, where the image has the wrong one`, () =>
            assert.equal(isMisshapen(read({ command: "serve", image: 1 }), pathOf(path)), is));
    }

    it("makes nothing unknown where it is right", () => assert.equal(isMisshapen(read({}), pathOf(first)), false));
});
