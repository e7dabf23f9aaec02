import { failing, minimal, refusesLookups } from "../refused-lookups";

const getVpc = "aws:ec2/getVpc:getVpc";

describe("cluster: the VPC", () => {
    refusesLookups(
        [
            "no default VPC",
            minimal,
            { [getVpc]: failing("invoking aws:ec2/getVpc:getVpc: no matching EC2 VPC found") },
            "vpcId is missing, and the account has no default VPC in the region; give vpcId and subnetIds",
        ],
        [
            "a mistyped region",
            minimal,
            { [getVpc]: failing("validating provider credentials: invalid AWS Region: us-esat-1") },
            "vpcId is missing, and the default VPC cannot be looked up: there is no such AWS region; correct " +
                "aws:region (pulumi config set aws:region us-west-2)",
        ],
    );
});
