/** The name of a cluster, service, container, volume or task definition family (Amazon ECS API Reference). */
export const ecsNamePattern = /^[a-zA-Z0-9_-]{1,255}$/;

/** {@link ecsNamePattern} in words. */
export const ecsNameRequirement = "1 to 255 letters, digits, hyphens and underscores";
