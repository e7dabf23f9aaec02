import { createHash } from "node:crypto";
import { region } from "../common-inputs";
import { type Properties, text } from "../property";
import type { ResourceType } from "../resource-type";
import { destinationOf, destinations, routeFailures, routeMembers, routeValues, targets } from "./route-members";

const inputs: Properties = {
    ...destinations,
    ...targets,
    region,
    routeTableId: text({ required: true, replaces: true }),
};

export const route: ResourceType = {
    inputs,
    outputs: ["instanceId", "instanceOwnerId", "origin", "state"],
    check: routeFailures,
    async create(aws, values) {
        const table = String(values["routeTableId"]);
        await (await aws.ec2()).createRoute(routeMembers(table, values));
        // EC2 has no id for a route.
        return `r-${table}${createHash("sha256").update(destinationOf(values)).digest("hex").slice(0, 8)}`;
    },
    async read(aws, _id, state) {
        const table = String(state["routeTableId"]);
        const { RouteTables: [found] = [] } = await (await aws.ec2()).describeRouteTables({ RouteTableIds: [table] });
        const own = found?.Routes?.find((one) => destinationOf(routeValues(one)) === destinationOf(state));
        return (
            own && {
                ...routeValues(own),
                instanceId: own.InstanceId ?? "",
                instanceOwnerId: own.InstanceOwnerId ?? "",
                origin: own.Origin,
                routeTableId: table,
                state: own.State,
            }
        );
    },
    async update(aws, _id, news) {
        await (await aws.ec2()).replaceRoute(routeMembers(String(news["routeTableId"]), news));
    },
    async delete(aws, _id, state) {
        const { RouteTableId, DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId } = routeMembers(
            String(state["routeTableId"]),
            state,
        );
        await (
            await aws.ec2()
        ).deleteRoute({ RouteTableId, DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId });
    },
};
