/** The type tokens of the components that programs name, as Pulumi's states and policy packs see them. */
export const componentTypes = {
    cluster: "pulumi-ecs-inferentia:index:InferentiaCluster",
    launchTemplate: "pulumi-ecs-inferentia:index:InferentiaLaunchTemplate",
    taskDefinition: "pulumi-ecs-inferentia:index:NeuronTaskDefinition",
    service: "pulumi-ecs-inferentia:index:InferenceService",
} as const;

/** The type token of the component inside a cluster that associates its capacity providers. */
export const associationType = "pulumi-ecs-inferentia:index:CapacityProviderAssociation";
