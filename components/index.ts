export { ContainerInsights, type InferentiaClusterArgs } from "./cluster/args";
export { InferentiaCluster } from "./cluster/inferentia-cluster";
export { type Inf1LaunchTemplateArgs } from "./launch-template/args";
export { Inf1LaunchTemplate } from "./launch-template/inf1-launch-template";
export { type CapacityArgs } from "./capacity/capacity";
export { type InferenceServiceArgs } from "./service/args";
export { type InferenceServiceDeploymentArgs } from "./service/deployment-args";
export { InferenceService } from "./service/inference-service";
export { runTaskCommand, type RunTask, type TaskNetwork } from "./service/run-task-command";
export {
    NetworkMode,
    TransportProtocol,
    type ModelContainerArgs,
    type NeuronTaskDefinitionArgs,
    type PortMappingArgs,
} from "./task-definition/args";
export { NeuronTaskDefinition } from "./task-definition/neuron-task-definition";
export { InvalidArgumentsError } from "./validation/invalid-arguments-error";
export { Inf1InstanceType } from "../contract";
