import type { EC2 } from "@aws-sdk/client-ec2";
import { region, tags } from "../common-inputs";
import { type Properties, text } from "../property";
import type { ResourceType } from "../resource-type";
import { fromKeyValues, tagSpecification, updateEc2Tags } from "../tags";

const inputs: Properties = { region, tags, vpcId: text({ computed: true }) };

export const internetGateway: ResourceType = {
    inputs,
    outputs: ["arn", "ownerId", "tagsAll"],
    async create(aws, values) {
        const created = await (await aws.ec2()).createInternetGateway(tagSpecification("internet-gateway", values));
        return created.InternetGateway?.InternetGatewayId ?? "";
    },
    async finish(aws, id, values) {
        await move(await aws.ec2(), id, undefined, values["vpcId"]);
    },
    async read(aws, id) {
        const { InternetGateways: [found] = [] } = await (
            await aws.ec2()
        ).describeInternetGateways({ InternetGatewayIds: [id] });
        return (
            found && {
                arn: await aws.arn("ec2", `internet-gateway/${id}`),
                ownerId: found.OwnerId,
                tagsAll: fromKeyValues(found.Tags),
                vpcId: found.Attachments?.[0]?.VpcId,
            }
        );
    },
    async update(aws, id, news, olds) {
        if (news["vpcId"] !== undefined) {
            await move(await aws.ec2(), id, olds["vpcId"], news["vpcId"]);
        }
        await updateEc2Tags(aws, id, news, olds);
    },
    async delete(aws, id, state) {
        const ec2 = await aws.ec2();
        await move(ec2, id, state["vpcId"], undefined);
        await ec2.deleteInternetGateway({ InternetGatewayId: id });
    },
};

async function move(ec2: EC2, InternetGatewayId: string, from: unknown, to: unknown): Promise<void> {
    if (from === to) {
        return;
    }
    if (typeof from === "string") {
        await ec2.detachInternetGateway({ InternetGatewayId, VpcId: from });
    }
    if (typeof to === "string") {
        await ec2.attachInternetGateway({ InternetGatewayId, VpcId: to });
    }
}
