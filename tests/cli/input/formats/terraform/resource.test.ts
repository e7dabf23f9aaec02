import assert from "node:assert/strict";
import { keyIn, resourcesIn } from "../../../../../cli/input/formats/terraform/resource";

describe("resourcesIn", () => {
    it("finds the resources of a module and of those in it, with their places", () => {
        const inner = {
            address: 'module.ml["a"]',
            resources: [
                {
                    address: 'module.ml["a"].aws_ecs_service.web[0]',
                    type: "aws_ecs_service",
                    index: 0,
                    values: { a: 1 },
                },
            ],
        };
        const outer = {
            resources: [{ address: "data.aws_ami.x", type: "aws_ami", mode: "data" }, { type: "without an address" }],
            child_modules: [inner],
        };
        assert.deepStrictEqual(resourcesIn(outer, ["values"]), [
            {
                type: "aws_ami",
                address: "data.aws_ami.x",
                base: "data.aws_ami.x",
                key: "",
                module: "",
                isData: true,
                values: {},
                place: ["values", "resources", 0, "values"],
            },
            {
                type: "aws_ecs_service",
                address: 'module.ml["a"].aws_ecs_service.web[0]',
                base: 'module.ml["a"].aws_ecs_service.web',
                key: "[0]",
                module: 'module.ml["a"]',
                isData: false,
                values: { a: 1 },
                place: ["values", "child_modules", 0, "resources", 0, "values"],
            },
        ]);
    });
});

describe("keyIn", () => {
    it("writes the key of an instance as its address does", () => {
        assert.deepStrictEqual([0, "a", undefined].map(keyIn), ["[0]", '["a"]', ""]);
    });
});
