import assert from "node:assert/strict";
import { judgeTask } from "../../../checks/judge/judge-task";
import { judgeStack } from "../judge-stack";
import { UNKNOWN } from "../../../ecs/known";
import { isWithin, type Path } from "../../../ecs/path";
import { rules, stackRules, taskRules } from "../../../checks/rules";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { readStack } from "../../../checks/stack/read-stack";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { examplesOf } from "../../../checks/examples";
import { partOf } from "../property-runs";
import { isTemplate, resourcesOf } from "../template";

/** What was said, as `rule resource`. */
interface Said {
    readonly violated: ReadonlySet<string>;
    readonly undecided: ReadonlySet<string>;
}

/** The paths of everything in a value that is known. */
function* places(value: unknown, path: Path = []): Iterable<Path> {
    if (value === UNKNOWN) {
        return;
    }
    if (path.length > 0) {
        yield path;
    }
    if (typeof value === "object" && value !== null) {
        for (const key of Object.keys(value)) {
            yield* places((value as Record<string, unknown>)[key], [...path, Array.isArray(value) ? Number(key) : key]);
        }
    }
}

function withUnknown(value: unknown, [key, ...rest]: Path): unknown {
    if (key === undefined) {
        return UNKNOWN;
    }
    if (Array.isArray(value)) {
        return value.map((item: unknown, index) => (index === key ? withUnknown(item, rest) : item));
    }
    const fields = value as Record<string, unknown>;
    return { ...fields, [key]: withUnknown(fields[key], rest) };
}

function ofTask(definition: unknown): Said {
    const task = readTaskDefinition(definition);
    assert.deepStrictEqual(task.problems, []);
    return said(taskRules.map((rule) => ({ key: rule.name, ...judgeTask(rule, task) })));
}

function ofStack(resources: readonly SourceResource[]): Said {
    const stack = readStack(resources);
    return said(
        stackRules.flatMap((rule) =>
            judgeStack(rule, stack).map((one) => ({ key: `${rule.name} ${one.resource}`, ...one })),
        ),
    );
}

function said(
    outcomes: readonly { key: string; violations: readonly unknown[]; undecided: readonly unknown[] }[],
): Said {
    return {
        violated: new Set(outcomes.filter(({ violations }) => violations.length > 0).map(({ key }) => key)),
        undecided: new Set(outcomes.filter(({ undecided }) => undecided.length > 0).map(({ key }) => key)),
    };
}

/** What is said wrongly while a value is not known: a violation that is none, or nothing where there is one. */
function differences(before: Said, after: Said): string[] {
    return [
        ...[...after.violated].filter((key) => !before.violated.has(key)).map((key) => `${key} accuses`),
        ...[...before.violated]
            .filter((key) => !after.violated.has(key) && !after.undecided.has(key))
            .map((key) => `${key} says nothing`),
    ];
}

describe("While any one value of an example is not known", () => {
    for (const { name } of rules) {
        it(`no rule says what it does not know, and none is silent about what it cannot decide: ${name}`, () => {
            for (const [list, example] of examplesOf(name).entries()) {
                const { definition } = example;
                const wrong: string[] = [];
                if (isTemplate(definition)) {
                    const resources = resourcesOf(definition);
                    const before = ofStack(resources);
                    for (const [index, { id, properties }] of resources.entries()) {
                        for (const path of partOf(places(properties), list)) {
                            const after = ofStack(
                                withUnknown(resources, [index, "properties", ...path]) as SourceResource[],
                            );
                            wrong.push(
                                ...differences(before, after).map(
                                    (difference) => `${id}.${path.join(".")}: ${difference}`,
                                ),
                            );
                        }
                    }
                } else {
                    const before = ofTask(definition);
                    for (const path of partOf(places(definition), list)) {
                        const after = ofTask(withUnknown(definition, path));
                        wrong.push(
                            ...differences(before, after).map((difference) => `${path.join(".")}: ${difference}`),
                        );
                    }
                }
                assert.deepStrictEqual(wrong, [], example.title);
            }
        });
    }
});

describe("What a rule could not decide", () => {
    for (const { name } of rules) {
        it(`is said to be the value that is not known, or what holds it: ${name}`, () => {
            const examples = examplesOf(name).filter((one) => !isTemplate(one.definition));
            for (const [list, { title: example, definition }] of examples.entries()) {
                for (const path of partOf(places(definition), list)) {
                    const task = readTaskDefinition(withUnknown(definition, path));
                    const said = taskRules.flatMap((rule) => judgeTask(rule, task).undecided);
                    assert.deepStrictEqual(
                        said.filter(
                            (one) => one.path.length === 0 || !(isWithin(path, one.path) || isWithin(one.path, path)),
                        ),
                        [],
                        `${example}: ${path.join(".")}`,
                    );
                }
            }
        });
    }
});
