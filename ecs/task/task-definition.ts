import type { Known } from "../known";
import type { Path } from "../path";

/**
 * What the rules need of an ECS task definition, wherever it was written. Each place is a value, absent, or unknown.
 */
export interface TaskDefinition {
    readonly containers: Known<readonly Container[]>;
    readonly volumes: Known<readonly Volume[]>;
    readonly placementConstraints: Known<readonly Constraint[]>;
    readonly requiresCompatibilities: Known<readonly Known<string>[]>;
    readonly networkMode: Known<string> | undefined;
    /** MiB and CPU units of the task as a whole. */
    readonly memory: Known<number> | undefined;
    readonly cpu: Known<number> | undefined;
    readonly runtimePlatform: Known<RuntimePlatform>;
    /** Where the definition is not of the shape that ECS takes, and how. */
    readonly problems: readonly ShapeProblem[];
}

export interface ShapeProblem {
    readonly path: Path;
    /** What is wrong, without the value. */
    readonly reason: string;
}

/** A volume that the task declares. */
export interface Volume {
    readonly name: Known<string>;
    /** The directory of the instance that it is; undefined where Docker gives each task one of its own. */
    readonly hostPath: Known<string> | undefined;
}

export interface Constraint {
    readonly type: Known<string>;
    readonly expression: Known<string> | undefined;
}

export interface Container {
    /** Where it stands: `["containerDefinitions", 0]`. */
    readonly path: Path;
    readonly name: Known<string>;
    readonly image: Known<string>;
    readonly essential: Known<boolean>;
    readonly privileged: Known<boolean>;
    readonly entryPoint: Known<readonly Known<string>[]>;
    readonly command: Known<readonly Known<string>[]>;
    readonly environment: Known<readonly Variable[]>;
    readonly dependsOn: Known<readonly Dependency[]>;
    readonly mountPoints: Known<readonly MountPoint[]>;
    /** The names of the containers whose mounts this one takes over. */
    readonly volumesFrom: Known<readonly Known<string>[]>;
    readonly portMappings: Known<readonly PortMapping[]>;
    readonly addedCapabilities: Known<readonly Known<string>[]>;
    /** Whether a list of capabilities to drop stands there, be it empty. */
    readonly hasDropList: Known<boolean>;
    readonly devices: Known<readonly Device[]>;
    /** The user of its process, by name or number, perhaps with a group. */
    readonly user: Known<string> | undefined;
    /** The names of the variables whose values come from a secret. */
    readonly secrets: Known<readonly Known<string>[]>;
    /** Whether variables come from files too, of which nothing is known. */
    readonly hasEnvironmentFiles: Known<boolean>;
    readonly resourceRequirements: Known<readonly ResourceRequirement[]>;
    readonly dockerLabels: Known<ReadonlyMap<string, Known<string>>>;
    /** MiB, hard and soft, and CPU units. */
    readonly memory: Known<number> | undefined;
    readonly memoryReservation: Known<number> | undefined;
    readonly cpu: Known<number> | undefined;
    /** Whether a health check can ever make it HEALTHY: one of `NONE` cannot. */
    readonly hasHealthCheck: Known<boolean>;
    /** Seconds after which its health check finds it unhealthy where it never succeeds; 0 without one. */
    readonly unhealthyAfter: Known<number>;
    /** Whether the container routes the logs of the others (FireLens). */
    readonly routesLogs: Known<boolean>;
}

export interface RuntimePlatform {
    readonly cpuArchitecture: Known<string> | undefined;
    readonly operatingSystemFamily: Known<string> | undefined;
}

/** A device that a container maps. */
export interface Device {
    /** The path on the instance. */
    readonly hostPath: Known<string>;
    /** The path in the container; undefined where it is the same. */
    readonly containerPath: Known<string> | undefined;
    /** What the container may do with it; undefined where it says nothing, which is everything. */
    readonly permissions: Known<readonly Known<string>[]> | undefined;
}

export interface ResourceRequirement {
    readonly type: Known<string>;
    readonly value: Known<string>;
}

export interface Variable {
    readonly name: Known<string>;
    readonly value: Known<string>;
}

export interface Dependency {
    readonly containerName: Known<string>;
    readonly condition: Known<string>;
}

/** The conditions by which a container waits for the end of another. */
export const endConditions: readonly string[] = ["SUCCESS", "COMPLETE"];

export interface MountPoint {
    readonly sourceVolume: Known<string>;
    readonly containerPath: Known<string>;
    readonly readOnly: Known<boolean>;
}

export interface PortMapping {
    readonly hostPort: Known<number>;
    readonly containerPort: Known<number>;
    readonly protocol: Known<string>;
}
