import assert from "node:assert/strict";
import { Cluster, type ClusterArgs } from "../../../components";
import { children, register, type Registered } from "../mocked-engine";

/** A right cluster of one pool. */
export const one: ClusterArgs = { instanceType: "inf1.xlarge" };

export function messageOf(problems: readonly string[]): string {
    const count = problems.length === 1 ? "a wrong argument" : `${problems.length} wrong arguments`;
    return `Cluster "ml" has ${count}:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`;
}

/** Refuses a right cluster with each of the changes. */
export function refuses(
    cases: readonly (readonly [what: string, change: object, problems: readonly string[]])[],
): void {
    for (const [what, change, problems] of cases) {
        it(`refuses ${what} before it registers a child`, async () => {
            let registered: readonly Registered[] = [];
            await assert.rejects(
                register(
                    () => new Cluster("ml", { ...one, ...change }),
                    (so) => (registered = children(so)),
                ),
                { name: "InvalidArgumentsError", message: messageOf(problems) },
            );
            assert.deepStrictEqual(registered, []);
        });
    }
}

/** The names of the resources that must be destroyed before one of them: all that depend on it, however far. */
export function before(name: string, dependencies: Record<string, readonly string[]>): string[] {
    const direct = Object.keys(dependencies).filter((one) => dependencies[one]?.includes(name));
    return [...new Set(direct.flatMap((one) => [one, ...before(one, dependencies)]))].sort();
}
