export { type Capacity, type CapacityArgs } from "./capacity/capacity";
export { ContainerInsights, type CapacityProviderStrategyArgs, type InferentiaClusterArgs } from "./cluster/args";
export { InferentiaCluster } from "./cluster/inferentia-cluster";
export { AmiResolution, type InferentiaLaunchTemplateArgs } from "./launch-template/args";
export { InferentiaLaunchTemplate } from "./launch-template/inferentia-launch-template";
export { InstanceRefresh, type PoolArgs } from "./pool/args";
export { type InferentiaPool } from "./pool/pool";
export { type InferenceServiceArgs } from "./service/args";
export { InferenceService } from "./service/inference-service";
export { runTaskCommand } from "./service/run-task-command";
export {
    NetworkMode,
    TransportProtocol,
    type ModelContainerArgs,
    type NeuronTaskDefinitionArgs,
    type PortMappingArgs,
} from "./task-definition/args";
export { NeuronTaskDefinition } from "./task-definition/neuron-task-definition";
export { InvalidArgumentsError } from "./validation/invalid-arguments-error";
export { InferentiaInstanceType, NeuronRuntime } from "../contract";
