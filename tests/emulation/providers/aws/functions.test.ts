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

    it("say by AWS's name and message that a parameter is not there", async () => {
        await assert.rejects(() => invoked("aws:ssm/getParameter:getParameter", { name: "/nowhere" }), {
            message: "ParameterNotFound: Parameter /nowhere not found.",
        });
    });

    it("find the default VPC and its subnets", async () => {
        const vpc = await invoked("aws:ec2/getVpc:getVpc", { default: true });
        assert.deepStrictEqual([vpc["default"], vpc["cidrBlock"], vpc["region"]], [true, "172.31.0.0/16", region]);
        const subnets = await invoked("aws:ec2/getSubnets:getSubnets", {
            filters: [{ name: "vpc-id", values: [vpc["id"]] }],
        });
        assert.equal((subnets["ids"] as string[]).length, 4);
    });

    it("find no VPC where there is none", async () => {
        await assert.rejects(() => invoked("aws:ec2/getVpc:getVpc", { tags: { Name: "nowhere" } }), {
            message: "InvalidParameterValue: no matching EC2 VPC found",
        });
    });

    it("find the most recent AMI, and want to know when there are several", async () => {
        const args = { filters: [{ name: "name", values: ["amzn-ami-hvm-*"] }], owners: ["amazon"] };
        const { imageId, name } = await invoked("aws:ec2/getAmi:getAmi", { ...args, mostRecent: true });
        assert.match(String(imageId), /^ami-/);
        assert.match(String(name), /^amzn-ami-hvm-/);
        await assert.rejects(
            () => invoked("aws:ec2/getAmi:getAmi", args),
            /^Error: InvalidParameterValue: Your query returned more than one result\./,
        );
        const none = { filters: [{ name: "name", values: ["nothing-*"] }] };
        await assert.rejects(
            () => invoked("aws:ec2/getAmi:getAmi", none),
            /^Error: InvalidParameterValue: Your query returned no results\./,
        );
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
