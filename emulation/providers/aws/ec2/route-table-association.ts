import { region } from "../common-inputs";
import { type Properties, text } from "../property";
import type { ResourceType } from "../resource-type";

const inputs: Properties = {
    gatewayId: text({ replaces: true }),
    region,
    routeTableId: text({ required: true, replaces: true }),
    subnetId: text({ replaces: true }),
};

/** A subnet has one association at a time, so that a new one cannot stand beside the old. */
export const routeTableAssociation: ResourceType = {
    inputs,
    outputs: [],
    deleteBeforeReplace: true,
    check: ({ subnetId, gatewayId }) =>
        (subnetId === undefined) === (gatewayId === undefined)
            ? [{ property: "subnetId", reason: "exactly one of subnetId, gatewayId is required" }]
            : [],
    async create(aws, { routeTableId, subnetId, gatewayId }) {
        const created = await (
            await aws.ec2()
        ).associateRouteTable({
            RouteTableId: String(routeTableId),
            SubnetId: subnetId as string | undefined,
            GatewayId: gatewayId as string | undefined,
        });
        return created.AssociationId ?? "";
    },
    async read(aws, id) {
        const { RouteTables: [table] = [] } = await (
            await aws.ec2()
        ).describeRouteTables({
            Filters: [{ Name: "association.route-table-association-id", Values: [id] }],
        });
        const found = table?.Associations?.find((one) => one.RouteTableAssociationId === id);
        return found && { gatewayId: found.GatewayId, routeTableId: found.RouteTableId, subnetId: found.SubnetId };
    },
    async delete(aws, id) {
        await (await aws.ec2()).disassociateRouteTable({ AssociationId: id });
    },
};
