import assert from "node:assert/strict";
import { requestPicture } from "../../scripts/request-picture";

const urn = (type: string, name: string) => `urn:pulumi:dev::ask::${type}::${name}`;
const component = (type: string, name: string) => ({
    urn: urn(`ecs-inferentia:index:${type}`, name),
    type: `ecs-inferentia:index:${type}`,
});
const front = component("LoadBalancer", "front");
const resources = [
    component("Cluster", "ml"),
    front,
    component("Route", "bert"),
    component("TaskDefinition", "bert"),
    component("Service", "bert"),
    {
        urn: urn("aws:lb/loadBalancer:LoadBalancer", "front"),
        type: "aws:lb/loadBalancer:LoadBalancer",
        parent: front.urn,
    },
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
        ]);
    });

    it("has an arrow for each step, and colours for light and dark", () => {
        assert.equal(picture.match(/class="tip"/g)?.length, 4);
        assert.match(picture, /prefers-color-scheme: dark/);
    });
});
