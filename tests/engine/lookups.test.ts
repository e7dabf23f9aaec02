import assert from "node:assert/strict";
import { join } from "node:path";
import { awsOf, inventory } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { awsWithExpiredCredentials } from "./expired-credentials";
import { errors, Stack, warnings } from "./stack";

describeOnTheEngine("a cluster that asks AWS for what it was not given", (session) => {
    let stack: Stack;

    before(async () => {
        stack = await Stack.make(session(), join(__dirname, "programs", "lookups"), "lookups");
    });

    const refusal = async (settings: Readonly<Record<string, string>>, env?: Readonly<Record<string, string>>) => {
        await stack.configure({ "aws:region": "us-east-1", amiRelease: "", service: "true", ...settings });
        const preview = await stack.preview([], env);
        assert.notEqual(preview.code, 0);
        return errors(preview).trim();
    };
    const wrong = (component: string, problem: string) => `${component} has a wrong argument:\n  - ${problem}`;

    it("says where a region has no such instances", async () => {
        assert.equal(
            await refusal({ "aws:region": "eu-central-2" }),
            wrong(
                'Cluster "ml"',
                "instanceType is inf1.xlarge, which no Availability Zone of the region has; deploy to another " +
                    "region (aws:region), or name a type that it has",
            ),
        );
    });

    it("says where a region does not have the AMI's parameter", async () => {
        const amiSsmParameter =
            "/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220815-x86_64-ebs";
        assert.equal(
            await refusal({ amiRelease: "20220815" }),
            wrong(
                'Cluster "ml"',
                `amiSsmParameter is "${amiSsmParameter}", which the region does not have; name another parameter, ` +
                    "such as /aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended, or give amiId, the id of " +
                    "an AMI of your own in this region",
            ),
        );
    });

    it("takes the last AMI with a driver for Runtime 1.x, which the warning of newer ones names", async () => {
        await stack.configure({ "aws:region": "us-east-1", amiRelease: "20220822", service: "true" });
        const preview = await stack.preview();
        assert.deepEqual(
            [preview.code, errors(preview), warnings(preview, "Runtime 1.x")],
            [0, "", []],
            preview.stdout,
        );
    });

    it("says where the account has no default VPC", async () => {
        const ec2 = await awsOf(session(), "eu-west-1").ec2();
        const { Subnets = [] } = await ec2.describeSubnets({});
        await Promise.all(Subnets.map(({ SubnetId }) => ec2.deleteSubnet({ SubnetId })));
        const { Vpcs = [] } = await ec2.describeVpcs({});
        await Promise.all(Vpcs.map(({ VpcId }) => ec2.deleteVpc({ VpcId })));
        assert.equal(
            await refusal({ "aws:region": "eu-west-1" }),
            wrong(
                'Cluster "ml"',
                "vpcId is missing, and the account has no default VPC in the region; give vpcId and subnetIds",
            ),
        );
    });

    it("says where the credentials have expired", async () => {
        const { url, close } = await awsWithExpiredCredentials(session().endpoint);
        try {
            // Of the VPC, the zones and the AMI, which are looked up at once, the first is told.
            assert.equal(
                await refusal({}, { AWS_ENDPOINT_URL: url }),
                wrong(
                    'Cluster "ml"',
                    "vpcId is missing, and the default VPC cannot be looked up: the AWS credentials have expired; " +
                        "sign in again",
                ),
            );
        } finally {
            close();
        }
    });

    it("warns of a mistyped region, for which Pulumi's provider has words of the network only", async () => {
        await stack.configure({ "aws:region": "us-eats-1", service: "false" });
        const preview = await stack.preview();
        assert.notEqual(preview.code, 0);
        assert.deepEqual(warnings(preview, "aws:region"), [
            'aws:region is "us-eats-1", which @pulumi/aws does not know (did you mean us-east-1?); correct it ' +
                "with pulumi config set aws:region",
        ]);
    });

    it("may be created in part by an update without preview that refuses another component, and is destroyed to nothing", async () => {
        await stack.configure({ "aws:region": "us-east-1", amiRelease: "", service: "false", wrongTask: "true" });
        const before = await inventory(awsOf(session()));
        const up = await stack.up();
        assert.notEqual(up.code, 0);
        assert.match(errors(up), /TaskDefinition "bert" has a wrong argument:\n {2}- containers\[0\]\.memory is 3, /);
        const destroy = await stack.destroy();
        assert.deepEqual([destroy.code, errors(destroy)], [0, ""]);
        assert.deepEqual(await inventory(awsOf(session())), before);
    });
});
