import assert from "node:assert/strict";
import { trustPolicy } from "../../../components/iam/policy";
import { alone, inputsOf, ofPool } from "./harness";

describe("pool: the role of its instances", () => {
    it("lets EC2 assume its role by the name that EC2 has in the partition", async () => {
        const getPartition = () => ({ partition: "aws-cn", dnsSuffix: "amazonaws.com.cn" });
        const resources = await alone(ofPool, { calls: { "aws:index/getPartition:getPartition": getPartition } });
        assert.deepStrictEqual(resources["inf-instance-role"], {
            assumeRolePolicy: trustPolicy("ec2.amazonaws.com.cn"),
        });
    });

    it("creates a role with further policies and a permissions boundary", async () => {
        const boundary = "arn:aws:iam::123456789012:policy/boundary";
        const policyArn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
        const resources = await inputsOf({ instanceRolePolicyArns: [policyArn], permissionsBoundary: boundary });
        assert.deepStrictEqual(
            [resources["ml-instance-role"], resources["ml-instance-policy-0"]],
            [
                { assumeRolePolicy: trustPolicy("ec2.amazonaws.com"), permissionsBoundary: boundary },
                { role: "ml-instance-role", policyArn },
            ],
        );
    });

    it("uses a given role as it is, in a profile", async () => {
        const resources = await inputsOf({ instanceRoleArn: "arn:aws:iam::123456789012:role/team/own" });
        assert.deepStrictEqual(
            [resources["ml-instance-role"], resources["ml-instance-policy"], resources["ml-instance-profile"]],
            [undefined, undefined, { role: "own" }],
        );
    });

    it("uses a given instance profile as it is", async () => {
        const arn = "arn:aws:iam::123456789012:instance-profile/own";
        const resources = await inputsOf({ instanceProfileArn: arn });
        assert.deepStrictEqual(
            [resources["ml-instance-profile"], resources["ml-instance-template"]?.["iamInstanceProfile"]],
            [undefined, { arn }],
        );
    });
});
