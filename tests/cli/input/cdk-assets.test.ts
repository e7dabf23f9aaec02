import assert from "node:assert/strict";
import { join } from "node:path";
import { assetsOf } from "../../../cli/input/cdk-assets";

describe("The files in a list of assets of the CDK", () => {
    const manifest = join("cdk.out", "Ml.assets.json");

    it("stand under each key that they get in a bucket", () =>
        assert.deepStrictEqual(
            assetsOf(
                {
                    files: {
                        a1: {
                            source: { path: "nested.template.json", packaging: "file" },
                            destinations: { dev: { objectKey: "a1.json" }, prod: { objectKey: "a1-prod.json" } },
                        },
                        b2: { source: { executable: ["make"] }, destinations: { dev: { objectKey: "b2.zip" } } },
                    },
                },
                manifest,
            ),
            [
                ["a1.json", join("cdk.out", "nested.template.json")],
                ["a1-prod.json", join("cdk.out", "nested.template.json")],
            ],
        ));

    it("are none in what is no such list", () =>
        assert.deepStrictEqual(
            [undefined, { files: [] }, { files: { a: 1 } }].map((one) => assetsOf(one, manifest)),
            [[], [], []],
        ));
});
