import type { IpPermission } from "@aws-sdk/client-ec2";
import { boolean, list, number, object, type Property, text, type Values } from "../property";

/** A rule as it stands in a security group's own `ingress` and `egress`. */
export const inlineRules: Property = list(
    object({
        cidrBlocks: list(text(), { unordered: true }),
        description: text(),
        fromPort: number({ required: true }),
        ipv6CidrBlocks: list(text(), { unordered: true }),
        prefixListIds: list(text(), { unordered: true }),
        protocol: text({ required: true, meaning: protocolMeaning }),
        securityGroups: list(text(), { unordered: true }),
        self: boolean(),
        toPort: number({ required: true }),
    }),
    { computed: true, unordered: true },
);

/** `all` and `-1` are the same. */
function protocolMeaning(protocol: string): string {
    return protocol === "all" ? "-1" : protocol.toLowerCase();
}

/** An inline rule as EC2 takes it. */
export function toIpPermission(rule: Values, groupId: string): IpPermission {
    const description = rule["description"] as string | undefined;
    const text = description === undefined || description === "" ? {} : { Description: description };
    const members = (name: string): string[] => (rule[name] ?? []) as string[];
    const groups = [...members("securityGroups"), ...(rule["self"] === true ? [groupId] : [])];
    const protocol = protocolMeaning(String(rule["protocol"]));
    return {
        IpProtocol: protocol,
        ...(protocol === "-1" ? {} : { FromPort: Number(rule["fromPort"]), ToPort: Number(rule["toPort"]) }),
        ...present(
            "IpRanges",
            members("cidrBlocks").map((CidrIp) => ({ CidrIp, ...text })),
        ),
        ...present(
            "Ipv6Ranges",
            members("ipv6CidrBlocks").map((CidrIpv6) => ({ CidrIpv6, ...text })),
        ),
        ...present(
            "PrefixListIds",
            members("prefixListIds").map((PrefixListId) => ({ PrefixListId, ...text })),
        ),
        ...present(
            "UserIdGroupPairs",
            groups.map((GroupId) => ({ GroupId, ...text })),
        ),
    };
}

function present<Name extends string, Item>(name: Name, items: Item[]): { [Key in Name]?: Item[] } {
    return (items.length === 0 ? {} : { [name]: items }) as { [Key in Name]?: Item[] };
}

/** What EC2 describes, as an inline rule. */
export function fromIpPermission(permission: IpPermission, groupId: string): Values {
    const groups = (permission.UserIdGroupPairs ?? []).map((pair) => pair.GroupId);
    const first = [
        ...(permission.IpRanges ?? []),
        ...(permission.Ipv6Ranges ?? []),
        ...(permission.UserIdGroupPairs ?? []),
    ][0];
    return {
        cidrBlocks: (permission.IpRanges ?? []).map((range) => range.CidrIp),
        description: first?.Description ?? "",
        fromPort: permission.FromPort ?? 0,
        ipv6CidrBlocks: (permission.Ipv6Ranges ?? []).map((range) => range.CidrIpv6),
        prefixListIds: (permission.PrefixListIds ?? []).map((one) => one.PrefixListId),
        protocol: permission.IpProtocol,
        securityGroups: groups.filter((id) => id !== groupId),
        self: groups.includes(groupId),
        toPort: permission.ToPort ?? 0,
    };
}
