import assert from "node:assert/strict";
import { join } from "node:path";
import { awsOf, inventory } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { changes, errors, Stack, steps } from "./stack";

const program = join(__dirname, "programs", "shared-cluster");

describeOnTheEngine("a pool for a cluster of somebody else", (session) => {
    let empty: readonly string[];
    const ecs = () => awsOf(session()).ecs();

    /** The cluster's lists: its capacity providers, and its default strategy. */
    async function lists(cluster: string): Promise<unknown[]> {
        const { clusters: [found] = [] } = await (await ecs()).describeClusters({ clusters: [cluster] });
        return [found?.capacityProviders, found?.defaultCapacityProviderStrategy];
    }

    describe("outside of the program", () => {
        const asItWas = [["FARGATE"], [{ capacityProvider: "FARGATE", weight: 1, base: 0 }]];
        let stack: Stack;

        before(async () => {
            stack = await Stack.make(session(), program, "shared-cluster-outside");
        });

        it("is refused at preview where there is no such cluster", async () => {
            await stack.configure({ clusterName: "shared-by-all" });
            const preview = await stack.preview();
            assert.notEqual(preview.code, 0);
            assert.match(
                errors(preview),
                /Pool "inf" has a wrong argument:\n {2}- clusterName is "shared-by-all": the region has no such active/,
            );
        });

        it("is deployed, and leaves the cluster's lists as they were", async () => {
            await (
                await ecs()
            ).createCluster({
                clusterName: "shared-by-all",
                capacityProviders: ["FARGATE"],
                defaultCapacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1, base: 0 }],
            });
            empty = await inventory(awsOf(session()));
            const up = await stack.up();
            assert.deepEqual([up.code, errors(up)], [0, ""]);
            assert.deepEqual(await lists("shared-by-all"), asItWas);
        });

        it("wants no changes afterwards", async () => {
            const preview = await stack.preview(["--expect-no-changes"]);
            assert.deepEqual([preview.code, errors(preview), steps(preview)], [0, "", []], preview.stdout);
            const refresh = await stack.refresh();
            assert.deepEqual([refresh.code, errors(refresh), Object.keys(changes(refresh))], [0, "", ["same"]]);
        });

        it("is destroyed to nothing, and leaves the cluster's lists as they were", async () => {
            const destroy = await stack.destroy();
            assert.deepEqual([destroy.code, errors(destroy)], [0, ""]);
            assert.deepEqual(await lists("shared-by-all"), asItWas);
            assert.deepEqual(await inventory(awsOf(session())), empty);
            await (await ecs()).deleteCluster({ cluster: "shared-by-all" });
        });
    });

    describe("whose owner adds it to the cluster's list", () => {
        let stack: Stack;

        before(async () => {
            stack = await Stack.make(session(), program, "shared-cluster-inside");
            empty = await inventory(awsOf(session()));
        });

        it("is deployed with a service that waits for the list", async () => {
            const up = await stack.up();
            assert.deepEqual([up.code, errors(up)], [0, ""]);
            const [providers, strategy] = await lists("own");
            assert.match(String(providers), /^FARGATE,inferentia-inf-capacity-[\da-f]+$/);
            assert.deepEqual(strategy, []);
            const preview = await stack.preview(["--expect-no-changes"]);
            assert.deepEqual([preview.code, errors(preview), steps(preview)], [0, "", []], preview.stdout);
        });

        it("has a service that depends on the list, so that no destroy can take it first", async () => {
            const { deployment } = (await stack.exported()) as {
                deployment: { resources: { urn: string; type: string; parent?: string; dependencies?: string[] }[] };
            };
            const inState = (type: string) => deployment.resources.find((one) => one.type === type);
            const component = inState("ecs-inferentia:index:Service");
            const association = inState("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders");
            assert.deepEqual(
                [
                    inState("aws:ecs/service:Service")?.parent,
                    component?.dependencies?.filter((urn) => urn === association?.urn),
                ],
                [component?.urn, [association?.urn]],
            );
        });

        it("is refused at preview where its capacity provider is replaced under the service", async () => {
            // Another group, and so another capacity provider.
            await stack.configure({ group: '{"name":"other"}' });
            const preview = await stack.preview();
            await stack.configure({ group: "{}" });
            assert.notEqual(preview.code, 0);
            assert.match(
                errors(preview),
                /Service "bert" runs on Pool "inf", whose capacity provider "inferentia-inf-capacity-[\da-f]+" this update/,
            );
        });

        it("is destroyed to nothing, the service before the list", async () => {
            const destroy = await stack.destroy();
            assert.deepEqual([destroy.code, errors(destroy)], [0, ""]);
            const deleted = destroy.events.flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata.type ?? []);
            assert.deepEqual(
                deleted.filter((type) => /:(?:Service|ClusterCapacityProviders|CapacityProvider|Cluster)$/.test(type)),
                [
                    "aws:ecs/service:Service",
                    "ecs-inferentia:index:Service",
                    "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
                    "aws:ecs/capacityProvider:CapacityProvider",
                    "aws:ecs/cluster:Cluster",
                ],
            );
            assert.deepEqual(await inventory(awsOf(session())), empty);
        });
    });
});
