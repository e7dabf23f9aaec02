/**
 * Elastic Load Balancing in front of ECS.
 *
 * Sources: Elastic Load Balancing API Reference, CreateListener and CreateRule; User Guide for Application Load
 * Balancers (subnets, listener rules, attributes).
 */

/** The oldest policy that AWS recommends: TLS 1.2 and 1.3 with forward secrecy. */
export const defaultSslPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";

/** The ports of the two listeners of an Application Load Balancer. */
export const listenerPorts = { HTTPS: 443, HTTP: 80 } as const;

/** Zones in which an Application Load Balancer must have a subnet. */
export const fewestApplicationZones = 2;

/**
 * Seconds without traffic after which a balancer closes a connection. TLS listeners of a Network one keep 350.
 *
 * Sources: Elastic Load Balancing API Reference, LoadBalancerAttribute and ListenerAttribute; User Guide for Network
 * Load Balancers, update the TCP idle timeout.
 */
export const idleTimeouts = {
    application: { minimum: 1, maximum: 4000 },
    network: { minimum: 60, maximum: 6000 },
} as const;

/** The last place of a listener rule; the first is 1. */
export const maxRulePriority = 50_000;

/** Hosts and paths of one listener rule (User Guide for Application Load Balancers, quotas: condition values). */
export const maxRuleConditions = 5;

/**
 * Asterisks and question marks in them (the same, condition wildcards). Former editions of the guide say 5: only what
 * exceeds both is wrong.
 */
export const maxRuleWildcards = 6;

/** Characters of a host or a path of a listener rule. */
export const maxRuleCharacters = 128;

/**
 * The ports of an instance that Docker or the agent chooses from: those that the kernel gives to outgoing connections,
 * unless the instance has other settings.
 *
 * Sources: aws/amazon-ecs-agent, README (ECS_DYNAMIC_HOST_PORT_RANGE) and agent/utils/ephemeral_ports.go; Amazon ECS
 * API Reference, PortMapping; Linux kernel, Documentation/networking/ip-sysctl.rst (ip_local_port_range).
 */
export const ephemeralPorts = { from: 32_768, to: 60_999 } as const;

/**
 * A target group's health check, where it says nothing; seconds, and failures (Elastic Load Balancing API Reference,
 * CreateTargetGroup).
 */
export const targetGroupDefaults = { interval: 30, unhealthyThreshold: 2 } as const;

/** Failures that Terraform's and Pulumi's provider takes for a check that gives none (aws_lb_target_group). */
export const providerUnhealthyThreshold = 3;

/** Target groups of one service (Amazon ECS Developer Guide, multiple target groups, considerations). */
export const maxTargetGroups = 5;
