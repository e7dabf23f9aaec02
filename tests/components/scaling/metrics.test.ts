import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Route, Scaling } from "../../../components";
import { children, register } from "../mocked-engine";
import { right } from "../route/right-route";
import { backlog, backlogPerTask, bounds, created, predefined, route, target, tracking } from "./harness";

describe("Scaling, by a metric,", () => {
    it("holds CPU, memory and requests of a target", async () => {
        const args = { ...bounds, cpu: 60, memory: 80, requestsPerTarget: 20, route };
        assert.deepStrictEqual(await created(args), {
            "Target bert-target": target,
            "Policy bert-cpu": predefined("ECSServiceAverageCPUUtilization", 60),
            "Policy bert-memory": predefined("ECSServiceAverageMemoryUtilization", 80),
            "Policy bert-requests": predefined("ALBRequestCountPerTarget", 20, {
                resourceLabel: "app/front/8091a2b3c4d5e6f7/targetgroup/bert/0a1b2c3d4e5f6071",
            }),
        });
    });

    it("holds a metric of one's own, with the cooldowns and the tags that it is given", async () => {
        const metric = { namespace: "own", metricName: "Waiting", dimensions: { Model: "bert" }, target: 0.5 };
        const cooldowns = { scaleInCooldown: 1200, scaleOutCooldown: 60 };
        assert.deepStrictEqual(await created({ ...bounds, metric, ...cooldowns, tags: { team: "ml" } }), {
            "Target bert-target": { ...target, tags: { team: "ml" } },
            "Policy bert-metric": tracking(
                {
                    targetValue: 0.5,
                    customizedMetricSpecification: {
                        namespace: "own",
                        metricName: "Waiting",
                        statistic: "Average",
                        dimensions: [{ name: "Model", value: "bert" }],
                    },
                },
                cooldowns,
            ),
        });
    });

    it("holds the backlog of a queue for each task", async () => {
        assert.deepStrictEqual(await created({ ...bounds, backlogPerTask }), {
            "Target bert-target": target,
            "Policy bert-backlog": backlog,
        });
    });

    it("takes a route, its output, and one that the program writes out, and waits for its rule", async () => {
        for (const reference of [(one: Route) => one, (one: Route) => one.target]) {
            const dependencies: Record<string, readonly string[]> = {};
            const registered = await register(
                () => {
                    const requests = { requestsPerTarget: 20, route: reference(new Route("serving", right)) };
                    new Scaling("bert", { ...bounds, ...requests });
                },
                undefined,
                false,
                { dependencies },
            );
            const policy = children(registered).find(({ name }) => name === "bert-requests")?.inputs;
            const resourceLabel = "app/front/1/targetgroup/serving";
            assert.deepStrictEqual(policy, predefined("ALBRequestCountPerTarget", 20, { resourceLabel }));
            assert.ok(dependencies["bert-requests"]?.includes("serving-rule"));
        }
        const requests = { requestsPerTarget: pulumi.output(20), route: pulumi.output(route) };
        const { "Policy bert-requests": policy } = await created({ ...bounds, ...requests });
        assert.deepStrictEqual(
            policy,
            predefined("ALBRequestCountPerTarget", 20, {
                resourceLabel: "app/front/8091a2b3c4d5e6f7/targetgroup/bert/0a1b2c3d4e5f6071",
            }),
        );
    });
});
