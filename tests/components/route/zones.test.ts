import assert from "node:assert/strict";
import { Route, type RouteArgs } from "../../../components";
import { register, type Calls } from "../mocked-engine";
import { failing } from "../refused-lookups";
import { pool, right, task } from "./right-route";

const getSubnet = "aws:ec2/getSubnet:getSubnet";
const withSubnets = (subnetIds: string[] | undefined): RouteArgs => ({
    ...right,
    task: { ...task, pool: { ...pool, subnetIds } },
});
const elsewhere = withSubnets(["subnet-0a", "subnet-0e"]);

async function route(args: RouteArgs, calls: Calls): Promise<void> {
    await register(() => new Route("bert", args), undefined, false, { calls });
}

describe("route: the zones of its load balancer", () => {
    const refused: [string, Calls, string][] = [
        [
            "a load balancer without a zone of the instances",
            {},
            "are in us-east-1a, us-east-1b, but the instances of the task's pool can be in us-east-1e, where the load " +
                "balancer reaches none; give it a subnet there",
        ],
        [
            "subnets that cannot be looked up",
            { [getSubnet]: failing("operation error EC2: ExpiredToken: The security token included is expired") },
            "cannot be looked up: the AWS credentials have expired; sign in again",
        ],
    ];
    for (const [what, calls, problem] of refused) {
        it(`refuses ${what}`, async () => {
            await assert.rejects(route(elsewhere, calls), {
                message: `Route "bert" has a wrong argument:\n  - loadBalancer.subnetIds ${problem}`,
            });
        });
    }

    it("takes instances in other subnets of its zones", async () => {
        await route(elsewhere, { [getSubnet]: ({ id }) => ({ id, availabilityZone: "us-east-1a" }) });
    });

    for (const [what, subnetIds] of [
        ["it has each subnet of the instances", ["subnet-0b"]],
        ["the instances' subnets are not known", undefined],
    ] as const) {
        it(`looks up no zone where ${what}`, async () => {
            await route(withSubnets(subnetIds && [...subnetIds]), { [getSubnet]: failing("looked up") });
        });
    }
});
