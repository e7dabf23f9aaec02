import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UNKNOWN } from "../../../../checks";
import { readTerraform } from "../../../../cli/input/formats/terraform";

const folder = join(__dirname, "..", "..", "..", "fixtures", "terraform");

/** A file that Terraform itself wrote. */
function read(name: string) {
    const data = JSON.parse(readFileSync(join(folder, name), "utf8")) as unknown;
    const document = readTerraform(data);
    assert.ok(document);
    const resource = (id: string) => document.resources.find((one) => one.id === id);
    const valueAt = (id: string) =>
        document.places.get(id)?.reduce<unknown>((holder, step) => (holder as Record<string, unknown>)[step], data);
    return { document, resource, valueAt };
}

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

describe("The references of a Terraform plan", () => {
    const { resource } = read("modules.plan.json");
    const cases: [what: string, id: string, argument: string, targets: string[]][] = [
        [
            "go by the key of for_each",
            'aws_autoscaling_group.by_key["large"]',
            "launchTemplate",
            ['aws_launch_template.by_key["large"]'],
        ],
        [
            "go by the key, where instances are made for each of others",
            'aws_ecs_capacity_provider.chained["small"]',
            "autoScalingGroupProvider",
            ['aws_autoscaling_group.by_key["small"]'],
        ],
        [
            "go by the index of count",
            "aws_ecs_service.counted[1]",
            "taskDefinition",
            ["aws_ecs_task_definition.counted[1]"],
        ],
        [
            "go by an index that is written",
            "aws_ecs_service.second",
            "taskDefinition",
            ["aws_ecs_task_definition.counted[1]"],
        ],
        [
            "go through an output of a module",
            "aws_ecs_service.of_output",
            "taskDefinition",
            ["module.ml.aws_ecs_task_definition.inside"],
        ],
        ["go through a variable of a module", "module.ml.aws_ecs_service.inside", "cluster", ["aws_ecs_cluster.ml"]],
        [
            "stay in the module",
            "module.ml.aws_ecs_service.inside",
            "taskDefinition",
            ["module.ml.aws_ecs_task_definition.inside"],
        ],
    ];
    for (const [what, id, argument, targets] of cases) {
        it(what, () => assert.deepStrictEqual(resource(id)?.dependencies?.[argument], targets));
    }

    it("are not told of dynamic blocks, in which what is not known stays so", () => {
        assert.deepStrictEqual(
            ["large", "small"].map(
                (key) => resource(`aws_launch_template.by_key["${key}"]`)?.properties["metadataOptions"],
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

describe("Blocks of a Terraform plan that are made for each of something", () => {
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
});

for (const name of ["state.show.json", "state.tfstate.json"]) {
    describe(`A Terraform state (${name})`, () => {
        const { document, resource, valueAt } = read(name);

        it("has the resources that are there, without what was only read", () => {
            assert.deepStrictEqual(
                [document.format, document.resources.map(({ id }) => id).sort()],
                [
                    "Terraform state",
                    ["aws_ecs_task_definition.bert", "aws_launch_template.inf1[0]", "aws_launch_template.inf1[1]"],
                ],
            );
        });

        it("has the keys of the ECS API, and the parameter from which an image comes", () => {
            const { imageId, metadataOptions, instanceType } =
                resource("aws_launch_template.inf1[1]")?.properties ?? {};
            assert.deepStrictEqual(
                [imageId, (metadataOptions as { httpTokens: string }[])[0]?.httpTokens, instanceType],
                [
                    "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended/image_id",
                    "required",
                    "inf1.xlarge",
                ],
            );
            const { volumes } = resource("aws_ecs_task_definition.bert")?.properties ?? {};
            assert.deepStrictEqual(
                (volumes as { name: string }[]).map((volume) => volume.name),
                ["sock"],
            );
        });

        it("has the place of each resource's values", () => {
            assert.equal((valueAt("aws_launch_template.inf1[1]") as { name: string }).name, "inf1-1");
        });
    });
}

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
