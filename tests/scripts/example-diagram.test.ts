import assert from "node:assert/strict";
import { diagramOf, withDiagram } from "../../scripts/example-diagram";

const urn = (type: string, name: string) => `urn:pulumi:dev::balanced::${type}::${name}`;
const stack = urn("pulumi:pulumi:Stack", "balanced-dev");
const front = urn("ecs-inferentia:index:LoadBalancer", "front");
const service = urn("ecs-inferentia:index:Service", "bert");
const balancer = urn("ecs-inferentia:index:LoadBalancer$aws:lb/loadBalancer:LoadBalancer", "front");
const rule = (name: string) => urn("ecs-inferentia:index:LoadBalancer$aws:vpc/rule:Rule", name);

const exported = {
    deployment: {
        resources: [
            { urn: stack, type: "pulumi:pulumi:Stack" },
            { urn: urn("pulumi:providers:aws", "default"), type: "pulumi:providers:aws" },
            { urn: service, type: "ecs-inferentia:index:Service", parent: stack },
            { urn: front, type: "ecs-inferentia:index:LoadBalancer", parent: stack },
            { urn: balancer, type: "aws:lb/loadBalancer:LoadBalancer", parent: front },
            { urn: rule("a"), type: "aws:vpc/rule:Rule", parent: front, dependencies: [balancer] },
            { urn: rule("b"), type: "aws:vpc/rule:Rule", parent: front, dependencies: [balancer] },
            {
                urn: urn("ecs-inferentia:index:Service$aws:ecs/service:Service", "bert-service"),
                type: "aws:ecs/service:Service",
                parent: service,
                dependencies: [balancer, rule("a")],
            },
        ],
    },
};

describe("The diagram of an example", () => {
    it("has its components with their resources, and an arrow where one comes after another", () => {
        assert.equal(
            diagramOf(exported),
            [
                "```mermaid",
                "flowchart LR",
                '    n0["<b>LoadBalancer front</b><br/>lb.LoadBalancer<br/>2 × vpc.Rule"]',
                '    n1["<b>Service bert</b><br/>ecs.Service"]',
                "    n1 --> n0",
                "```",
            ].join("\n"),
        );
    });

    it("goes to its place in a README, which must have one", () => {
        const [begin, end] = ["<!-- diagram:begin -->", "<!-- diagram:end -->"];
        assert.equal(withDiagram(`a\n${begin}\nold\n${end}\nb`, "new"), `a\n${begin}\n\nnew\n\n${end}\nb`);
        assert.throws(() => withDiagram("a", "new"), /must have/);
    });
});
