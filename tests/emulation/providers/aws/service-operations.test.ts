import assert from "node:assert/strict";
import { AwsProvider } from "../../../../emulation/providers/aws/provider";
import { type AnsweringEcs, answeringEcs, EcsError } from "./answering-ecs";
import { rightInputs } from "./right-inputs";

type Values = Record<string, unknown>;

const type = "aws:ecs/service:Service";
const urn = { type, name: "model" };
const arn = "arn:aws:ecs:us-west-2:123456789012:service/cluster/model";

describe("the operations on a service", () => {
    let ecs: AnsweringEcs;
    let provider: AwsProvider;
    let described: Values | EcsError;
    let deletion: Values | EcsError;

    beforeEach(async () => {
        described = {
            services: [{ serviceArn: arn, serviceName: "model", status: "ACTIVE", schedulingStrategy: "REPLICA" }],
        };
        deletion = {};
        ecs = await answeringEcs({
            DescribeServices: () => described,
            UpdateService: () => ({}),
            DeleteService: () => deletion,
        });
        provider = new AwsProvider();
        provider.configure({ region: "us-west-2" }, { AWS_ENDPOINT_URL: ecs.url });
    });

    afterEach(() => ecs.stop());

    const changes = (): unknown[] => ecs.calls.filter(([operation]) => operation !== "DescribeServices");

    it("scale it to no task before deleting it", async () => {
        await provider.delete(urn, arn, { cluster: "cluster" }, 0);
        assert.deepStrictEqual(changes(), [
            ["UpdateService", { cluster: "cluster", service: arn, desiredCount: 0 }],
            ["DeleteService", { cluster: "cluster", service: arn, force: false }],
        ]);
    });

    it("delete it with its tasks when the program says so", async () => {
        await provider.delete(urn, arn, { cluster: "cluster", forceDelete: true }, 0);
        assert.deepStrictEqual(changes(), [["DeleteService", { cluster: "cluster", service: arn, force: true }]]);
    });

    it("do not scale a daemon service, which has no number of tasks", async () => {
        described = { services: [{ serviceArn: arn, status: "ACTIVE", schedulingStrategy: "DAEMON" }] };
        await provider.delete(urn, arn, { cluster: "cluster" }, 0);
        assert.deepStrictEqual(changes(), [["DeleteService", { cluster: "cluster", service: arn, force: false }]]);
    });

    it("do not delete what is inactive, or in a cluster that is gone", async () => {
        described = { services: [{ serviceArn: arn, status: "INACTIVE" }] };
        await provider.delete(urn, arn, { cluster: "cluster" }, 0);
        described = new EcsError("ClusterNotFoundException", "Cluster not found.");
        await provider.delete(urn, arn, { cluster: "cluster" }, 0);
        assert.deepStrictEqual(changes(), []);
    });

    it("pass on any other error by its name and message", async () => {
        deletion = new EcsError("AccessDeniedException", "not allowed");
        await assert.rejects(() => provider.delete(urn, arn, { cluster: "cluster" }, 0), {
            message: "AccessDeniedException: not allowed",
        });
    });

    it("empty what the program gives no more", async () => {
        const { inputs } = provider.check(urn, {}, { ...rightInputs[type], name: "model" }, new Uint8Array([1]));
        const news = { ...inputs, placementConstraints: undefined, orderedPlacementStrategies: undefined };
        await provider.update(urn, arn, inputs, news, false, 0);
        const [, update] = ecs.calls[0] ?? [];
        assert.deepStrictEqual(
            [update?.["placementConstraints"], update?.["placementStrategy"], update?.["loadBalancers"]],
            [[], [], undefined],
        );
    });

    it("send an update whole, and a forced deployment only when the program says so", async () => {
        const { inputs } = provider.check(
            urn,
            {},
            { ...rightInputs[type], name: "model", forceNewDeployment: true },
            new Uint8Array([1]),
        );
        await provider.update(urn, arn, inputs, { ...inputs, desiredCount: 2 }, false, 0);
        assert.deepStrictEqual(changes(), [
            [
                "UpdateService",
                {
                    capacityProviderStrategy: [{ capacityProvider: "inf1", weight: 1 }],
                    cluster: "cluster",
                    deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 },
                    desiredCount: 2,
                    enableECSManagedTags: false,
                    enableExecuteCommand: false,
                    forceNewDeployment: true,
                    placementConstraints: [...rightInputs[type].placementConstraints],
                    placementStrategy: [{ field: "cpu", type: "binpack" }],
                    service: arn,
                    taskDefinition: "model:1",
                },
            ],
        ]);
    });
});
