import assert from "node:assert/strict";
import type { MotoServer } from "../../../emulation/moto/server";
import type { Resource } from "../providers/aws/emulated";
import { emulatorFor } from "../providers/aws/emulator";
import { EmulatedPool } from "./emulated-pool";

describe("the targets of a service, in an emulated AWS", function () {
    this.timeout(60_000);
    let server: MotoServer;

    before(async function () {
        server = await emulatorFor(this);
    });

    after(() => server?.stop());

    const container = { portMappings: [{ containerPort: 8501, hostPort: 8501 }, { containerPort: 80 }] };

    /** A pool with an instance, and a target group of a network load balancer beside it. */
    async function balanced(name: string): Promise<{ pool: EmulatedPool; group: Resource; listener: Resource }> {
        const pool = await EmulatedPool.make(server, { minSize: 1 });
        const { emulated } = pool;
        const subnets = [String((pool.group.inputs["vpcZoneIdentifiers"] as string[])[0])];
        const ec2 = await pool.aws.ec2();
        const { Subnets: [subnet] = [] } = await ec2.describeSubnets({ SubnetIds: subnets });
        const balancer = await emulated.create("aws:lb/loadBalancer:LoadBalancer", name, {
            loadBalancerType: "network",
            securityGroups: undefined,
            subnets,
        });
        const group = await emulated.create("aws:lb/targetGroup:TargetGroup", name, {
            healthCheck: undefined,
            protocol: "TCP",
            vpcId: subnet?.VpcId,
        });
        const listener = await emulated.create("aws:lb/listener:Listener", name, {
            defaultActions: [{ type: "forward", targetGroupArn: group.id }],
            loadBalancerArn: balancer.id,
            port: 8501,
            protocol: "TCP",
        });
        return { pool, group, listener };
    }

    async function targets(pool: EmulatedPool, { id }: Resource): Promise<unknown[]> {
        const balancing = await pool.aws.loadBalancing();
        const answer = await balancing.describeTargetHealth({ TargetGroupArn: id });
        return (answer.TargetHealthDescriptions ?? []).map(({ Target }) => [Target?.Id, Target?.Port]);
    }

    const at = (group: Resource, containerPort: number) => ({
        loadBalancers: [{ targetGroupArn: group.id, containerName: "model", containerPort }],
    });

    it("are its running tasks, by instance and host port, and go with it", async () => {
        const { pool, group } = await balanced("static");
        const service = await pool.serve(await pool.task(container), at(group, 8501));
        const [instance] = await pool.joined();
        assert.deepStrictEqual(await targets(pool, group), [[instance?.ec2InstanceId, 8501]]);
        await pool.emulated.remove(service);
        assert.deepStrictEqual(await targets(pool, group), []);
    });

    it("have a port of Docker's choice where none is mapped, and move to another group with the service", async () => {
        const { pool, group } = await balanced("dynamic");
        const { group: other } = await balanced("other");
        const service = await pool.serve(await pool.task(container), at(group, 80));
        const [instance] = await pool.joined();
        assert.deepStrictEqual(await targets(pool, group), [[instance?.ec2InstanceId, 32768]]);
        await pool.emulated.update(service, at(other, 8501));
        assert.deepStrictEqual(
            [await targets(pool, group), await targets(pool, other)],
            [[], [[instance?.ec2InstanceId, 8501]]],
        );
    });

    it("can be of a group to which a listener is pointed only later", async () => {
        const { pool, group, listener } = await balanced("first");
        const second = await pool.emulated.create("aws:lb/targetGroup:TargetGroup", "second", {
            healthCheck: undefined,
            protocol: "TCP",
            vpcId: group.inputs["vpcId"],
        });
        await pool.emulated.update(listener, { defaultActions: [{ type: "forward", targetGroupArn: second.id }] });
        await pool.serve(await pool.task(container), at(second, 8501));
        assert.equal((await targets(pool, second)).length, 1);
    });
});
