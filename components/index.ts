export { type Capacity, type CapacityArgs } from "./capacity/capacity";
export { ContainerInsights, type CapacityProviderStrategyArgs, type InferentiaClusterArgs } from "./cluster/args";
export { InferentiaCluster } from "./cluster/inferentia-cluster";
export { AmiResolution, type InferentiaLaunchTemplateArgs } from "./launch-template/args";
export { InferentiaLaunchTemplate } from "./launch-template/inferentia-launch-template";
export { InstanceRefresh, type PoolArgs } from "./pool/args";
export { type InferentiaPool } from "./pool/pool";
export { type InferenceServiceArgs } from "./service/args/service";
export { type InferenceServiceDeploymentArgs } from "./service/args/deployment";
export { type InferenceTaskArgs } from "./service/args/task";
export { InferenceService } from "./service/inference-service";
export { runTaskCommand, type RunTask, type TaskNetwork } from "./service/run-task-command";
export { type ContainerArgs, type ModelContainerArgs } from "./task-definition/args/container";
export {
    type ContainerDependencyArgs,
    type ContainerRestartPolicyArgs,
    type HealthCheckArgs,
    type HostEntryArgs,
    type SystemControlArgs,
    type UlimitArgs,
} from "./task-definition/args/container-run";
export { type ContainerSettingsArgs } from "./task-definition/args/container-settings";
export {
    type EnvironmentFileArgs,
    type KeyValuePairArgs,
    type RepositoryCredentialsArgs,
    type SecretArgs,
} from "./task-definition/args/container-values";
export {
    type DeviceArgs,
    type KernelCapabilitiesArgs,
    type LinuxParametersArgs,
    type TmpfsArgs,
} from "./task-definition/args/linux-parameters";
export { type FirelensConfigurationArgs, type LogConfigurationArgs } from "./task-definition/args/logging";
export { type NeuronRtdArgs, type NeuronRtdSocketArgs } from "./task-definition/args/neuron-rtd";
export { TransportProtocol, type PortMappingArgs } from "./task-definition/args/port-mapping";
export { NetworkMode, type NeuronTaskDefinitionArgs } from "./task-definition/args/task-definition";
export {
    type PlacementConstraintArgs,
    type ProxyConfigurationArgs,
    type RoleConditionArgs,
    type RoleStatementArgs,
    type RuntimePlatformArgs,
} from "./task-definition/args/task-settings";
export {
    type DockerVolumeConfigurationArgs,
    type EfsAuthorizationConfigArgs,
    type EfsVolumeConfigurationArgs,
    type HostVolumePropertiesArgs,
    type MountPointArgs,
    type S3FilesVolumeConfigurationArgs,
    type VolumeArgs,
    type VolumeFromArgs,
} from "./task-definition/args/volume";
export { type InferenceTask } from "./task-definition/inference-task";
export { NeuronTaskDefinition } from "./task-definition/neuron-task-definition";
export { InvalidArgumentsError } from "./validation/invalid-arguments-error";
export { InferentiaInstanceType, NeuronRuntime } from "../contract";
