import assert from "node:assert/strict";
import { judge } from "../../../checks/judge/judge";
import { judgeStack } from "../../../checks/judge/judge-stack";
import { rules, stackRules, taskRules } from "../../../checks/rules";
import { readStack } from "../../../checks/stack/read-stack";
import { readTaskDefinition } from "../../../checks/task/read-task-definition";
import type { TaskDefinition } from "../../../checks/task/task-definition";
import { examplesOf, type ExpectedFinding } from "../examples";
import { isTemplate, resourcesOf, type Template } from "../template";
import { pascalCase } from "../pascal-case";

type Finding = ExpectedFinding & { readonly rule: string };

function judgeTask(task: TaskDefinition, resource?: string): Finding[] {
    assert.deepStrictEqual(task.problems, []);
    return taskRules.flatMap((rule) => {
        const { violations, undecided } = judge(rule, task);
        assert.deepStrictEqual(undecided, []);
        return violations.map((violation) => ({
            rule: rule.name,
            ...(resource === undefined ? {} : { resource }),
            ...violation,
        }));
    });
}

function judgeTemplate(template: Template): Finding[] {
    const stack = readStack(resourcesOf(template));
    const around = stackRules.flatMap((rule) =>
        judgeStack(rule, stack).flatMap(({ resource, violations, undecided }) => {
            assert.deepStrictEqual(undecided, []);
            return violations.map((violation) => ({ rule: rule.name, resource, ...violation }));
        }),
    );
    return [...stack.taskDefinitions.flatMap(({ id, task }) => judgeTask(task, id)), ...around];
}

for (const { name: rule } of rules) {
    describe(`The rule ${rule}`, () => {
        const examples = examplesOf(rule);

        it("has examples of both kinds, and expects something of each wrong one", () => {
            assert.ok(examples.some(({ name }) => name.startsWith("right-")));
            assert.ok(examples.some(({ name }) => name.startsWith("wrong-")));
            assert.deepStrictEqual(
                examples
                    .filter(
                        ({ name, expected }) =>
                            name.startsWith("wrong-") !== expected.some((finding) => finding.rule === undefined),
                    )
                    .map(({ name }) => name),
                [],
            );
        });

        for (const { name, definition, expected } of examples) {
            const wanted = expected.map((finding) => ({ rule, ...finding }));
            const others = expected.some((finding) => finding.rule !== undefined);

            if (isTemplate(definition)) {
                it(`${expected.length === 0 ? "accepts" : "alone rejects"} ${words(name)}`, () => {
                    assert.deepStrictEqual(judgeTemplate(definition), wanted);
                });
                continue;
            }

            it(
                `${expected.length === 0 ? "accepts" : others ? "with another one rejects" : "alone rejects"} ` +
                    `${words(name)}`,
                () => {
                    assert.deepStrictEqual(judgeTask(readTaskDefinition(definition)), wanted);
                },
            );

            it(`says the same of ${name} as the JSON text of a Pulumi resource, and in CloudFormation's spelling`, () => {
                const text = {
                    ...definition,
                    containerDefinitions: JSON.stringify(definition["containerDefinitions"]),
                };
                assert.deepStrictEqual(judgeTask(readTaskDefinition(text)), wanted);
                assert.deepStrictEqual(judgeTask(readTaskDefinition(pascalCase(definition))), wanted);
            });
        }
    });
}

function words(name: string): string {
    return name.replace(/^(right|wrong)-/, "").replaceAll("-", " ");
}
