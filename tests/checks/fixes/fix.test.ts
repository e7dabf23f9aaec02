import assert from "node:assert/strict";
import { examplesOf } from "../../../checks/examples";
import { fixableRules } from "../../../checks/fixes/repair";
import { fixedBy } from "../../../checks/fixes/fix";
import { judgeTask } from "../../../checks/judge/judge-task";
import { taskRules } from "../../../checks/rules";
import { Undecided, UNKNOWN } from "../../../ecs/known";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { rightTask } from "../right-task";

describe("The fix that a violation carries", () => {
    const fix = { edits: [{ path: ["family"], value: "bert" }], note: "it is bert" };
    const carried = (definition: object) => fixedBy(readTaskDefinition(definition), () => fix);
    const right = rightTask();

    it("is that of a task with one daemon", () => assert.deepStrictEqual(carried(right), { fix }));

    const none: [what: string, definition: object][] = [
        ["a task without a daemon", { containerDefinitions: [{ name: "web", image: "nginx" }] }],
        [
            "a task with two daemons",
            { containerDefinitions: [...right.containerDefinitions, { name: "second", image: "neuron-rtd" }] },
        ],
        ["a task whose containers are not known", { containerDefinitions: UNKNOWN }],
    ];
    for (const [what, definition] of none) {
        it(`is none in ${what}`, () => assert.deepStrictEqual(carried(definition), {}));
    }

    it("is none where it needs what is not known, or has no right answer", () => {
        const task = readTaskDefinition(right);
        assert.deepStrictEqual(
            fixedBy(task, () => {
                throw new Undecided({ path: ["family"] });
            }),
            {},
        );
        assert.deepStrictEqual(
            fixedBy(task, () => undefined),
            {},
        );
    });

    it("is told by the rules that say so of themselves, and by no other", () => {
        const fixing = taskRules.filter((rule) =>
            examplesOf(rule.name).some(({ definition }) =>
                judgeTask(rule, readTaskDefinition(definition)).violations.some((one) => one.fix !== undefined),
            ),
        );
        assert.deepStrictEqual(
            fixing.map(({ name }) => name),
            fixableRules,
        );
    });
});
