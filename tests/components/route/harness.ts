import assert from "node:assert/strict";
import { Route, type RouteArgs } from "../../../components";
import type { WithRecords } from "../../../components/engine/record";
import { routeFields } from "../../../components/route/args";
import { checkRoute } from "../../../components/route/check";
import { problemsOf, type ArgumentCheck } from "../../../components/validation/validate";
import { children, register, type Registered, type Watch } from "../mocked-engine";
import { right } from "./right-route";

function problems(args: object): string[] {
    const check: ArgumentCheck<WithRecords<RouteArgs>> = { fields: routeFields, together: checkRoute };
    return problemsOf("Route", args as Record<string, unknown>, check).map(
        ({ propertyPath, reason }) => `${propertyPath} ${reason}`,
    );
}

/** Takes arguments that are right but for the change. */
export function takes(cases: readonly (readonly [what: string, change: object, base?: object])[]): void {
    for (const [what, change, base = right] of cases) {
        it(`takes ${what}`, () => assert.deepStrictEqual(problems({ ...base, ...change }), []));
    }
}

/** Refuses them, with these problems. */
export function refuses(
    cases: readonly (readonly [what: string, change: object, problems: readonly string[], base?: object])[],
): void {
    for (const [what, change, found, base = right] of cases) {
        it(`refuses ${what}`, () => assert.deepStrictEqual(problems({ ...base, ...change }), found));
    }
}

type Inputs = Record<string, Record<string, unknown>>;

/** The inputs of the children by their names. */
export function byName(registered: readonly Registered[]): Inputs {
    return Object.fromEntries(children(registered).map(({ name, inputs }) => [name, inputs]));
}

/** What a route creates, by name. */
export async function created(args: RouteArgs, watch: Watch = {}): Promise<Inputs> {
    return byName(await register(() => new Route("bert", args), undefined, false, watch));
}

/** The target group of a route. */
export const groupArn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/bert";

/** The times of a health check that says nothing of them. */
export const times = { interval: 20, timeout: 10, healthyThreshold: 2, unhealthyThreshold: 3 };

/** The rules that let one security group reach another. */
export const traffic = (from: string, to: string, fromPort: number, toPort = fromPort) => ({
    ingress: { ipProtocol: "tcp", fromPort, toPort, securityGroupId: to, referencedSecurityGroupId: from },
    egress: { ipProtocol: "tcp", fromPort, toPort, securityGroupId: from, referencedSecurityGroupId: to },
});
