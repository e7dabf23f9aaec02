import assert from "node:assert/strict";
import {
    TerraformConfiguration,
    inModule,
    referencesIn,
    splitModule,
} from "../../../../../cli/input/formats/terraform/configuration";

const references = (...names: string[]) => ({ references: names });
const configuration = new TerraformConfiguration({
    resources: [
        {
            address: "aws_ecs_service.web",
            expressions: { cluster: references("var.cluster") },
            for_each_expression: references("var.names"),
        },
    ],
    module_calls: {
        ml: {
            expressions: { cluster: references("aws_ecs_cluster.ml.arn", "aws_ecs_cluster.ml") },
            for_each_expression: references("local.teams"),
            module: {
                outputs: { task: { expression: references("aws_ecs_task_definition.bert.arn") } },
                resources: [
                    { address: "aws_ecs_task_definition.bert", expressions: { family: references("var.name") } },
                ],
            },
        },
    },
});

describe("The configuration in a Terraform plan", () => {
    it("tells what a resource is given, in a module of several instances too", () => {
        assert.deepStrictEqual(configuration.expressionsOf("aws_ecs_service.web", ""), {
            cluster: references("var.cluster"),
        });
        const [base, module] = ['module.ml["a"].aws_ecs_task_definition.bert', 'module.ml["a"]'];
        assert.deepStrictEqual(configuration.expressionsOf(base, module), { family: references("var.name") });
        assert.equal(configuration.expressionsOf("aws_ecs_service.other", ""), undefined);
    });

    it("tells for what instances are created", () => {
        assert.deepStrictEqual(configuration.forEachOf("aws_ecs_service.web", ""), ["var.names"]);
        assert.deepStrictEqual(configuration.moduleForEach('module.ml["a"]'), ["local.teams"]);
    });

    it("tells what a module is given, and gives back", () => {
        assert.deepStrictEqual(configuration.variable('module.ml["a"]', "cluster"), ["aws_ecs_cluster.ml.arn"]);
        assert.deepStrictEqual(configuration.output("module.ml", "task"), ["aws_ecs_task_definition.bert.arn"]);
        assert.deepStrictEqual(configuration.output("module.other", "task"), []);
    });
});

describe("The references in an expression", () => {
    it("are the longest of each, in blocks too", () =>
        assert.deepStrictEqual(
            referencesIn([{ a: references("x.y[0].arn", "x.y[0]", "x.y"), b: { c: references("x.yz") } }]),
            ["x.y[0].arn", "x.yz"],
        ));

    it("are none in what is no expression", () =>
        assert.deepStrictEqual(
            [undefined, "x.y", { constant_value: 1 }].map((one) => referencesIn(one)),
            [[], [], []],
        ));
});

describe("The address of a module", () => {
    it("is that of the one around it, a name and a key", () =>
        assert.deepStrictEqual(["module.a", 'module.a[0].module.b["k.[1]"]', ""].map(splitModule), [
            { parent: "", name: "a", key: "" },
            { parent: "module.a[0]", name: "b", key: '["k.[1]"]' },
            { parent: "", name: "", key: "" },
        ]));

    it("stands before what is in it", () =>
        assert.deepStrictEqual([inModule("", "x.y"), inModule("module.a", "x.y")], ["x.y", "module.a.x.y"]));
});
