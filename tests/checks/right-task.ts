import assert from "node:assert/strict";
import { everyRule } from "./every-rule";

export const address = "unix:/sock/neuron-rtd.sock";
export const variable = (name: string, value: unknown) => ({ name, value });
export const mount = (sourceVolume: string, containerPath: string) => ({ sourceVolume, containerPath });

/** A model container of which all is right, beside its sidecar. */
export const model = {
    name: "bert",
    image: "example.org/bert:1",
    dependsOn: [{ containerName: "neuron-rtd", condition: "START" }],
    environment: [variable("NEURON_RTD_ADDRESS", address)],
    mountPoints: [mount("sock", "/sock")],
};
const daemon = {
    name: "neuron-rtd",
    image: "example.org/neuron-rtd:1",
    command: ["neuron-rtd", "-g", address],
    environment: [variable("AWS_NEURON_VISIBLE_DEVICES", "ALL")],
    mountPoints: [mount("sock", "/sock")],
    linuxParameters: { capabilities: { add: ["SYS_ADMIN", "IPC_LOCK"] } },
};
const volumes = [{ name: "sock" }, { name: "data" }];

interface Change {
    readonly model?: object;
    readonly daemon?: object;
    readonly further?: readonly object[];
    readonly rest?: object;
}

function found(change: Change = {}): { violations: readonly string[]; undecided: readonly string[] } {
    const containerDefinitions = [
        { ...model, ...change.model },
        { ...daemon, ...change.daemon },
        ...(change.further ?? []),
    ];
    const { problems, violations, undecided } = everyRule({ containerDefinitions, volumes, ...change.rest });
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
