import assert from "node:assert/strict";
import { judge } from "../../../checks/judge/judge";
import { judgeStack } from "../../../checks/judge/judge-stack";
import { rules, stackRules, taskRules } from "../../../checks/rules";
import { readStack } from "../../../checks/stack/read";
import { readTaskDefinition } from "../../../checks/task/read";
import type { TaskDefinition } from "../../../checks/task/model";
import { examplesOf } from "../../../checks/examples";
import type { Finding as ExpectedFinding } from "../../../checks/examples/example";
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

        it("has right and wrong examples, and finds something itself in each wrong one", () => {
            assert.ok(examples.some(({ findings }) => findings.length === 0));
            assert.ok(examples.some(({ findings }) => findings.length > 0));
            assert.deepStrictEqual(
                examples
                    .filter(({ findings }) => findings.length > 0 && findings.every((one) => one.rule !== undefined))
                    .map(({ title }) => title),
                [],
            );
        });

        it("has one example of a title", () => {
            const titles = examples.map(({ title }) => title);
            assert.deepStrictEqual([...new Set(titles)], titles);
        });

        for (const { title, definition, findings } of examples) {
            const wanted = findings.map((finding) => ({ rule, ...finding }));
            const others = findings.some((finding) => finding.rule !== undefined);

            if (isTemplate(definition)) {
                it(`${findings.length === 0 ? "accepts" : "alone rejects"}: ${title}`, () => {
                    assert.deepStrictEqual(judgeTemplate(definition), wanted);
                });
                continue;
            }

            it(
                `${findings.length === 0 ? "accepts" : others ? "with another one rejects" : "alone rejects"}: ` +
                    title,
                () => {
                    assert.deepStrictEqual(judgeTask(readTaskDefinition(definition)), wanted);
                },
            );

            it(`says the same of a JSON text in a Pulumi resource, and in CloudFormation's spelling: ${title}`, () => {
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
