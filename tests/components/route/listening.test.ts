import assert from "node:assert/strict";
import { created, groupArn } from "./harness";
import { network, right, rightOnNetwork } from "./right-route";

describe("route: the rule or the listener", () => {
    it("takes all requests at the last place, where it asks for nothing", async () => {
        const { "bert-rule": rule } = await created(right);
        assert.deepStrictEqual(
            [rule?.["priority"], rule?.["conditions"]],
            [50_000, [{ pathPattern: { values: ["/*"] } }]],
        );
    });

    it("stands at the priority that it is given, with hosts alone", async () => {
        const { "bert-rule": rule } = await created({ ...right, hosts: ["bert.example.com"], priority: 7 });
        assert.deepStrictEqual(
            [rule?.["priority"], rule?.["conditions"]],
            [7, [{ hostHeader: { values: ["bert.example.com"] } }]],
        );
    });

    it("decrypts TLS with the load balancer's certificate, at a port of its own", async () => {
        const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b";
        const { "bert-listener": listener, bert } = await created({
            ...rightOnNetwork,
            loadBalancer: { ...network, certificateArn },
            protocol: "TLS",
            listenerPort: 443,
        });
        assert.deepStrictEqual(listener, {
            loadBalancerArn: network.loadBalancerArn,
            port: 443,
            protocol: "TLS",
            certificateArn,
            sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
            defaultActions: [{ type: "forward", targetGroupArn: groupArn }],
        });
        assert.equal(bert?.["protocol"], "TCP");
    });
});
