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

    it("is none where something else changes", () => {
        refuseIgnoredChange("bert", blue, { ...blue, desiredCount: 2 });
    });
});
