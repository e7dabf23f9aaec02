import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { runTogether } from "../../../ecs/task/run-together";
import type { Container } from "../../../ecs/task/task-definition";
import { undecidedAt } from "../../paths";
import { taskOf } from "../../checks/task-of";

const after = (containerName: unknown, condition: unknown = "SUCCESS") => ({ containerName, condition });

/** Whether the first two containers may run at once, in either order. */
function together(...containers: readonly object[]): boolean {
    const all = taskOf(...containers).containers as readonly Container[];
    const [one, other] = all as readonly [Container, Container];
    assert.equal(runTogether(one, other, all), runTogether(other, one, all));
    return runTogether(one, other, all);
}

describe("Two containers of a task", () => {
    const cases: [what: string, containers: object[], expected: boolean][] = [
        ["run together where neither waits", [{}, {}], true],
        ["run together where one waits for the start of the other", [{}, { dependsOn: [after("c0", "START")] }], true],
        ["do not where one waits for the end of the other", [{}, { dependsOn: [after("c0", "COMPLETE")] }], false],
        [
            "do not where one waits for a third that waits for the end",
            [{}, { dependsOn: [after("c2", "START")] }, { dependsOn: [after("c0")] }],
            false,
        ],
        [
            "do not where one waits for two others, of which one waits for the end",
            [{}, { dependsOn: [after("c2", "START"), after("c3", "START")] }, { dependsOn: [after("c0")] }, {}],
            false,
        ],
        [
            "run together where the third is none of the task",
            [{}, { dependsOn: [after("x", "START")] }, { dependsOn: [after("c0")] }],
            true,
        ],
        [
            "run together where the third is another one than that of an unknown name",
            [{}, { dependsOn: [after("c2", "START")] }, {}, { name: UNKNOWN, dependsOn: [after("c0")] }],
            true,
        ],
        [
            "run together where both wait for the end of a third",
            [{ dependsOn: [after("c2")] }, { dependsOn: [after("c2")] }, {}],
            true,
        ],
        [
            "run together where the others wait in a circle",
            [
                {},
                { dependsOn: [after("c2", "START")] },
                { dependsOn: [after("c3", "START")] },
                { dependsOn: [after("c2", "START")] },
            ],
            true,
        ],
    ];
    for (const [what, containers, expected] of cases) {
        it(what, () => assert.equal(together(...containers), expected));
    }

    const unknown: [what: string, containers: object[], at: string][] = [
        ["a dependency", [{}, { dependsOn: UNKNOWN }], "containerDefinitions[1].dependsOn"],
        ["its condition", [{}, { dependsOn: [after("c0", UNKNOWN)] }], "containerDefinitions[1].dependsOn"],
        [
            "the name of a third, which waits for the end",
            [{}, { dependsOn: [after("x", "START")] }, { name: UNKNOWN, dependsOn: [after("c0")] }],
            "containerDefinitions[2].name",
        ],
        ["the other's name", [{ name: UNKNOWN }, { dependsOn: [after("x")] }], "containerDefinitions[0].name"],
    ];
    for (const [what, containers, at] of unknown) {
        it(`are not decided while this is not known: ${what}`, () =>
            assert.throws(() => together(...containers), undecidedAt(at)));
    }
});
