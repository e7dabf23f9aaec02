import assert from "node:assert/strict";
import type { MotoServer } from "../../../../emulation/moto/server";
import type { AwsProvider } from "../../../../emulation/providers/aws/provider";
import { amiFromParameterValue, recommendedInferentiaAmiParameter } from "../../../../contract";
import { configuredFor, emulatorFor, region } from "./emulator";

type Values = Record<string, unknown>;

describe("the provider's functions", function () {
    this.timeout(60_000);
    let server: MotoServer;
    let provider: AwsProvider;

    before(async function () {
        server = await emulatorFor(this);
        provider = configuredFor(server);
    });

    after(() => server?.stop());

    async function invoked(token: string, args: Values = {}): Promise<Values> {
        const { outputs, failures } = await provider.invoke(token, args);
        assert.deepStrictEqual(failures, []);
        return outputs;
    }

    it("know the region, the partition and the account", async () => {
        const endpoint = `ec2.${region}.amazonaws.com`;
        assert.deepStrictEqual(await invoked("aws:index/getRegion:getRegion"), {
            description: region,
            endpoint,
            id: region,
            name: region,
            region,
        });
        assert.deepStrictEqual(await invoked("aws:index/getPartition:getPartition"), {
            dnsSuffix: "amazonaws.com",
            id: "aws",
            partition: "aws",
            reverseDnsPrefix: "com.amazonaws",
        });
        const { accountId, id } = await invoked("aws:index/getCallerIdentity:getCallerIdentity");
        assert.deepStrictEqual([accountId, id], ["123456789012", "123456789012"]);
    });

    it("name a region's zones, without those that are excluded, in a region of the call's own", async () => {
        const zones = await invoked("aws:index/getAvailabilityZones:getAvailabilityZones", {
            excludeNames: ["us-east-2b"],
            region: "us-east-2",
            state: "available",
        });
        assert.deepStrictEqual([zones["id"], zones["names"]], ["us-east-2", ["us-east-2a", "us-east-2c"]]);
    });

    it("answer the recommended AMI as the JSON document that AWS answers, with the id that its own parameter has", async () => {
        const { value, type, name } = await invoked("aws:ssm/getParameter:getParameter", {
            name: recommendedInferentiaAmiParameter,
        });
        const { value: imageId } = await invoked("aws:ssm/getParameter:getParameter", {
            name: `${recommendedInferentiaAmiParameter}/image_id`,
        });
        assert.deepStrictEqual([type, name], ["String", recommendedInferentiaAmiParameter]);
        assert.equal(amiFromParameterValue(String(value))?.id, imageId);
        assert.deepStrictEqual(Object.keys(JSON.parse(String(value)) as Values), [
            "ecs_agent_version",
            "ecs_runtime_version",
            "image_id",
            "image_name",
            "image_version",
            "os",
            "schema_version",
            "source_image_name",
        ]);
    });

    /** What Pulumi's provider says where a function finds nothing, or too much. */
    const failing: readonly [title: string, token: string, args: Values, words: string][] = [
        [
            "a parameter is not there",
            "aws:ssm/getParameter:getParameter",
            { name: "/nowhere" },
            "reading SSM Parameter (/nowhere): couldn't find resource",
        ],
        ["no VPC is there", "aws:ec2/getVpc:getVpc", { tags: { Name: "x" } }, "no matching EC2 VPC found"],
        ["a VPC is not there", "aws:ec2/getVpc:getVpc", { id: "vpc-00000000" }, "no matching EC2 VPC found"],
        ["a subnet is not there", "aws:ec2/getSubnet:getSubnet", { id: "subnet-1" }, "no matching EC2 Subnet found"],
        [
            "there are several subnets",
            "aws:ec2/getSubnet:getSubnet",
            {},
            "multiple EC2 Subnets matched; use additional constraints to reduce matches to a single EC2 Subnet",
        ],
        [
            "a cluster is not there",
            "aws:ecs/getCluster:getCluster",
            { clusterName: "shared" },
            "reading ECS Cluster (shared): empty result",
        ],
        [
            "no AMI is there",
            "aws:ec2/getAmi:getAmi",
            { filters: [{ name: "name", values: ["nothing-*"] }] },
            "Your query returned no results. Please change your search criteria and try again.",
        ],
        [
            "there are several AMIs",
            "aws:ec2/getAmi:getAmi",
            { filters: [{ name: "name", values: ["amzn-ami-hvm-*"] }], owners: ["amazon"] },
            "Your query returned more than one result. Please try a more specific search criteria, or set " +
                "`most_recent` attribute to true.",
        ],
    ];
    for (const [title, token, args, words] of failing) {
        it(`say in the words of Pulumi's provider that ${title}`, async () => {
            const message = `invoking ${token}: 1 error occurred:\n\t* ${words}\n\n`;
            await assert.rejects(() => invoked(token, args), { message });
        });
    }

    it("find a subnet, a cluster, AMIs and the zones that offer an instance type", async () => {
        const subnet = await invoked("aws:ec2/getSubnet:getSubnet", {
            availabilityZone: "us-west-2a",
            defaultForAz: true,
        });
        assert.deepStrictEqual([subnet["availabilityZone"], subnet["defaultForAz"]], ["us-west-2a", true]);
        const urn = { type: "aws:ecs/cluster:Cluster", name: "shared" };
        const { id } = await provider.create(urn, { name: "shared" }, false, 0);
        const cluster = await invoked("aws:ecs/getCluster:getCluster", { clusterName: "shared" });
        assert.deepStrictEqual([cluster["arn"], cluster["status"]], [id, "ACTIVE"]);
        const { ids } = await invoked("aws:ec2/getAmiIds:getAmiIds", {
            filters: [{ name: "name", values: ["amzn-ami-hvm-*"] }],
            owners: ["amazon"],
        });
        assert.match(String((ids as string[])[0]), /^ami-/);
        const { locations } = await invoked("aws:ec2/getInstanceTypeOfferings:getInstanceTypeOfferings", {
            filters: [{ name: "instance-type", values: ["inf1.xlarge"] }],
            locationType: "availability-zone",
            region: "us-east-1",
        });
        assert.deepStrictEqual(
            [...(locations as string[])].sort(),
            ["a", "b", "c", "d", "f"].map((zone) => `us-east-1${zone}`),
        );
    });

    it("find no offering of a type where there is none, which is no error", async () => {
        const { instanceTypes } = await invoked("aws:ec2/getInstanceTypeOfferings:getInstanceTypeOfferings", {
            filters: [{ name: "instance-type", values: ["inf2.xlarge"] }],
            region: "us-west-1",
        });
        assert.deepStrictEqual(instanceTypes, []);
    });

    it("are not reached in a region that is none", async () => {
        const host = "sts.us-west-9.amazonaws.com";
        await assert.rejects(() => configuredFor(server, "us-west-9").validateRegion(), {
            message:
                "unable to validate AWS credentials.\nDetails: validating provider credentials: retrieving caller " +
                "identity from STS: operation error STS: GetCallerIdentity, https response error StatusCode: 0, " +
                `RequestID: , request send failed, Post "https://${host}/": dial tcp: lookup ${host}: no such host\n` +
                "Make sure you have set your AWS region, e.g. `pulumi config set aws:region us-west-2`.",
        });
        await provider.validateRegion();
    });

    it("find the default VPC and its subnets", async () => {
        const vpc = await invoked("aws:ec2/getVpc:getVpc", { default: true });
        assert.deepStrictEqual([vpc["default"], vpc["cidrBlock"], vpc["region"]], [true, "172.31.0.0/16", region]);
        const subnets = await invoked("aws:ec2/getSubnets:getSubnets", {
            filters: [{ name: "vpc-id", values: [vpc["id"]] }],
        });
        assert.equal((subnets["ids"] as string[]).length, 4);
    });

    it("find the most recent AMI", async () => {
        const args = { filters: [{ name: "name", values: ["amzn-ami-hvm-*"] }], owners: ["amazon"] };
        const { imageId, name } = await invoked("aws:ec2/getAmi:getAmi", { ...args, mostRecent: true });
        assert.match(String(imageId), /^ami-/);
        assert.match(String(name), /^amzn-ami-hvm-/);
    });

    it("report what is wrong with their inputs", async () => {
        const { failures } = await provider.invoke("aws:ssm/getParameter:getParameter", { nme: "/x" });
        assert.deepStrictEqual(failures, [
            {
                property: "nme",
                reason: '"nme" is no input here (did you mean "name"?); known are name, region, withDecryption',
            },
            { property: "name", reason: '"name" is required and missing' },
        ]);
    });
});
