/**
 * What an ECS task definition can hold.
 *
 * Sources: Amazon ECS Developer Guide, "Amazon ECS service quotas"; Amazon ECS API Reference, ContainerDefinition and
 * RegisterTaskDefinition.
 */

/** Containers in one task definition, the sidecar included. */
export const maxContainers = 10;

/** Bytes of a task definition as a whole; so many characters no value in it can have. */
export const maxTaskDefinitionBytes = 65536;

/** Placement constraints in one task definition. */
export const maxTaskPlacementConstraints = 10;

/** MiB of memory below which Docker starts no container. */
export const leastMemoryMiB = 6;
