import assert from "node:assert/strict";
import { read } from "./fixture";

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
