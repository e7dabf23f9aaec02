import { region, tags } from "../common-inputs";
import { allUnserved, type Properties, text } from "../property";
import type { ResourceType } from "../resource-type";
import { fromKeyValues, tagSpecification, updateEc2Tags } from "../tags";

const inputs: Properties = {
    domain: text({ replaces: true, computed: true, oneOf: ["vpc"] }),
    region,
    tags,
    ...allUnserved(
        "address",
        "associateWithPrivateIp",
        "customerOwnedIpv4Pool",
        "instance",
        "ipamPoolId",
        "networkBorderGroup",
        "networkInterface",
        "publicIpv4Pool",
    ),
};

export const eip: ResourceType = {
    inputs,
    outputs: [
        "allocationId",
        "arn",
        "associationId",
        "carrierIp",
        "customerOwnedIp",
        "privateDns",
        "privateIp",
        "ptrRecord",
        "publicDns",
        "publicIp",
        "tagsAll",
    ],
    async create(aws, values) {
        const created = await (
            await aws.ec2()
        ).allocateAddress({ Domain: "vpc", ...tagSpecification("elastic-ip", values) });
        return created.AllocationId ?? "";
    },
    async read(aws, id) {
        const { Addresses: [found] = [] } = await (await aws.ec2()).describeAddresses({ AllocationIds: [id] });
        return (
            found && {
                allocationId: id,
                arn: await aws.arn("ec2", `elastic-ip/${id}`),
                associationId: found.AssociationId ?? "",
                carrierIp: found.CarrierIp ?? "",
                customerOwnedIp: found.CustomerOwnedIp ?? "",
                domain: found.Domain,
                privateDns: "",
                privateIp: found.PrivateIpAddress ?? "",
                ptrRecord: "",
                publicDns: publicDns(found.PublicIp ?? "", aws.region),
                publicIp: found.PublicIp,
                tagsAll: fromKeyValues(found.Tags),
            }
        );
    },
    async update(aws, id, news, olds) {
        await updateEc2Tags(aws, id, news, olds);
    },
    async delete(aws, id) {
        await (await aws.ec2()).releaseAddress({ AllocationId: id });
    },
};

function publicDns(address: string, region: string): string {
    const zone = region === "us-east-1" ? "compute-1" : `${region}.compute`;
    return `ec2-${address.replaceAll(".", "-")}.${zone}.amazonaws.com`;
}
