import type { CreateRouteRequest, Route } from "@aws-sdk/client-ec2";
import { fromApi, pascalCase, toApi } from "../api-shape";
import type { Failure } from "../failure";
import { type Properties, text, type Values } from "../property";

const destinationNames = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"];

/** Where a route leads to. */
export const destinations: Properties = Object.fromEntries(
    destinationNames.map((name) => [name, text({ replaces: true })]),
);

/** Through what a route leads. */
export const targets: Properties = {
    carrierGatewayId: text(),
    coreNetworkArn: text(),
    egressOnlyGatewayId: text({ api: "EgressOnlyInternetGatewayId" }),
    gatewayId: text(),
    localGatewayId: text(),
    natGatewayId: text(),
    networkInterfaceId: text(),
    odbNetworkArn: text(),
    transitGatewayId: text(),
    vpcEndpointId: text(),
    vpcPeeringConnectionId: text(),
};

const members: Properties = { ...destinations, ...targets };

/** The members of CreateRoute and ReplaceRoute. */
export function routeMembers(RouteTableId: string, values: Values): CreateRouteRequest {
    return { ...toApi(members, values, pascalCase), RouteTableId };
}

/** A route as EC2 describes it. */
export function routeValues(route: Route): Values {
    return fromApi(members, route, pascalCase);
}

/** The destination of a route, whichever kind it is of. */
export function destinationOf(values: Values): string {
    return String(destinationNames.map((name) => values[name]).find((value) => value !== undefined && value !== ""));
}

/** Exactly one destination and one target are required. */
export function routeFailures(values: Values): Failure[] {
    return [destinationNames, Object.keys(targets)].flatMap((names) => {
        const given = names.filter((name) => values[name] !== undefined && values[name] !== "");
        return given.length === 1
            ? []
            : [
                  {
                      property: names[0] ?? "",
                      reason: `exactly one of ${names.join(", ")} is required; given are ${given.join(", ") || "none"}`,
                  },
              ];
    });
}
