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

    const checked = (inputs: Values) => provider.check(urn, {}, inputs, new Uint8Array([1])).inputs;

    const updates: readonly [title: string, before: Values, after: Values, request: Values][] = [
        ["what changed, and nothing else", {}, { desiredCount: 2 }, { desiredCount: 2 }],
        [
            "a forced deployment only when the program says so",
            { forceNewDeployment: true },
            { forceNewDeployment: true, enableExecuteCommand: true },
            { forceNewDeployment: true, enableExecuteCommand: true },
        ],
        [
            "both percents where one changes, without the rest of the deployment configuration",
            { deploymentCircuitBreaker: { enable: true, rollback: true } },
            { deploymentCircuitBreaker: { enable: true, rollback: true }, deploymentMaximumPercent: 150 },
            { deploymentConfiguration: { maximumPercent: 150, minimumHealthyPercent: 100 } },
        ],
        [
            "the deployment controller",
            { deploymentController: { type: "CODE_DEPLOY" } },
            { deploymentController: { type: "ECS" } },
            { deploymentController: { type: "ECS" } },
        ],
    ];
    for (const [title, before, after, request] of updates) {
        it(`send of an update ${title}`, async () => {
            const right = { ...rightInputs[type], name: "model" };
            const [olds, news] = [before, after].map((change) => checked({ ...right, ...change })) as [Values, Values];
            await provider.update(urn, arn, olds, news, false, 0);
            assert.deepStrictEqual(changes(), [["UpdateService", { cluster: "cluster", service: arn, ...request }]]);
        });
    }

    it("update no service whose tags alone change", async () => {
        const right = checked({ ...rightInputs[type], name: "model", region: "us-west-2" });
        await assert.rejects(provider.update(urn, arn, right, { ...right, tags: { team: "ml" } }, false, 0));
        assert.deepStrictEqual(
            changes().map((call) => (call as unknown[])[0]),
            ["TagResource"],
        );
    });
});
