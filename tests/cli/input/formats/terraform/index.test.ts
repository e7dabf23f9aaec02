import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../../checks";
import { Workspace } from "../../../command";
import { rightDefinition, terraformPlan } from "../../../definitions";
import { read } from "./fixture";

describe("A Terraform plan of new resources", () => {
    const { document, resource, valueAt } = read("stack.plan.json");

    it("has what the configuration leaves out as absent, though the provider will tell a value", () => {
        const { launchType, capacityProviderStrategy, taskDefinition } =
            resource("aws_ecs_service.bert")?.properties ?? {};
        assert.deepStrictEqual(
            [launchType, capacityProviderStrategy, taskDefinition],
            [undefined, [{ base: null, capacityProvider: "inf1", weight: 1 }], UNKNOWN],
        );
        assert.deepStrictEqual(resource("aws_launch_template.inf1")?.properties["metadataOptions"], [
            { httpTokens: "optional" },
        ]);
        assert.deepStrictEqual(
            resource("aws_launch_template.without_options")?.properties["metadataOptions"],
            undefined,
        );
    });

    it("has what its arguments refer to", () => {
        const { capacityProviderStrategy, taskDefinition, cluster } =
            resource("aws_ecs_service.bert")?.dependencies ?? {};
        assert.deepStrictEqual(
            [capacityProviderStrategy, taskDefinition, cluster],
            [["aws_ecs_capacity_provider.inf1"], ["aws_ecs_task_definition.bert"], ["aws_ecs_cluster.ml"]],
        );
    });

    it("has the place of each resource's values", () => {
        assert.equal((valueAt("aws_ecs_service.bert") as { name: string }).name, "bert");
        assert.equal(document.format, "Terraform plan");
    });
});

describe("ecs-inferentia check, for Terraform,", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    it("takes what a Terraform plan does not know yet for unknown, never for absent", () => {
        const plan = terraformPlan(rightDefinition());
        const [module] = plan.planned_values.root_module.child_modules;
        delete (module?.resources[0]?.values as { container_definitions?: string }).container_definitions;
        Object.assign(plan.resource_changes[0]?.change.after_unknown ?? {}, { container_definitions: true });
        workspace.write("unknown.json", plan);
        const { code, out } = workspace.run(["check", "--format", "json", "unknown.json"]);
        const { findings } = JSON.parse(out) as { findings: { kind: string }[] };
        assert.equal(code, 0);
        assert.ok(findings.length > 0);
        assert.ok(findings.every(({ kind }) => kind === "unknown"));
    });
});
