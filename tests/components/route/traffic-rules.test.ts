import assert from "node:assert/strict";
import { created, times, traffic } from "./harness";
import { application, right, rightOnNetwork, task } from "./right-route";

describe("route: the ports that it opens", () => {
    it("opens the ephemeral ports, and nothing wider, where Docker chooses the port", async () => {
        const resources = await created({ ...right, container: "proxy", port: 80 });
        const { ingress, egress } = traffic("sg-front", "sg-ml", 32_768, 60_999);
        assert.deepStrictEqual(
            Object.entries(resources).filter(([name]) => name.startsWith("front")),
            [
                ["front-to-ml-32768-60999-egress", egress],
                ["front-to-ml-32768-60999-ingress", ingress],
            ],
        );
    });

    it("checks the server's port beside another one, and opens it too", async () => {
        const healthCheck = { server: "tensorflow-serving", modelName: "bert", readyWithin: 1200 } as const;
        const resources = await created({ ...rightOnNetwork, healthCheck });
        assert.deepStrictEqual(resources["bert"]?.["healthCheck"], {
            protocol: "HTTP",
            path: "/v1/models/bert",
            matcher: "200",
            port: "8501",
            ...times,
        });
        assert.deepStrictEqual(
            Object.keys(resources).filter((name) => name.endsWith("-ingress")),
            ["front-to-ml-8500-ingress", "front-to-ml-8501-ingress"],
        );
    });

    it("reaches tasks with an address of their own through their security group", async () => {
        const awsvpc = { ...task, networkMode: "awsvpc" };
        const resources = await created({ ...right, task: awsvpc, securityGroupIds: ["sg-tasks"] });
        assert.equal(resources["bert"]?.["targetType"], "ip");
        const { ingress } = traffic("sg-front", "sg-tasks", 8501);
        assert.deepStrictEqual(resources["front-to-sg-tasks-8501-ingress"], ingress);
        const closed = await created({ ...right, task: awsvpc });
        assert.deepStrictEqual(Object.keys(closed).sort(), ["bert", "bert-rule"]);
    });

    it("leaves the security groups of a load balancer of one's own as they are", async () => {
        const { allowedCidrBlocks: _, loadBalancerName: __, ...own } = application;
        const resources = await created({ ...right, loadBalancer: own });
        assert.deepStrictEqual(Object.keys(resources).sort(), ["bert", "bert-rule", "sg-front-to-ml-8501-ingress"]);
        const { securityGroupIds: ___, ...without } = own;
        const closed = await created({ ...right, loadBalancer: without });
        assert.deepStrictEqual(Object.keys(closed).sort(), ["bert", "bert-rule"]);
    });
});
