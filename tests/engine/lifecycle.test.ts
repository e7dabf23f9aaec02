import assert from "node:assert/strict";
import { awsOf, inventory, projectRoot } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { goneTooEarly } from "./destroy-order";
import { changes, errors, Stack, steps } from "./stack";

describeOnTheEngine("the stack of index.ts on the engine", (session) => {
    let stack: Stack;
    let empty: readonly string[];

    before(async () => {
        stack = await Stack.make(session(), projectRoot, "lifecycle");
        empty = await inventory(awsOf(session()));
    });

    it("previews, and touches nothing", async () => {
        const preview = await stack.preview();
        assert.deepEqual([preview.code, errors(preview), changes(preview)], [0, "", { create: 44 }]);
        assert.deepEqual(await inventory(awsOf(session())), empty);
    });

    it("deploys", async () => {
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up), changes(up)], [0, "", { create: 44 }]);
    });

    it("is found by AWS: the service runs the task definition on the pool of the cluster", async () => {
        const { clusterName, serviceName, taskDefinitionArn } = (await stack.outputs()) as Record<string, string>;
        assert.ok(clusterName && serviceName && taskDefinitionArn);
        const ecs = await awsOf(session()).ecs();
        const [cluster] = (await ecs.describeClusters({ clusters: [clusterName] })).clusters ?? [];
        const [service] =
            (await ecs.describeServices({ cluster: clusterName, services: [serviceName] })).services ?? [];
        assert.ok(cluster && service);
        assert.deepEqual(
            {
                status: service.status,
                desiredCount: service.desiredCount,
                taskDefinition: service.taskDefinition,
                placementConstraints: service.placementConstraints,
                capacityProviders: service.capacityProviderStrategy?.map(({ capacityProvider }) => capacityProvider),
            },
            {
                status: "ACTIVE",
                desiredCount: 1,
                taskDefinition: taskDefinitionArn,
                placementConstraints: [
                    { type: "memberOf", expression: "attribute:ecs.instance-type == inf1.xlarge" },
                    { type: "distinctInstance" },
                ],
                capacityProviders: cluster.capacityProviders,
            },
        );
    });

    it("keeps what instances and tasks need until they are gone: the way out, egress, roles, log groups", async () => {
        assert.deepEqual(goneTooEarly(await stack.exported()), []);
    });

    it("wants no changes in a second preview", async () => {
        const preview = await stack.preview(["--expect-no-changes"]);
        assert.deepEqual([preview.code, errors(preview), changes(preview)], [0, "", { same: 44 }]);
    });

    it("finds in AWS what it deployed", async () => {
        const refresh = await stack.refresh();
        assert.deepEqual([refresh.code, errors(refresh), changes(refresh)], [0, "", { same: 44 }]);
    });

    it("registers a new revision for another model, which the task may read in its bucket, and rolls it out", async () => {
        await stack.configure({ modelName: "resnet", modelBasePath: "s3://models/resnet" });
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up)], [0, ""]);
        assert.deepEqual(steps(up), [
            "create aws:iam/role:Role inference-task-role",
            "create aws:iam/rolePolicy:RolePolicy inference-task-policy",
            "create-replacement aws:ecs/taskDefinition:TaskDefinition inference-task",
            "delete-replaced aws:ecs/taskDefinition:TaskDefinition inference-task",
            "replace aws:ecs/taskDefinition:TaskDefinition inference-task",
            "update aws:ecs/service:Service inference-service",
            "update ecs-inferentia:index:Service inference",
            "update ecs-inferentia:index:TaskDefinition inference",
        ]);
        const taskDefinition = String((await stack.outputs())["taskDefinitionArn"]);
        const described = (await (await awsOf(session()).ecs()).describeTaskDefinition({ taskDefinition }))
            .taskDefinition;
        assert.deepEqual(
            described?.containerDefinitions?.map(({ name }) => name),
            ["resnet", "neuron-rtd"],
        );
        const RoleName = described?.taskRoleArn?.split("/").pop();
        const iam = await awsOf(session()).iam();
        const { PolicyNames: [PolicyName] = [] } = await iam.listRolePolicies({ RoleName });
        const { PolicyDocument = "" } = await iam.getRolePolicy({ RoleName, PolicyName });
        assert.deepEqual(JSON.parse(decodeURIComponent(PolicyDocument)), {
            Version: "2012-10-17",
            Statement: [
                { Effect: "Allow", Action: ["s3:ListBucket"], Resource: ["arn:aws:s3:::models"] },
                { Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::models/resnet*"] },
            ],
        });
    });

    it("is destroyed with nothing left", async () => {
        const destroy = await stack.destroy();
        assert.deepEqual([destroy.code, errors(destroy), changes(destroy)], [0, "", { delete: 46 }]);
        const deleted = destroy.events.flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata.type ?? []);
        const instances = deleted.indexOf("aws:autoscaling/group:Group");
        const way = ["natGateway:NatGateway", "route:Route", "routeTableAssociation:RouteTableAssociation"];
        assert.deepEqual(
            way.filter((type) => deleted.indexOf(`aws:ec2/${type}`) < instances),
            [],
        );
        assert.deepEqual(await inventory(awsOf(session())), empty);
    });
});
