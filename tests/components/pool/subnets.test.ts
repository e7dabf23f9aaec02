import assert from "node:assert/strict";
import { Cluster } from "../../../components";
import { failing, minimal, refusesLookups } from "../refused-lookups";
import { calls, register, type Calls } from "../mocked-engine";

const offerings = "aws:ec2/getInstanceTypeOfferings:getInstanceTypeOfferings";
const getSubnets = "aws:ec2/getSubnets:getSubnets";
const own = { vpcId: "vpc-01", subnetIds: ["subnet-0a", "subnet-0e"] };

describe("pool: subnets", () => {
    refusesLookups(
        [
            "a default VPC without subnets",
            minimal,
            { [getSubnets]: () => ({ ids: [] }) },
            "subnetIds is missing, and the default VPC vpc-0default has no default subnet in an Availability Zone with " +
                "inf1.xlarge (us-east-1a, us-east-1b); give vpcId and subnetIds",
        ],
        [
            "a region without the type",
            minimal,
            { [offerings]: () => ({ locations: [] }) },
            "instanceType is inf1.xlarge, which no Availability Zone of the region has; deploy to another region " +
                "(aws:region), or name a type that it has",
        ],
        [
            "a region without the types of a pool",
            { pools: { small: { instanceTypes: ["inf1.xlarge", "inf1.2xlarge"] } } },
            { [offerings]: () => ({ locations: [] }) },
            "pools.small.instanceTypes is inf1.xlarge, inf1.2xlarge, which no Availability Zone of the region has; " +
                "deploy to another region (aws:region), or name a type that it has",
        ],
        [
            "given subnets that are all in zones without the type",
            { ...minimal, ...own, subnetIds: ["subnet-0e"] },
            {},
            "subnetIds has only subnet-0e in an Availability Zone without inf1.xlarge; of the region's zones " +
                "us-east-1a, us-east-1b have it: give a subnet there",
        ],
        [
            "an expired lookup",
            { ...minimal, ...own },
            { [offerings]: failing("operation error EC2: ExpiredToken: The security token included is expired") },
            "instanceType is inf1.xlarge: the AWS credentials have expired; sign in again",
        ],
        [
            "a lookup that fails for a reason that is not known here",
            { ...minimal, ...own },
            { [getSubnets]: failing("invoking aws:ec2/getSubnets:getSubnets: Throttling: rate exceeded\nmore") },
            "subnetIds cannot be looked up: AWS did not answer: Throttling: rate exceeded",
        ],
    );

    /** The subnets of the group, and the warnings. */
    async function subnetsOf(...subnetIds: string[]): Promise<unknown> {
        const warnings: string[] = [];
        const args = { ...minimal, vpcId: "vpc-01", subnetIds, amiId: "ami-01234567" };
        const registered = await register(() => new Cluster("ml", args), undefined, false, { warnings });
        return [registered.find(({ name }) => name === "ml-group")?.inputs["vpcZoneIdentifiers"], warnings];
    }

    it("leaves out given subnets in zones without the type, and warns of them by name", async () => {
        assert.deepStrictEqual(await subnetsOf("subnet-0a", "subnet-0e", "subnet-0b"), [
            ["subnet-0a", "subnet-0b"],
            [
                'Cluster "ml": subnetIds has subnet-0e in an Availability Zone without inf1.xlarge; of the region\'s ' +
                    "zones us-east-1a, us-east-1b have it: the instances start in the other subnets",
            ],
        ]);
    });

    it("takes given subnets in zones with the type, and leaves one that does not exist to AWS", async () => {
        assert.deepStrictEqual(await subnetsOf("subnet-0b", "subnet-00"), [["subnet-0b", "subnet-00"], []]);
    });

    it("are looked up with one call, once the zones and the VPC are known, which are looked up with the AMI", async () => {
        const asked: string[] = [];
        const atOnce = ["aws:ec2/getVpc:getVpc", offerings, "aws:ssm/getParameter:getParameter"];
        let answer: () => void = () => {};
        const allAsked = new Promise<void>((resolve) => (answer = resolve));
        const answers = [...atOnce, getSubnets].map((token) => [
            token,
            async (inputs: Record<string, unknown>) => {
                asked.push(token);
                if (asked.length === atOnce.length) {
                    answer();
                }
                await allAsked;
                return calls[token]?.(inputs) ?? {};
            },
        ]);
        await register(() => new Cluster("ml", minimal), undefined, true, {
            calls: Object.fromEntries(answers) as Calls,
        });
        assert.deepStrictEqual([asked.slice(0, 3).sort(), asked.slice(3)], [[...atOnce].sort(), [getSubnets]]);
    });

    it("count first where they and the AMI cannot be had", async () => {
        const calls = { [offerings]: () => ({ locations: [] }) };
        await assert.rejects(
            register(() => new Cluster("ml", { ...minimal, amiSsmParameter: "/none" }), undefined, true, { calls }),
            /^InvalidArgumentsError: Cluster "ml" has a wrong argument:\n {2}- instanceType is inf1\.xlarge, which no /,
        );
    });
});
