/** The name of the configuration that is taken where none is given. */
export const configurationFile = "ecs-inferentia.yaml";
