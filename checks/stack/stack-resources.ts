import type { Known } from "../../ecs/known";
import type { Path } from "../../ecs/path";
import type { Deployment } from "../../ecs/service/deployment";
import type { Constraint, TaskDefinition } from "../../ecs/task/task-definition";
import type { Places } from "./places";
import type { Zones } from "./zones";
import type { SourceStarter } from "./starters/source-starter";

/** What a property names: resources of this stack, or something that the stack does not show. */
export interface ResourceReference<T> {
    /** More than one only when it cannot be told which of them is meant, or when the property names several. */
    readonly targets: readonly T[];
    /**
     * Whether it means something besides, which is not in the stack: by a name, or by naming nothing, which leaves it
     * to AWS.
     */
    readonly elsewhere: boolean;
}

export interface StackTaskDefinition {
    readonly kind: "taskDefinition";
    readonly id: string;
    readonly task: TaskDefinition;
    readonly places: Places;
}

/** What starts tasks: an ECS service, a task set, a schedule, a state of a state machine, a job definition. */
export interface TaskStarter extends Deployment, Pick<SourceStarter, "title" | "isService" | "isPlaced" | "places"> {
    readonly kind: "taskStarter";
    readonly id: string;
    /** The task definition as it stands, where the tasks run with overrides of its containers. */
    readonly withoutOverrides: StackTaskDefinition | undefined;
    readonly taskDefinition: Known<ResourceReference<StackTaskDefinition>>;
    readonly cluster: Known<ResourceReference<Cluster>>;
    readonly launchType: Known<string> | undefined;
    /** The capacity providers of its own strategy, or else of the cluster's default; undefined when there is none. */
    readonly capacity: Known<Capacity> | undefined;
    readonly placementConstraints: Known<readonly Constraint[]>;
    /** The zones of the subnets of its tasks, where those have network interfaces of their own. */
    readonly zones: Zones;
    /** The ids of the subnets that went into that network, where it is not known which of them are its. */
    readonly perhapsSubnets: readonly string[];
    /** The name of the service, which its tasks have in their group; not known where ECS makes one. */
    readonly name: Known<string>;
    readonly schedulingStrategy: Known<string> | undefined;
    readonly loadBalancers: Known<readonly ServiceLoadBalancer[]>;
    /** Seconds in which ECS ignores health checks of a new task. */
    readonly healthCheckGracePeriodSeconds: Known<number> | undefined;
}

/** Where a load balancer sends requests for the tasks of a service. */
export interface ServiceLoadBalancer {
    /** Where it stands: `["loadBalancers", 0]`. */
    readonly path: Path;
    readonly containerName: Known<string> | undefined;
    readonly containerPort: Known<number> | undefined;
    readonly targetGroup: Known<ResourceReference<TargetGroup>>;
}

export interface TargetGroup {
    readonly id: string;
    /** Seconds of failed checks after which a target is unhealthy. */
    readonly unhealthyAfter: Known<number>;
}

/** The capacity providers on which a service starts tasks. */
export interface Capacity {
    /** The property that names them. */
    readonly path: Path;
    /** The id of the resource that has it, where that is not the starter: its cluster, or the cluster's association. */
    readonly owner?: string;
    /** The names that stand there as text: `FARGATE`, or a capacity provider's name. */
    readonly names: readonly Known<string>[];
    /** Those that get tasks, or may get some. */
    readonly providers: Known<ResourceReference<CapacityProvider>>;
    /** Those of them of which it is not known whether they do. */
    readonly perhapsIdle: readonly CapacityProvider[];
}

export interface Cluster {
    readonly id: string;
}

export interface CapacityProvider {
    readonly id: string;
    readonly autoScalingGroup: Known<ResourceReference<AutoScalingGroup>>;
    /** Whether it is one of ECS Managed Instances, which have no group. */
    readonly isManaged: boolean;
    /** The types of Managed Instances that it may launch; undefined where it leaves them to ECS. */
    readonly managedTypes: Known<readonly string[]> | undefined;
}

/** An Auto Scaling group, or whatever else launches instances: a fleet, an instance that stands there by itself. */
export interface AutoScalingGroup {
    readonly id: string;
    readonly launchTemplate: Known<ResourceReference<LaunchTemplate>>;
    /** The types of a mixed instances policy, which replace that of the launch template. */
    readonly instanceTypes: Known<readonly Known<string>[]>;
    /** The zones of its instances, where it names them. */
    readonly availabilityZones: Zones;
    readonly maxSize: Known<number> | undefined;
    /** Whether AWS Batch launches it, with an image of its own choice where the launch template names none. */
    readonly isOfBatch?: boolean;
}

/** An EC2 launch template, a launch configuration, or an instance that stands there by itself. */
export interface LaunchTemplate {
    readonly kind: "launchTemplate";
    readonly id: string;
    /** In words: `launch template "inf"`, `instance "host"`. */
    readonly title: string;
    readonly isInstance: boolean;
    readonly instanceType: Known<string> | undefined;
    /** The types that meet its instance requirements, where it has some in place of a type. */
    readonly typesMeetingRequirements: Known<readonly string[]> | undefined;
    readonly imageId: Known<string> | undefined;
    /** The parameter of Systems Manager that its image comes from, as far as the stack shows it. */
    readonly imageParameter: Known<string> | undefined;
    /** Whether the component around it was given the id of an AMI, as the choice of an image of one's own. */
    readonly hasChosenImage: boolean;
    /** `required`, or `optional`, which lets IMDSv1 in. */
    readonly httpTokens: Known<string> | undefined;
    readonly httpEndpoint: Known<string> | undefined;
    /** Hops that an answer of the instance metadata service may take. */
    readonly hopLimit: Known<number> | undefined;
    /** The script, decoded. */
    readonly userData: Known<string> | undefined;
    /** The clusters that its instances join: those that its user data names, or whose names or ids went into it. */
    readonly clusters: readonly Cluster[];
}

/** What Application Auto Scaling scales: a service, by the number of its tasks. */
export interface ScalableTarget {
    readonly kind: "scalableTarget";
    readonly id: string;
    /** None where it scales something else. */
    readonly service: Known<ResourceReference<TaskStarter>>;
    /** The most tasks. */
    readonly maxCapacity: Known<number> | undefined;
}

/** A resource that rules judge. */
export type CheckedResource = StackTaskDefinition | TaskStarter | LaunchTemplate | ScalableTarget;
