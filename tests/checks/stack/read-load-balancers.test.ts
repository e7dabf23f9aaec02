import assert from "node:assert/strict";
import { readStack } from "../../../checks/stack/read-stack";
import { UNKNOWN } from "../../../ecs/known";
import { resource } from "../stack-resources";

const targets = resource("targetGroup", "targets", { healthCheck: { interval: 10, unhealthyThreshold: 5 } });

function read(properties: Record<string, unknown>, dependencies: Record<string, string[]> = {}): unknown {
    return readStack([resource("service", "service", properties, dependencies), targets]).starters[0]?.loadBalancers;
}

const one = {
    path: ["loadBalancers", 0],
    containerName: "bert",
    containerPort: 8501,
    targetGroup: { targets: [{ id: "targets", unhealthyAfter: 50 }], elsewhere: false },
};

describe("The load balancers of a service", () => {
    const bert = { containerName: "bert", containerPort: 8501 };

    it("are read with their target groups", () =>
        assert.deepStrictEqual(read({ loadBalancers: [{ ...bert, targetGroupArn: "targets" }] }), [one]));

    it("are read from blocks of Terraform", () =>
        assert.deepStrictEqual(read({ loadBalancer: [{ ...bert, targetGroupArn: "targets" }] }), [
            { ...one, path: ["loadBalancer", 0] },
        ]));

    it("are joined by what went into them, where the ARN is not known", () =>
        assert.deepStrictEqual(
            read({ loadBalancers: [{ ...bert, targetGroupArn: UNKNOWN }] }, { loadBalancers: ["targets"] }),
            [one],
        ));

    it("are none where there are none", () => assert.deepStrictEqual(read({}), []));

    it("are not known where their list is not", () => assert.equal(read({ loadBalancers: UNKNOWN }), UNKNOWN));
});
