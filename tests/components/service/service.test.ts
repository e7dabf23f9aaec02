import assert from "node:assert/strict";
import { Bucket } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { Cluster, Service, TaskDefinition } from "../../../components";
import { children, register } from "../mocked-engine";
import { inputsOf } from "./harness";
import { pool, minimal, service, task } from "./right-service";

/** What the mocks see of a value that a preview does not know. */
const unknown = { __pulumiUnknown: true };

describe("Service", () => {
    it("runs a task on each instance of a pool, and rolls a failed deployment back", async () => {
        assert.deepStrictEqual(await inputsOf(minimal), service);
    });

    it("takes pool and task as outputs", async () => {
        const args = { pool: pulumi.output(pool), task: pulumi.output(task) };
        assert.deepStrictEqual(await inputsOf(args), service);
    });

    it("runs on the pool of its task, and on another one that it is given", async () => {
        const withPool = { ...task, pool };
        for (const onPool of [withPool, pulumi.output(withPool), { ...task, pool: pulumi.output(pool) }]) {
            assert.deepStrictEqual(await inputsOf({ task: onPool }), service);
        }
        const other = { ...pool, clusterArn: `${pool.clusterArn}-2`, capacityProviderName: "other" };
        assert.deepStrictEqual(await inputsOf({ task: withPool, pool: other }), {
            ...service,
            cluster: other.clusterArn,
            capacityProviderStrategies: [{ capacityProvider: "other", weight: 1 }],
        });
    });

    it("takes the components themselves", async () => {
        const registered = await register(() => {
            const cluster = new Cluster("ml", { instanceType: "inf1.6xlarge" });
            const bert = new TaskDefinition("bert", { pool: cluster, containers: [{ name: "bert", image: "bert:1" }] });
            new Service("of-task", { task: bert });
            const alone = new TaskDefinition("alone", { containers: [{ name: "bert", image: "bert:1" }] });
            new Service("on-pool", { task: alone, pool: cluster, deploymentMinimumHealthyPercent: 0, desiredCount: 0 });
        });
        assert.deepStrictEqual(
            children(registered)
                .filter(({ type }) => type === "aws:ecs/service:Service")
                .map(({ inputs }) => [inputs["taskDefinition"], inputs["capacityProviderStrategies"]]),
            ["bert-task", "alone-task"].map((definition) => [
                `arn:aws:ecs:us-east-1:123456789012:${definition}`,
                [{ capacityProvider: "inferentia-ml-capacity", weight: 1 }],
            ]),
        );
    });

    it("knows at preview what the program wrote, beside ARNs that are not known", async () => {
        const seen = children(
            await register(
                () => {
                    const later = new Bucket("made-later", {}).hostedZoneId;
                    const args = {
                        pool: pulumi.output({ ...pool, clusterArn: later, capacityProviderName: later }),
                        task: pulumi.output({ ...task, taskDefinitionArn: later }),
                        placementConstraints: [{ type: "memberOf", expression: later }],
                    };
                    return new Service("bert", args);
                },
                undefined,
                true,
            ),
        ).find(({ name }) => name === "bert-service");
        assert.deepStrictEqual(JSON.parse(JSON.stringify(seen?.inputs)), {
            ...service,
            cluster: unknown,
            taskDefinition: unknown,
            capacityProviderStrategies: [{ capacityProvider: unknown, weight: 1 }],
            placementConstraints: [...service.placementConstraints, { type: "memberOf", expression: unknown }],
        });
    });

    it("knows at preview what it is told of the pool of its task, beside ARNs that are not known", async () => {
        const registered = await register(
            () => {
                const cluster = new Cluster("ml", { instanceType: "inf1.6xlarge" });
                const containers = [{ name: "bert", image: "bert:1" }];
                new Service("bert", { task: new TaskDefinition("bert", { pool: cluster.pool, containers }).task });
            },
            undefined,
            true,
        );
        const own = registered.find(({ name }) => name === "bert-service")?.inputs;
        assert.deepStrictEqual(own?.["placementConstraints"], service.placementConstraints);
    });

    it("tells name and ARN, and the command that runs the task once beside the service", async () => {
        let created: Service | undefined;
        await register(() => (created = new Service("bert", { ...minimal, name: "serving" })));
        assert.ok(created !== undefined);
        const told = pulumi.all([created.serviceName, created.serviceArn, created.runTaskCommand]);
        assert.deepStrictEqual(await new Promise((resolve) => void told.apply(resolve)), [
            "serving",
            "bert-service-id",
            "aws ecs run-task --cluster ml --task-definition " +
                "arn:aws:ecs:us-east-1:123456789012:task-definition/bert:1 " +
                "--capacity-provider-strategy capacityProvider=ml-capacity,weight=1 --placement-constraints " +
                `'type=memberOf,expression="not(task:group == service:serving)"' --region us-east-1`,
        ]);
    });

    it("tells scaling its names, whether it may scale, and what its pool and its deployments are", async () => {
        const told = async (args: object, preview = false) => {
            let seen: unknown;
            await register(
                () => new Service("bert", { ...minimal, ...args }).service.apply((one) => (seen = one)),
                undefined,
                preview,
            );
            return JSON.parse(JSON.stringify(seen)) as unknown;
        };
        const record = {
            serviceName: "bert-service",
            clusterName: "ml",
            componentName: "bert",
            poolName: "ml",
            ignoreDesiredCount: false,
            maxSize: 2,
        };
        assert.deepStrictEqual(await told({}), record);
        assert.deepStrictEqual(
            await told({
                ignoreDesiredCount: true,
                deploymentMinimumHealthyPercent: 0,
                deploymentMaximumPercent: 100,
                deploymentConfiguration: { strategy: "ROLLING" },
            }),
            {
                ...record,
                ignoreDesiredCount: true,
                deploymentMinimumHealthyPercent: 0,
                deploymentMaximumPercent: 100,
                deploymentStrategy: "ROLLING",
            },
        );
    });
});
