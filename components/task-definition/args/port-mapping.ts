import type * as pulumi from "@pulumi/pulumi";
import { awsObject } from "../../validation/shape";
import { integer, oneOf, text } from "../../validation/values";

/** The protocol of a port mapping. */
export const TransportProtocol = {
    Tcp: "tcp",
    Udp: "udp",
} as const;
/** The protocol of a port mapping. */
export type TransportProtocol = (typeof TransportProtocol)[keyof typeof TransportProtocol];

/** A port of a container, or a range of them. */
export interface PortMapping {
    /** The port in the container, 1 to 65535. This or `containerPortRange` is needed. */
    containerPort?: pulumi.Input<number> | undefined;
    /** Ports in the container, `8500-8510`; ECS chooses the ports on the instance. Excludes `containerPort`. */
    containerPortRange?: pulumi.Input<string> | undefined;
    /**
     * The port on the instance, 0 to 65535; 0 lets Docker choose one at each start (bridge mode only). A static port is
     * held by one task for each instance, so a deployment needs a second instance to roll.
     * Default: 0 in bridge mode, else the container's port.
     */
    hostPort?: pulumi.Input<number> | undefined;
    /** `tcp` or `udp`. Default: `tcp`. */
    protocol?: pulumi.Input<TransportProtocol> | undefined;
    /** The name by which Service Connect and VPC Lattice know the port. Default: none. */
    name?: pulumi.Input<string> | undefined;
    /** What Service Connect takes the traffic for: `http`, `http2` or `grpc`. Default: TCP. */
    appProtocol?: pulumi.Input<string> | undefined;
}

export const portMapping = awsObject<PortMapping>("a port mapping", {
    containerPort: integer(1, 65535, ""),
    containerPortRange: text(/^\d{1,5}-\d{1,5}$/, "a range of ports, such as 8500-8510"),
    hostPort: integer(0, 65535, ""),
    protocol: oneOf(Object.values(TransportProtocol)),
    name: text(/^[a-z0-9_][a-z0-9_-]{0,63}$/, "1 to 64 lower-case letters, digits, hyphens and underscores"),
    appProtocol: oneOf(["http", "http2", "grpc"]),
});
