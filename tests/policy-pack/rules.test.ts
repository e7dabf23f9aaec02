import assert from "node:assert/strict";
import { judge } from "../../policy-pack/judge";
import { taskRules } from "../../policy-pack/rules";
import { readTaskDefinition } from "../../policy-pack/task-definition/read";
import { examplesOf } from "./examples";

function judgeAll(definition: unknown): { rule: string; path: string; message: string }[] {
    const task = readTaskDefinition(definition);
    assert.deepStrictEqual(task.problems, []);
    return taskRules.flatMap((rule) => {
        const { violations, undecided } = judge(rule, task);
        assert.deepStrictEqual(undecided, []);
        return violations.map((violation) => ({ rule: rule.name, ...violation }));
    });
}

for (const { name: rule } of taskRules) {
    describe(`The rule ${rule}`, () => {
        const examples = examplesOf(rule);

        it("has examples of both kinds, and expects something of each wrong one", () => {
            assert.ok(examples.some(({ name }) => name.startsWith("right-")));
            assert.ok(examples.some(({ name }) => name.startsWith("wrong-")));
            assert.deepStrictEqual(
                examples.filter(({ name, expected }) => name.startsWith("wrong-") !== expected.length > 0).map(({ name }) => name),
                [],
            );
        });

        for (const { name, definition, expected } of examples) {
            const wanted = expected.map((violation) => ({ rule, ...violation }));

            it(`${expected.length === 0 ? "accepts" : "alone rejects"} ${name.replace(/^(right|wrong)-/, "").replaceAll("-", " ")}`, () => {
                assert.deepStrictEqual(judgeAll(definition), wanted);
            });

            it(`says the same of ${name} as the JSON text of a Pulumi resource, and in CloudFormation's spelling`, () => {
                const text = { ...definition, containerDefinitions: JSON.stringify(definition["containerDefinitions"]) };
                assert.deepStrictEqual(judgeAll(text), wanted);
                assert.deepStrictEqual(judgeAll(pascalCase(definition)), wanted);
            });
        }
    });
}

function pascalCase(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(pascalCase);
    }
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.charAt(0).toUpperCase() + key.slice(1), pascalCase(item)]));
    }
    return value;
}
