import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { warn } from "../../../components/engine/warn";
import { register } from "../mocked-engine";

describe("a warning of a component", () => {
    it("is logged once the component is registered", async () => {
        const warnings: string[] = [];
        await register(() => warn("odd", new pulumi.ComponentResource("test:index:Odd", "odd")), undefined, false, {
            warnings,
        });
        assert.deepStrictEqual(warnings, ["odd"]);
    });

    it("is not logged of a component with an input that fails, so that it holds no error back", async () => {
        const warnings: string[] = [];
        const fails = pulumi.output(Promise.reject(new Error("no such VPC")));
        await assert.rejects(
            register(
                () => warn("odd", new pulumi.ComponentResource("test:index:Odd", "odd", { vpcId: fails })),
                undefined,
                false,
                { warnings },
            ),
            /no such VPC/,
        );
        assert.deepStrictEqual(warnings, []);
    });
});
