import assert from "node:assert/strict";
import { LoadBalancer, type LoadBalancerArgs } from "../../../components";
import { loadBalancerCheck } from "../../../components/load-balancer/check";
import { problemsOf } from "../../../components/validation/validate";
import { children, register, type Watch } from "../mocked-engine";

export const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b";

function problems(args: object): string[] {
    return problemsOf("LoadBalancer", { certificateArn, ...args }, loadBalancerCheck).map(
        ({ propertyPath, reason }) => `${propertyPath} ${reason}`,
    );
}

/** Takes arguments that are right but for the change. */
export function takes(cases: readonly (readonly [what: string, change: object])[]): void {
    for (const [what, change] of cases) {
        it(`takes ${what}`, () => assert.deepStrictEqual(problems(change), []));
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

/** A network of one's own. */
export const own = { vpcId: "vpc-01", subnetIds: ["subnet-0a", "subnet-0b"] };
/** AWS's load balancer. */
export const balancerArn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/front";

type Inputs = Record<string, Record<string, unknown>>;

/** What a load balancer creates, by name. */
export async function created(args: LoadBalancerArgs, watch: Watch = {}): Promise<Inputs> {
    const registered = await register(() => new LoadBalancer("front", args), undefined, false, watch);
    return Object.fromEntries(children(registered).map(({ name, inputs }) => [name, inputs]));
}

/** A rule that lets a range of addresses reach a port. */
export const from = (port: number, range: object) => ({
    securityGroupId: "front-balancer-group-id",
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
    ...range,
});
/** The answer where no route takes a request. */
export const noRoute = {
    type: "fixed-response",
    fixedResponse: { contentType: "text/plain", messageBody: "No route", statusCode: "404" },
};
