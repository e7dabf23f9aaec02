import assert from "node:assert/strict";
import { refuseIgnoredChange } from "../../../components/service/ignored-change";

describe("A change of load balancers that ECS owns", () => {
    const blue = { loadBalancers: [{ targetGroupArn: "blue", containerName: "bert", containerPort: 8501 }] };

    it("is refused, with what sends it", () => {
        const green = { loadBalancers: [{ ...blue.loadBalancers[0], targetGroupArn: "green" }] };
        for (const next of [green, {}]) {
            assert.throws(() => refuseIgnoredChange("bert", blue, next), {
                message:
                    'Service "bert" changes loadBalancers, which ECS owns with another strategy than ROLLING, as it swaps ' +
                    "the target groups; give ignoreLoadBalancers: false for this update, with the target groups as they " +
                    "stand in ECS now",
            });
        }
    });

    const shifted = {
        deploymentConfiguration: { strategy: "CANARY" },
        routes: [
            { targetGroupArn: "blue", containerName: "bert", containerPort: 80, alternateTargetGroupArn: "green" },
        ],
    };
    const [route] = shifted.routes;

    it("is refused of routes too, also where the strategy alone changes what they tell ECS", () => {
        const others = [
            { ...shifted, routes: [{ ...route, containerPort: 81 }] },
            { ...shifted, routes: [] },
            { routes: shifted.routes },
        ];
        for (const other of others) {
            assert.throws(() => refuseIgnoredChange("bert", other, shifted), /Service "bert" changes routes, /);
        }
    });

    it("is none where a route gives its tasks another time to load", () => {
        refuseIgnoredChange("bert", shifted, { ...shifted, routes: [{ ...route, readyWithin: 60 }] });
    });

    it("is none where something else changes", () => {
        refuseIgnoredChange("bert", blue, { ...blue, desiredCount: 2 });
    });
});
