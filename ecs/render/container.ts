/**
 * A container definition of ECS as data: what the renderers of the runtimes read and write of it. A container may hold
 * any other field of ECS's; those pass through as they are. Each value may be known only later.
 *
 * Source: Amazon ECS API Reference, ContainerDefinition.
 */
import type { Known } from "../known";

/** A list whose length, or items, may be known only later. */
export type KnownList<T> = Known<readonly Known<T>[]>;

export interface EnvironmentVariable {
    readonly name: Known<string>;
    readonly value: Known<string>;
}

export interface PortMapping {
    readonly containerPort?: Known<number> | undefined;
    readonly containerPortRange?: Known<string> | undefined;
    readonly hostPort?: Known<number> | undefined;
    readonly protocol?: Known<string> | undefined;
}

export interface Dependency {
    readonly containerName: Known<string>;
    readonly condition: Known<string>;
}

export interface MountPoint {
    readonly sourceVolume: Known<string>;
    readonly containerPath: Known<string>;
    readonly readOnly?: Known<boolean> | undefined;
}

export interface Device {
    readonly hostPath: Known<string>;
    readonly containerPath?: Known<string> | undefined;
    readonly permissions?: KnownList<string> | undefined;
}

export interface Capabilities {
    readonly add?: KnownList<string> | undefined;
    readonly drop?: KnownList<string> | undefined;
}

export interface LinuxParameters {
    readonly capabilities?: Known<Capabilities> | undefined;
    readonly devices?: KnownList<Device> | undefined;
}

export interface HealthCheck {
    readonly command: KnownList<string>;
    readonly interval?: Known<number> | undefined;
    readonly timeout?: Known<number> | undefined;
    readonly retries?: Known<number> | undefined;
}

export interface LogConfiguration {
    readonly logDriver: Known<string>;
    readonly options?: Known<Readonly<Record<string, Known<string>>>> | undefined;
}

/** The fields that every container may be given. */
export interface ContainerFields {
    readonly cpu?: Known<number> | undefined;
    readonly memory?: Known<number> | undefined;
    readonly memoryReservation?: Known<number> | undefined;
    readonly environment?: KnownList<EnvironmentVariable> | undefined;
    readonly mountPoints?: KnownList<MountPoint> | undefined;
    readonly linuxParameters?: Known<LinuxParameters> | undefined;
    readonly healthCheck?: Known<HealthCheck> | undefined;
    readonly logConfiguration?: Known<LogConfiguration> | undefined;
}

/** A container beside the daemon, as it is given. */
export interface Container extends ContainerFields {
    readonly name: Known<string>;
    readonly image: Known<string>;
    readonly entryPoint?: KnownList<string> | undefined;
    readonly command?: KnownList<string> | undefined;
    readonly essential?: Known<boolean> | undefined;
    readonly portMappings?: KnownList<PortMapping> | undefined;
    readonly dependsOn?: KnownList<Dependency> | undefined;
    readonly user?: Known<string> | undefined;
    readonly firelensConfiguration?: unknown;
}

/** A container as `register-task-definition` takes it, with the defaults that ECS would add. */
export interface ContainerDefinition extends Container {
    readonly cpu: Known<number>;
    readonly essential: Known<boolean>;
    readonly environment: KnownList<EnvironmentVariable>;
    readonly mountPoints: KnownList<MountPoint>;
    readonly portMappings: KnownList<PortMapping>;
}
