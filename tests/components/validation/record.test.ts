import assert from "node:assert/strict";
import { Problems } from "../../../components/validation/problems";
import { isAbsent, record } from "../../../components/validation/record";
import type { Member } from "../../../components/validation/shape";
import { anyText } from "../../../components/validation/values";

const pool = record<{ name: string }>("a pool", { name: anyText }, "give that of a Cluster");
const task = record<{ arn: string; pool: object }>("a task", { arn: anyText, pool: pool.ifAny }, "give a task", {
    pool,
});

function problems({ check }: Member, value: unknown): string[] {
    const found = new Problems();
    check(value, "task", found);
    return found.found.map(({ propertyPath, reason }) => `${propertyPath} ${reason}`);
}

describe("A record of another component", () => {
    const absent = ["task is missing; give a task"];
    const cases: [what: string, value: unknown, problems: string[], ifAny?: string[]][] = [
        ["is taken with its members", { arn: "a", pool: { name: "ml" } }, []],
        ["is taken without those that may be absent", { arn: "a" }, []],
        ["is taken with a record in it that is split, and absent", { arn: "a", pool: { name: undefined } }, []],
        ["is one problem where it is split, and absent", { arn: undefined, pool: { name: undefined } }, absent, []],
        ["is one problem where it is null", null, absent, []],
        ["is refused where it is no object", "a", ["task is a string, but must be a task, an object"]],
        ["is refused by its members", { arn: 1 }, ["task.arn is a number, but must be a string"]],
        [
            "is refused by those of the record in it",
            { arn: "a", pool: { name: 1 } },
            ["task.pool.name is a number, but must be a string"],
        ],
    ];
    for (const [what, value, expected, ifAny = expected] of cases) {
        it(what, () => assert.deepStrictEqual([problems(task, value), problems(task.ifAny, value)], [expected, ifAny]));
    }

    it("must be there, or may be, by where it stands", () => {
        assert.deepStrictEqual([task.isRequired, task.ifAny.isRequired], [true, false]);
    });

    it("tells the names of its members, and of those of the record in it", () => {
        assert.deepStrictEqual(task.members, { arn: undefined, pool: { name: undefined } });
    });

    it("is absent where all that it holds is", () => {
        const values = [undefined, null, {}, { a: undefined, b: { c: null } }, { a: 0 }, [], ""];
        assert.deepStrictEqual(values.map(isAbsent), [true, true, true, true, false, false, false]);
    });
});
