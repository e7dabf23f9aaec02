import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Cluster } from "../../../components";
import { register } from "../mocked-engine";

async function warnings(region: string): Promise<string[]> {
    const told: string[] = [];
    pulumi.runtime.setAllConfig({ "aws:region": region });
    try {
        await register(() => new Cluster("ml", { instanceType: "inf2.xlarge", runtime: "libnrt" }), undefined, false, {
            warnings: told,
        });
    } finally {
        pulumi.runtime.setAllConfig({});
    }
    return told;
}

describe("aws:region", () => {
    it("warns of a region that @pulumi/aws does not know, with the nearest one", async () => {
        assert.deepStrictEqual(await warnings("us-eats-1"), [
            'aws:region is "us-eats-1", which @pulumi/aws does not know (did you mean us-east-1?); correct it with ' +
                "pulumi config set aws:region",
        ]);
    });

    it("does not warn of a known region", async () => {
        assert.deepStrictEqual(await warnings("eu-central-1"), []);
    });
});
