import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { ServiceArgs } from "../../../components";
import { loadBalancers, optionsOf } from "./harness";
import { minimal } from "./right-service";

describe("Service, whose load balancers ECS may change,", () => {
    const configurations: readonly [what: string, args: Partial<ServiceArgs>, ignored: readonly string[]][] = [
        ["blue/green deployments", { deploymentConfiguration: { strategy: "BLUE_GREEN" } }, ["loadBalancers"]],
        ["canary deployments", { deploymentConfiguration: { strategy: "CANARY" } }, ["loadBalancers"]],
        ["linear deployments", { deploymentConfiguration: { strategy: "LINEAR" } }, ["loadBalancers"]],
        [
            "a strategy that an output decides",
            { deploymentConfiguration: pulumi.output({ strategy: "ROLLING" }) },
            ["loadBalancers"],
        ],
        ["rolling deployments", { deploymentConfiguration: { strategy: "ROLLING" } }, []],
        ["no strategy", { deploymentConfiguration: { bakeTimeInMinutes: "5" } }, []],
        [
            "blue/green deployments, of which the program sends the load balancers this once",
            { deploymentConfiguration: { strategy: "BLUE_GREEN" }, ignoreLoadBalancers: false },
            [],
        ],
    ];
    for (const [what, change, ignored] of configurations) {
        it(`leaves ${ignored.join(", ") || "nothing"} as ECS has it with ${what}`, async () => {
            const { ignoreChanges } = await optionsOf({ ...minimal, loadBalancers, ...change });
            assert.deepStrictEqual(ignoreChanges, ignored);
        });
    }
});
