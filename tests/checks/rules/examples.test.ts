import assert from "node:assert/strict";
import { defaultConfiguration } from "../../../checks/configuration/read-configuration";
import { examplesOf } from "../../../checks/examples";
import type { ExpectedFinding } from "../../../checks/examples/example";
import { checkStack } from "../../../checks/judge/check-stack";
import { rules } from "../../../checks/rules";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { pascalCase } from "../pascal-case";
import { isTemplate, resourcesOf } from "../template";
import { propertyText } from "../../../checks/phrasing/property-text";
import { messageOf } from "../../../checks/phrasing/sentence";

type Finding = ExpectedFinding & { readonly rule: string };

function findingsIn(resources: readonly SourceResource[]): Finding[] {
    const { findings } = checkStack(resources, defaultConfiguration);
    assert.deepStrictEqual(
        findings.filter(({ kind }) => kind !== "violation"),
        [],
    );
    return findings.map((one) => ({
        rule: one.rule,
        resource: one.resource,
        path: propertyText(one),
        message: messageOf(one),
    }));
}

function findingsInTask(definition: unknown): Omit<Finding, "resource">[] {
    const properties = definition as Record<string, unknown>;
    const findings = findingsIn([{ id: "task", type: "AWS::ECS::TaskDefinition", properties }]);
    return findings.map(({ rule, path, message }) => ({ rule, path, message }));
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
                    assert.deepStrictEqual(findingsIn(resourcesOf(definition)), wanted);
                });
                continue;
            }

            it(
                `${findings.length === 0 ? "accepts" : others ? "with another one rejects" : "alone rejects"}: ` +
                    title,
                () => {
                    assert.deepStrictEqual(findingsInTask(definition), wanted);
                },
            );

            it(`says the same of a JSON text in a Pulumi resource, and in CloudFormation's spelling: ${title}`, () => {
                const text = {
                    ...definition,
                    containerDefinitions: JSON.stringify(definition["containerDefinitions"]),
                };
                assert.deepStrictEqual(findingsInTask(text), wanted);
                assert.deepStrictEqual(findingsInTask(pascalCase(definition)), wanted);
            });
        }
    });
}
