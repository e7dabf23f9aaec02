import assert from "node:assert/strict";
import { Route } from "../../../components";
import { register } from "../mocked-engine";
import { right } from "./right-route";

describe("route: the rules that let the load balancer reach the targets", () => {
    it("opens a port once for several routes", async () => {
        const resources = await register(() => {
            new Route("bert", { ...right, hosts: ["bert.example.com"] });
            new Route("other", { ...right, hosts: ["other.example.com"] });
        });
        assert.deepStrictEqual(
            resources.filter(({ name }) => name.startsWith("front-")).map(({ name }) => name),
            ["front-to-ml-8501-egress", "front-to-ml-8501-ingress"],
        );
    });
});
