import assert from "node:assert/strict";
import { ec2Principal, trustPolicy } from "../../../components/iam/policy";

describe("A policy of trust", () => {
    it("lets one service assume the role", () => {
        assert.deepStrictEqual(JSON.parse(trustPolicy("ecs-tasks.amazonaws.com")), {
            Version: "2012-10-17",
            Statement: [
                { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" } },
            ],
        });
    });

    it("names EC2 by the domain of the partition", () => {
        assert.equal(ec2Principal("amazonaws.com.cn"), "ec2.amazonaws.com.cn");
    });
});
