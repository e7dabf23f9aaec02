import type { EC2, SecurityGroup } from "@aws-sdk/client-ec2";
import type { Aws } from "../aws";
import { region, tags } from "../common-inputs";
import { differences } from "../differences";
import { boolean, type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { fromKeyValues, tagSpecification, updateEc2Tags } from "../tags";
import { refuseWhileUsed } from "./dependents";
import { fromIpPermission, inlineRules, toIpPermission } from "./ip-permission";

const inputs: Properties = {
    description: text({ replaces: true, default: "Managed by Pulumi" }),
    egress: inlineRules,
    ingress: inlineRules,
    name: text({ replaces: true }),
    namePrefix: text({ replaces: true }),
    region,
    revokeRulesOnDelete: boolean({ default: false }),
    tags,
    vpcId: text({ replaces: true, computed: true }),
};

export const securityGroup: ResourceType = {
    inputs,
    outputs: ["arn", "ownerId", "tagsAll"],
    autoName: { maxLength: 255 },
    async create(aws, values) {
        const { vpcId } = values;
        const created = await (
            await aws.ec2()
        ).createSecurityGroup({
            GroupName: String(values["name"]),
            Description: String(values["description"]),
            ...(typeof vpcId === "string" ? { VpcId: vpcId } : {}),
            ...tagSpecification("security-group", values),
        });
        return created.GroupId ?? "";
    },
    async finish(aws, id, values) {
        const ec2 = await aws.ec2();
        // EC2 opens every new group to the outside; Pulumi's provider takes that back.
        const egress = (await describe(aws, id))?.IpPermissionsEgress ?? [];
        if (egress.length > 0) {
            await ec2.revokeSecurityGroupEgress({ GroupId: id, IpPermissions: egress });
        }
        await setRules(ec2, id, {}, values);
    },
    async read(aws, id) {
        const found = await describe(aws, id);
        return (
            found && {
                arn: await aws.arn("ec2", `security-group/${id}`),
                description: found.Description,
                egress: (found.IpPermissionsEgress ?? []).map((one) => fromIpPermission(one, id)),
                ingress: (found.IpPermissions ?? []).map((one) => fromIpPermission(one, id)),
                name: found.GroupName,
                ownerId: found.OwnerId,
                tagsAll: fromKeyValues(found.Tags),
                vpcId: found.VpcId,
            }
        );
    },
    async update(aws, id, news, olds) {
        await setRules(await aws.ec2(), id, olds, news);
        await updateEc2Tags(aws, id, news, olds);
    },
    async delete(aws, id, state) {
        await refuseWhileUsed(aws, "instance.group-id", id, `resource ${id} has a dependent object`);
        const ec2 = await aws.ec2();
        if (state["revokeRulesOnDelete"] === true) {
            const found = await describe(aws, id);
            await change(ec2, "revoke", "ingress", id, found?.IpPermissions ?? []);
            await change(ec2, "revoke", "egress", id, found?.IpPermissionsEgress ?? []);
        }
        await ec2.deleteSecurityGroup({ GroupId: id });
    },
};

type Direction = "ingress" | "egress";

async function describe(aws: Aws, id: string): Promise<SecurityGroup | undefined> {
    const { SecurityGroups: [found] = [] } = await (await aws.ec2()).describeSecurityGroups({ GroupIds: [id] });
    return found;
}

/**
 * Revokes the rules that are no more and authorizes the new ones; rules that the program does not name are left to
 * others.
 */
async function setRules(ec2: EC2, id: string, olds: Values, news: Values): Promise<void> {
    for (const direction of ["ingress", "egress"] as const) {
        if (news[direction] === undefined) {
            continue;
        }
        const before = (olds[direction] ?? []) as Values[];
        const after = news[direction] as Values[];
        const without = (rules: Values[], others: Values[]): Values[] =>
            rules.filter((rule) => !others.some((other) => isSameRule(rule, other)));
        await change(
            ec2,
            "revoke",
            direction,
            id,
            without(before, after).map((rule) => toIpPermission(rule, id)),
        );
        await change(
            ec2,
            "authorize",
            direction,
            id,
            without(after, before).map((rule) => toIpPermission(rule, id)),
        );
    }
}

function isSameRule(left: Values, right: Values): boolean {
    return differences({ rule: inlineRules }, { rule: [left] }, { rule: [right] }).length === 0;
}

async function change(
    ec2: EC2,
    verb: "authorize" | "revoke",
    direction: Direction,
    GroupId: string,
    IpPermissions: ReturnType<typeof toIpPermission>[],
): Promise<void> {
    if (IpPermissions.length === 0) {
        return;
    }
    const request = { GroupId, IpPermissions };
    if (direction === "ingress") {
        await (verb === "authorize"
            ? ec2.authorizeSecurityGroupIngress(request)
            : ec2.revokeSecurityGroupIngress(request));
    } else {
        await (verb === "authorize"
            ? ec2.authorizeSecurityGroupEgress(request)
            : ec2.revokeSecurityGroupEgress(request));
    }
}
