import assert from "node:assert/strict";
import { Cluster, Pool, type ClusterArgs, type PoolArgs } from "../../../components";
import { poolFields, type ClusterPool } from "../../../components/pool/args";
import { checkPool } from "../../../components/pool/check";
import { problemsOf, type ArgumentCheck } from "../../../components/validation/validate";
import { children, register, type Watch } from "../mocked-engine";

/** The EC2 types of Inf1, and all, as messages name them. */
export const inf1 = "inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge";
export const types = `${inf1}, inf2.xlarge, inf2.8xlarge, inf2.24xlarge, inf2.48xlarge`;

const check: ArgumentCheck<ClusterPool> = {
    fields: poolFields,
    together: (args, problems) => checkPool(args, "", problems),
};

function problems(args: object): string[] {
    return problemsOf("a pool", { instanceType: "inf1.xlarge", ...args }, check).map(
        ({ propertyPath, reason }) => `${propertyPath} ${reason}`,
    );
}

/** Accepts arguments that are right but for the change. */
export function accepts(cases: readonly (readonly [what: string, change: object])[]): void {
    for (const [what, change] of cases) {
        it(`accepts ${what}`, () => assert.deepStrictEqual(problems(change), []));
    }
}

/** Refuses them, with these problems. */
export function refuses(
    cases: readonly (readonly [what: string, change: object, problems: readonly string[]])[],
): void {
    for (const [what, change, found] of cases) {
        it(`refuses ${what}`, () => assert.deepStrictEqual(problems(change), found));
    }
}

type Inputs = Record<string, Record<string, unknown>>;

/** What a cluster of one pool creates, by name. */
export async function inputsOf(args: ClusterArgs): Promise<Inputs> {
    const registered = await register(() => new Cluster("ml", { instanceType: "inf1.xlarge", ...args }));
    return Object.fromEntries(children(registered).map(({ name, inputs }) => [name, inputs]));
}

/** The arguments of a pool for a cluster of somebody else. */
export const ofPool = { clusterName: "shared", instanceType: "inf1.xlarge" } as const;

/** What such a pool creates, by name. */
export async function alone(args: PoolArgs, watch: Watch = {}): Promise<Inputs> {
    const registered = await register(() => new Pool("inf", args), undefined, false, watch);
    return Object.fromEntries(children(registered).map(({ name, inputs }) => [name, inputs]));
}

/** How a pool refuses arguments. */
export const refusal = (...problems: string[]) => {
    const count = problems.length === 1 ? "a wrong argument" : `${problems.length} wrong arguments`;
    return {
        name: "InvalidArgumentsError",
        message: `Pool "inf" has ${count}:\n${problems.map((one) => `  - ${one}`).join("\n")}`,
    };
};

/** The user data of a cluster's one pool. */
export function script(resources: Inputs): string {
    return Buffer.from(String(resources["ml-instance-template"]?.["userData"]), "base64").toString();
}
