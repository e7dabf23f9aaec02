export { type PoolReference } from "./pool/pool-reference";
export { ContainerInsights, type CapacityProviderStrategyItem, type ClusterArgs } from "./cluster/args";
export { Cluster } from "./cluster/cluster";
export { ImagePullBehavior } from "./launch-template/image-pull";
export { AmiResolution, type LaunchTemplateArgs } from "./launch-template/args";
export { LaunchTemplate } from "./launch-template/launch-template";
export { InstanceRefresh, type ClusterPool, type PoolArgs } from "./pool/args";
export { WarmPoolState, type InstanceReusePolicy, type WarmPool } from "./pool/warm-pool";
export { ListenerProtocol, LoadBalancerType, type LoadBalancerArgs } from "./load-balancer/args";
export { LoadBalancer } from "./load-balancer/load-balancer";
export { type LoadBalancerReference } from "./load-balancer/load-balancer-reference";
export { Pool } from "./pool/pool";
export { type PoolResources } from "./pool/resources";
export { RouteProtocol, type RouteArgs, type TargetHealthCheck } from "./route/args";
export { Route } from "./route/route";
export { type TargetReference } from "./route/target-reference";
export { type BacklogScaling, type MetricScaling, type ScalingArgs, type ScheduledScaling } from "./scaling/args";
export { Scaling } from "./scaling/scaling";
export { type ServiceReference } from "./service/service-reference";
export { type ServiceArgs } from "./service/args/service";
export { type ServiceDeployment } from "./service/args/deployment";
export { Service } from "./service/service";
export { runTaskCommand, type RunTask, type TaskNetwork } from "./service/run-task-command";
export { type Container, type ModelContainer } from "./task-definition/args/container";
export {
    type ContainerDependency,
    type ContainerRestartPolicy,
    type HealthCheck,
    type HostEntry,
    type SystemControl,
    type Ulimit,
} from "./task-definition/args/container-run";
export { type ContainerSettings } from "./task-definition/args/container-settings";
export {
    type EnvironmentFile,
    type KeyValuePair,
    type RepositoryCredentials,
    type Secret,
} from "./task-definition/args/container-values";
export {
    type Device,
    type KernelCapabilities,
    type LinuxParameters,
    type Tmpfs,
} from "./task-definition/args/linux-parameters";
export { type FirelensConfiguration, type LogConfiguration } from "./task-definition/args/logging";
export { type NeuronRtd, type NeuronRtdSocket } from "./task-definition/args/neuron-rtd";
export { TransportProtocol, type PortMapping } from "./task-definition/args/port-mapping";
export { NetworkMode, type TaskDefinitionArgs } from "./task-definition/args/task-definition";
export {
    type PlacementConstraint,
    type ProxyConfiguration,
    type RoleCondition,
    type RoleStatement,
    type RuntimePlatform,
} from "./task-definition/args/task-settings";
export {
    type DockerVolumeConfiguration,
    type EfsAuthorizationConfig,
    type EfsVolumeConfiguration,
    type HostVolumeProperties,
    type MountPoint,
    type S3FilesVolumeConfiguration,
    type Volume,
    type VolumeFrom,
} from "./task-definition/args/volume";
export { type TaskPort, type TaskReference } from "./task-definition/task-reference";
export { TaskDefinition } from "./task-definition/task-definition";
export { InvalidArgumentsError } from "./validation/invalid-arguments-error";
export { deepLearningContainersRegistry, InferentiaInstanceType, ModelServer, NeuronRuntime } from "../contract";
