/**
 * What an ECS task definition can hold at most.
 *
 * Source: Amazon ECS Developer Guide, "Amazon ECS service quotas".
 */

/** Containers in one task definition, the sidecar included. */
export const mostContainers = 10;

/** Bytes of a task definition as a whole; so many characters no value in it can have. */
export const mostTaskDefinitionBytes = 65536;
