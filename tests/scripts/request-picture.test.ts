import assert from "node:assert/strict";
import { requestPicture } from "../../scripts/request-picture";

const urn = (type: string, name: string) => `urn:pulumi:dev::ask::${type}::${name}`;
const component = (type: string, name: string) => ({
    urn: urn(`ecs-inferentia:index:${type}`, name),
    type: `ecs-inferentia:index:${type}`,
});
const front = component("LoadBalancer", "front");
const ml = component("Cluster", "ml");
const part = (parent: { urn: string }, type: string) => ({ urn: urn(type, "part"), type, parent: parent.urn });
const resources = [
    ml,
    part(ml, "aws:autoscaling/group:Group"),
    part(ml, "aws:cloudwatch/logGroup:LogGroup"),
    part(ml, "aws:ec2/launchTemplate:LaunchTemplate"),
    part(ml, "aws:ecs/cluster:Cluster"),
    front,
    component("Route", "bert"),
    component("TaskDefinition", "bert"),
    component("Service", "bert"),
    part(front, "aws:lb/loadBalancer:LoadBalancer"),
];

describe("The picture of a request", () => {
    const picture = requestPicture({ deployment: { resources } });
    const texts = Array.from(picture.matchAll(/<text[^>]*>([^<]*)</g), ([, text]) => text);

    it("has the components in the order in which a request comes by, and what they create", () => {
        assert.deepStrictEqual(texts, [
            "request",
            "LoadBalancer front",
            "takes requests",
            "lb.LoadBalancer",
            "Route bert",
            "sends them to a healthy task",
            "Service bert",
            "keeps tasks running, rolls back",
            "TaskDefinition bert",
            "the model and its Neuron devices",
            "Cluster ml",
            "instances with chips, as needed",
            "autoscaling.Group · cloudwatch.LogGroup · ec2.LaunchTemplate",
            "ecs.Cluster",
        ]);
    });

    it("is no wider than the column in which GitHub and npm show README, so that its text keeps its size", () => {
        assert.match(picture, /viewBox="0 0 760 \d+" width="760"/);
    });

    it("has an arrow for each step, and colours for light and dark", () => {
        assert.equal(picture.match(/class="tip"/g)?.length, 4);
        assert.match(picture, /prefers-color-scheme: dark/);
    });
});
