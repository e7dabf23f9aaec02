import type { Aws } from "../aws";
import { region, tags } from "../common-inputs";
import { differences } from "../differences";
import { join } from "../failure";
import { list, object, type Properties, text, unserved, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { fromKeyValues, tagSpecification, updateEc2Tags } from "../tags";
import { isUnknown } from "../unknown";
import { routeFailures, routeMembers, routeValues, targets } from "./route-members";

const inputs: Properties = {
    propagatingVgws: unserved(),
    region,
    routes: list(object({ cidrBlock: text(), destinationPrefixListId: text(), ipv6CidrBlock: text(), ...targets }), {
        computed: true,
        unordered: true,
    }),
    tags,
    vpcId: text({ required: true, replaces: true }),
};

export const routeTable: ResourceType = {
    inputs,
    outputs: ["arn", "ownerId", "tagsAll"],
    check: (values) =>
        routesOf(values).flatMap((route, index) =>
            isUnknown(route)
                ? []
                : routeFailures(asRoute(route)).map(({ property, reason }) => ({
                      property: join(`routes[${index}]`, property),
                      reason,
                  })),
        ),
    async create(aws, values) {
        const created = await (
            await aws.ec2()
        ).createRouteTable({ VpcId: String(values["vpcId"]), ...tagSpecification("route-table", values) });
        return created.RouteTable?.RouteTableId ?? "";
    },
    finish: (aws, id, values) => setRoutes(aws, id, [], routesOf(values)),
    async read(aws, id) {
        const { RouteTables: [found] = [] } = await (await aws.ec2()).describeRouteTables({ RouteTableIds: [id] });
        return (
            found && {
                arn: await aws.arn("ec2", `route-table/${id}`),
                ownerId: found.OwnerId,
                propagatingVgws: [],
                routes: (found.Routes ?? [])
                    .filter((one) => one.GatewayId !== "local")
                    .map((one) => {
                        const { destinationCidrBlock, destinationIpv6CidrBlock, ...rest } = routeValues(one);
                        return {
                            ...rest,
                            cidrBlock: destinationCidrBlock ?? "",
                            ipv6CidrBlock: destinationIpv6CidrBlock ?? "",
                        };
                    }),
                tagsAll: fromKeyValues(found.Tags),
                vpcId: found.VpcId,
            }
        );
    },
    async update(aws, id, news, olds) {
        if (news["routes"] !== undefined) {
            await setRoutes(aws, id, routesOf(olds), routesOf(news));
        }
        await updateEc2Tags(aws, id, news, olds);
    },
    async delete(aws, id) {
        await (await aws.ec2()).deleteRouteTable({ RouteTableId: id });
    },
};

function routesOf(values: Values): Values[] {
    return Array.isArray(values["routes"]) ? (values["routes"] as Values[]) : [];
}

/** An inline route in the names of a route of its own. */
function asRoute({ cidrBlock, ipv6CidrBlock, ...rest }: Values): Values {
    const given = Object.entries({ ...rest, destinationCidrBlock: cidrBlock, destinationIpv6CidrBlock: ipv6CidrBlock });
    return Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== ""));
}

async function setRoutes(aws: Aws, id: string, before: Values[], after: Values[]): Promise<void> {
    const ec2 = await aws.ec2();
    const { routes } = inputs;
    const isSame = (left: Values, right: Values): boolean =>
        routes !== undefined && differences({ routes }, { routes: [left] }, { routes: [right] }).length === 0;
    for (const gone of before.filter((one) => !after.some((other) => isSame(one, other)))) {
        const { RouteTableId, DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId } = routeMembers(
            id,
            asRoute(gone),
        );
        await ec2.deleteRoute({
            RouteTableId,
            DestinationCidrBlock,
            DestinationIpv6CidrBlock,
            DestinationPrefixListId,
        });
    }
    for (const added of after.filter((one) => !before.some((other) => isSame(one, other)))) {
        await ec2.createRoute(routeMembers(id, asRoute(added)));
    }
}
