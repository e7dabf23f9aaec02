/**
 * Elastic Load Balancing in front of ECS.
 *
 * Sources: Elastic Load Balancing API Reference, CreateListener and CreateRule; User Guide for Application Load
 * Balancers (subnets, listener rules, attributes) and for Network Load Balancers (attributes, listeners).
 */

/** The oldest policy that AWS recommends: TLS 1.2 and 1.3 with forward secrecy. */
export const defaultSslPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";

/** The ports of the two listeners of an Application Load Balancer. */
export const listenerPorts = { HTTPS: 443, HTTP: 80 } as const;

/** Zones in which an Application Load Balancer must have a subnet. */
export const fewestApplicationZones = 2;

/** Seconds without traffic after which a balancer closes a connection. TLS listeners of a Network one keep 350. */
export const idleTimeouts = {
    application: { least: 1, most: 4000 },
    network: { least: 60, most: 6000 },
} as const;
