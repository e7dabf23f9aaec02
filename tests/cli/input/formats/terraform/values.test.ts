import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../../checks";
import { readTerraform } from "../../../../../cli/input/formats/terraform";
import { read } from "./fixture";

describe("Blocks of a Terraform plan that are created for each of something", () => {
    const { resource } = read("dynamic.plan.json");
    const blocks: [id: string, property: string, value: unknown][] = [
        ["aws_ecs_task_definition.open", "volumes", UNKNOWN],
        ["aws_ecs_task_definition.open", "placementConstraints", UNKNOWN],
        ["aws_ecs_task_definition.open", "networkMode", undefined],
        ["aws_ecs_service.open", "capacityProviderStrategy", UNKNOWN],
        ["aws_ecs_service.open", "placementConstraints", UNKNOWN],
        ["aws_ecs_service.open", "launchType", undefined],
        ["aws_ecs_cluster_capacity_providers.open", "defaultCapacityProviderStrategy", UNKNOWN],
        [
            "aws_ecs_service.known",
            "placementConstraints",
            [{ expression: "attribute:ecs.instance-type == inf1.xlarge", type: "memberOf" }],
        ],
    ];
    for (const [id, property, value] of blocks) {
        const what = value === UNKNOWN ? "not known" : value === undefined ? "absent" : "known";
        it(`leave ${property} of ${id} ${what}`, () => {
            assert.deepStrictEqual(resource(id)?.properties[property], value);
        });
    }

    it("stay not known, where the plan does not say what is in them", () => {
        assert.deepStrictEqual(
            ["large", "small"].map(
                (key) =>
                    read("modules.plan.json").resource(`aws_launch_template.by_key["${key}"]`)?.properties[
                        "metadataOptions"
                    ],
            ),
            [
                [
                    {
                        httpTokens: "required",
                        httpEndpoint: UNKNOWN,
                        httpProtocolIpv6: UNKNOWN,
                        httpPutResponseHopLimit: UNKNOWN,
                        instanceMetadataTags: UNKNOWN,
                    },
                ],
                undefined,
            ],
        );
    });
});

it("A task definition of Terraform has its platform as one object", () => {
    const values = { family: "a", container_definitions: "[]", runtime_platform: [{ cpu_architecture: "X86_64" }] };
    const resources = [
        { address: "aws_ecs_task_definition.a", mode: "managed", type: "aws_ecs_task_definition", values },
    ];
    const document = readTerraform({ terraform_version: "1.11.4", values: { root_module: { resources } } });
    assert.deepStrictEqual(document?.resources[0]?.properties, {
        family: "a",
        containerDefinitions: "[]",
        runtimePlatform: { cpuArchitecture: "X86_64" },
    });
});
