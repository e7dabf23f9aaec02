import assert from "node:assert/strict";
import { Cluster, type ClusterArgs } from "../../components";
import { register, type Calls } from "./mocked-engine";

export const minimal: ClusterArgs = { instanceType: "inf1.xlarge" };

/** A call to AWS that fails. */
export function failing(message: string): () => never {
    return () => {
        throw new Error(message);
    };
}

/** What is wrong, a cluster's arguments, how AWS answers, and the problem. */
type Refusal = readonly [what: string, args: ClusterArgs, calls: Calls, problem: string];

export function refusesLookups(...cases: readonly Refusal[]): void {
    for (const [what, args, calls, problem] of cases) {
        it(`refuses ${what}, by the argument's name`, async () => {
            await assert.rejects(
                register(() => new Cluster("ml", args), undefined, false, { calls }),
                {
                    name: "InvalidArgumentsError",
                    message: `Cluster "ml" has a wrong argument:\n  - ${problem}`,
                },
            );
        });
    }
}
