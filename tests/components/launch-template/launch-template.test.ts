import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { LaunchTemplate } from "../../../components";
import { children, recommendedAmiId, register } from "../mocked-engine";
import { minimal } from "./right-launch";

describe("LaunchTemplate", () => {
    it("gives what it launches as outputs", async () => {
        const outputs: unknown[] = [];
        await register(() => {
            const { launchTemplateId, latestVersion, amiId, amiName, instanceType, launchTemplate } =
                new LaunchTemplate("inf1", minimal);
            return pulumi
                .all([launchTemplateId, latestVersion, amiId, amiName, instanceType, launchTemplate.id])
                .apply((values) => outputs.push(...values));
        });
        assert.deepStrictEqual(outputs, [
            "inf1-template-id",
            1,
            recommendedAmiId,
            "amzn2-ami-ecs-inf-hvm-2.0.20260820-x86_64-ebs",
            "inf1.xlarge",
            "inf1-template-id",
        ]);
    });

    it("refuses a wrong argument before it registers a child", async () => {
        let registered: readonly unknown[] = [];
        await assert.rejects(
            register(
                () => new LaunchTemplate("inf1", { ...minimal, securityGroupIds: [] }),
                (so) => (registered = children(so)),
            ),
            {
                name: "InvalidArgumentsError",
                message:
                    'LaunchTemplate "inf1" has a wrong argument:\n' +
                    "  - securityGroupIds is empty, but must be a list with at least one security group id",
            },
        );
        assert.deepStrictEqual(registered, []);
    });
});
