import assert from "node:assert/strict";
import { guide } from "../../checks/examples/bases/guide";
import { everyRule } from "./every-rule";

export const address = "unix:/sock/neuron-rtd.sock";
export const variable = (name: string, value: unknown) => ({ name, value });
export const mount = (sourceVolume: string, containerPath: string) => ({ sourceVolume, containerPath });

const { containerDefinitions, volumes } = guide.definition;

/** The guide's model container, and its sidecar. */
export const [model, sidecar] = containerDefinitions as unknown as [
    (typeof containerDefinitions)[0],
    (typeof containerDefinitions)[1],
];

interface Change {
    readonly model?: object;
    readonly daemon?: object;
    readonly further?: readonly object[];
    readonly rest?: object;
}

/** The guide's task definition with properties of its parts replaced, and with a second volume, `data`. */
export function rightTask(change: Change = {}) {
    return {
        containerDefinitions: [
            { ...model, ...change.model } as Record<string, unknown>,
            { ...sidecar, ...change.daemon } as Record<string, unknown>,
            ...((change.further ?? []) as Record<string, unknown>[]),
        ],
        volumes: [...volumes, { name: "data" }],
        ...change.rest,
    };
}

function found(change: Change): { violations: readonly string[]; undecided: readonly string[] } {
    const { problems, violations, undecided } = everyRule(rightTask(change));
    assert.deepStrictEqual(problems, []);
    return { violations, undecided };
}

export const nothing = { violations: [], undecided: [] };
export const violates = (...violations: string[]) => ({ violations, undecided: [] });
export const leaves = (...undecided: string[]) => ({ violations: [], undecided });
export const first = "containerDefinitions[0]";
export const second = "containerDefinitions[1]";
export const third = "containerDefinitions[2]";
export const plain = (name: unknown, ...awaited: string[]) => ({
    name,
    image: "example.org/app:1",
    dependsOn: awaited.map((containerName) => ({ containerName, condition: "START" })),
});
export const awaiting = (...names: string[]) => ({
    dependsOn: names.map((containerName) => ({ containerName, condition: "START" })),
});

/** Cases of one change to a right task definition, and all that the rules say of it. */
export function specify(
    title: string,
    cases: readonly (readonly [
        what: string,
        change: Change,
        expected: { violations: readonly string[]; undecided: readonly string[] },
    ])[],
): void {
    describe(title, () => {
        for (const [what, change, expected] of cases) {
            it(what, () => assert.deepStrictEqual(found(change), expected));
        }
    });
}
