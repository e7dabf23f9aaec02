import type { IpPermission } from "@aws-sdk/client-ec2";
import { region, tags } from "../common-inputs";
import type { Failure } from "../failure";
import { number, type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { fromKeyValues, tagSpecification, updateEc2Tags } from "../tags";
import { isUnknown } from "../unknown";

const inputs: Properties = {
    cidrIpv4: text(),
    cidrIpv6: text(),
    description: text(),
    fromPort: number(),
    ipProtocol: text({ required: true }),
    prefixListId: text(),
    referencedSecurityGroupId: text(),
    region,
    securityGroupId: text({ required: true, replaces: true }),
    tags,
    toPort: number(),
};

const peers = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];

/** One rule of a security group, as a resource of its own. */
export function securityGroupRule(direction: "egress" | "ingress"): ResourceType {
    return {
        inputs,
        outputs: ["arn", "securityGroupRuleId", "tagsAll"],
        check: (values) => [...peerFailures(values), ...portFailures(values)],
        async create(aws, values) {
            const ec2 = await aws.ec2();
            const request = {
                GroupId: String(values["securityGroupId"]),
                IpPermissions: [permission(values)],
                ...tagSpecification("security-group-rule", values),
            };
            const answer = await (direction === "egress"
                ? ec2.authorizeSecurityGroupEgress(request)
                : ec2.authorizeSecurityGroupIngress(request));
            return answer.SecurityGroupRules?.[0]?.SecurityGroupRuleId ?? "";
        },
        async read(aws, id) {
            const { SecurityGroupRules: [found] = [] } = await (
                await aws.ec2()
            ).describeSecurityGroupRules({ SecurityGroupRuleIds: [id] });
            return (
                found && {
                    arn: await aws.arn("ec2", `security-group-rule/${id}`),
                    cidrIpv4: found.CidrIpv4,
                    cidrIpv6: found.CidrIpv6,
                    description: found.Description,
                    ipProtocol: found.IpProtocol,
                    // EC2 answers -1 where a rule is for all ports.
                    ...(found.FromPort === -1 ? {} : { fromPort: found.FromPort, toPort: found.ToPort }),
                    prefixListId: found.PrefixListId,
                    referencedSecurityGroupId: found.ReferencedGroupInfo?.GroupId,
                    securityGroupId: found.GroupId,
                    securityGroupRuleId: id,
                    tagsAll: fromKeyValues(found.Tags),
                }
            );
        },
        async update(aws, id, news, olds) {
            const text = (name: string): string | undefined => news[name] as string | undefined;
            await (
                await aws.ec2()
            ).modifySecurityGroupRules({
                GroupId: String(news["securityGroupId"]),
                SecurityGroupRules: [
                    {
                        SecurityGroupRuleId: id,
                        SecurityGroupRule: {
                            CidrIpv4: text("cidrIpv4"),
                            CidrIpv6: text("cidrIpv6"),
                            Description: text("description"),
                            FromPort: (news["fromPort"] ?? -1) as number,
                            IpProtocol: text("ipProtocol"),
                            PrefixListId: text("prefixListId"),
                            ReferencedGroupId: text("referencedSecurityGroupId"),
                            ToPort: (news["toPort"] ?? -1) as number,
                        },
                    },
                ],
            });
            await updateEc2Tags(aws, id, news, olds);
        },
        async delete(aws, id, state) {
            const ec2 = await aws.ec2();
            const request = { GroupId: String(state["securityGroupId"]), SecurityGroupRuleIds: [id] };
            await (direction === "egress"
                ? ec2.revokeSecurityGroupEgress(request)
                : ec2.revokeSecurityGroupIngress(request));
        },
    };
}

function permission(values: Values): IpPermission {
    const description = values["description"] as string | undefined;
    const text = description === undefined ? {} : { Description: description };
    const peer = peers.find((name) => values[name] !== undefined) ?? "";
    const value = String(values[peer]);
    const members: Record<string, IpPermission> = {
        cidrIpv4: { IpRanges: [{ CidrIp: value, ...text }] },
        cidrIpv6: { Ipv6Ranges: [{ CidrIpv6: value, ...text }] },
        prefixListId: { PrefixListIds: [{ PrefixListId: value, ...text }] },
        referencedSecurityGroupId: { UserIdGroupPairs: [{ GroupId: value, ...text }] },
    };
    return {
        IpProtocol: String(values["ipProtocol"]),
        ...(values["fromPort"] === undefined ? {} : { FromPort: Number(values["fromPort"]) }),
        ...(values["toPort"] === undefined ? {} : { ToPort: Number(values["toPort"]) }),
        ...members[peer],
    };
}

function peerFailures(values: Values): Failure[] {
    const given = peers.filter((name) => values[name] !== undefined);
    return given.length === 1
        ? []
        : [
              {
                  property: "cidrIpv4",
                  reason: `exactly one of ${peers.join(", ")} is required; given are ${given.join(", ") || "none"}`,
              },
          ];
}

function portFailures(values: Values): Failure[] {
    const protocol = values["ipProtocol"];
    if (isUnknown(protocol)) {
        return [];
    }
    const all = protocol === "-1" || protocol === "all";
    return ["fromPort", "toPort"].flatMap((property) => {
        if (all && values[property] !== undefined) {
            return [
                { property, reason: `is given, but ipProtocol ${String(protocol)} is for all ports: leave it out` },
            ];
        }
        return !all && values[property] === undefined
            ? [{ property, reason: `is required with ipProtocol ${String(protocol)}` }]
            : [];
    });
}
