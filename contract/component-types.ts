/** The name of the Pulumi package, in programs of all languages. */
export const packageName = "ecs-inferentia";

/** The type tokens of the components that programs name, as Pulumi's states and policy packs see them. */
export const componentTypes = {
    cluster: `${packageName}:index:Cluster`,
    pool: `${packageName}:index:Pool`,
    launchTemplate: `${packageName}:index:LaunchTemplate`,
    loadBalancer: `${packageName}:index:LoadBalancer`,
    taskDefinition: `${packageName}:index:TaskDefinition`,
    route: `${packageName}:index:Route`,
    service: `${packageName}:index:Service`,
    scaling: `${packageName}:index:Scaling`,
} as const;

/** The type token of the component inside a cluster that associates its capacity providers. */
export const associationType = `${packageName}:index:CapacityProviderAssociation`;
