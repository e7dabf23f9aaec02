import assert from "node:assert/strict";
import { placeTask, runsOnInstances } from "../../../checks/migration/placement";
import { NotMigrated, type MigrationContext } from "../../../checks/migration/step";
import type { NeuronInstanceType } from "../../../contract";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { rightTask } from "../right-task";

const on = (type: string) => `attribute:ecs.instance-type == ${type}`;

/** The steps that place a task with these constraints on a type. */
function placed(type: NeuronInstanceType | undefined, ...expressions: readonly string[]) {
    const placementConstraints = expressions.map((expression) => ({ type: "memberOf", expression }));
    const task = readTaskDefinition({ ...rightTask(), placementConstraints });
    return [...placeTask({ task, type } as MigrationContext)];
}

describe("The placement of a migrated task", () => {
    const note = "the task is placed on inf2.xlarge";

    it("stays where no other type was asked for, or where it is that type's", () => {
        assert.deepStrictEqual(placed(undefined, on("inf1.xlarge")), []);
        assert.deepStrictEqual(placed("inf2.xlarge", on("inf2.xlarge")), []);
    });

    it("is added beside a constraint without an expression", () => {
        const task = readTaskDefinition({ ...rightTask(), placementConstraints: [{ type: "distinctInstance" }] });
        assert.equal([...placeTask({ task, type: "inf2.xlarge" } as MigrationContext)].length, 1);
    });

    it("is added where nothing speaks of a type", () => {
        const value = { type: "memberOf", expression: on("inf2.xlarge") };
        assert.deepStrictEqual(placed("inf2.xlarge", "attribute:ecs.os-type == linux"), [
            { edits: [{ path: ["placementConstraints"], value, append: true }], note },
        ]);
    });

    for (const other of [on("inf1.xlarge"), "attribute:ecs.instance-type in [inf1.xlarge, inf1.2xlarge]"]) {
        it(`takes the place of the only one that speaks of the type: ${other}`, () =>
            assert.deepStrictEqual(placed("inf2.xlarge", "attribute:ecs.os-type == linux", other), [
                { edits: [{ path: ["placementConstraints", 1, "expression"], value: on("inf2.xlarge") }], note },
            ]));
    }

    const refused: [string, ...string[]][] = [
        ["one that says more than the type", `${on("inf1.xlarge")} and attribute:team == ml`],
        ["two that speak of the type", on("inf1.xlarge"), "attribute:ecs.instance-type =~ inf1.*"],
    ];
    for (const [what, ...expressions] of refused) {
        it(`is left to a person with ${what}`, () =>
            assert.throws(
                () => placed("inf2.xlarge", ...expressions),
                (error) =>
                    error instanceof NotMigrated &&
                    error.message ===
                        `its placement expression ${JSON.stringify(expressions[0])} is not read as a type alone: write ` +
                            `${on("inf2.xlarge")} first`,
            ));
    }
});

describe("A task", () => {
    const required: [readonly string[], boolean][] = [
        [[], true],
        [["EC2"], true],
        [["FARGATE", "EC2"], true],
        [["FARGATE"], false],
    ];
    for (const [requiresCompatibilities, runs] of required) {
        it(`${runs ? "runs" : "does not run"} on instances where it requires ${JSON.stringify(requiresCompatibilities)}`, () =>
            assert.equal(runsOnInstances(readTaskDefinition({ ...rightTask(), requiresCompatibilities })), runs));
    }
});
