import { Service as EcsService } from "@pulumi/aws/ecs/service";
import * as pulumi from "@pulumi/pulumi";
import { componentTypes } from "../../contract";
import { givenArguments } from "../engine/given-arguments";
import { recordOutput, split, withRecords, type Split } from "../engine/record";
import { poolReference, type PoolReference } from "../pool/pool-reference";
import { beforeUpdate, type Inputs } from "../engine/before-update";
import { targetReference } from "../route/target-reference";
import { OwnResources } from "../engine/own-resources";
import { taskReference } from "./args/task";
import type { ArgumentCheck } from "../validation/validate";
import { whenValid } from "../engine/when-valid";
import { ownedByService, serviceFields, type ServiceArgs } from "./args/service";
import { checkService } from "./check";
import { refuseIgnoredChange } from "./ignored-change";
import { refuseMoveOffRemovedPool, refuseMoveWithoutDeployment, refuseReplacedPool } from "./moved-pool";
import { poolServices } from "./pool-services";
import { runTaskCommand } from "./run-task-command";
import type { TaskReference } from "../task-definition/task-reference";
import { serviceArguments, serviceOptions } from "./service-arguments";
import { serviceOnPool } from "./service-on-pool";
import type { ServiceReference } from "./service-reference";
import { ignoresLoadBalancers, strategyOf } from "./strategy";

const resources = new OwnResources<Service, EcsService>();

/**
 * An ECS service of an inference task: on the instances of a pool, one task for each instance, with a circuit breaker
 * that rolls a failed deployment back. Task, pool and service are checked together at preview, and so are the services
 * that share a pool.
 *
 * @throws InvalidArgumentsError with every wrong argument, before anything of the service is created.
 */
export class Service extends pulumi.ComponentResource {
    /** The service, for scaling. */
    public readonly service: pulumi.Output<ServiceReference>;
    /** The service's name. */
    public readonly serviceName: pulumi.Output<string>;
    /** The service's ARN. */
    public readonly serviceArn: pulumi.Output<string>;
    /**
     * The command that runs the task once beside the service, for a POSIX shell. ECS starts an instance for it where
     * none is free. The devices and static host ports of the service's instances are taken, so the pool must have room
     * for one instance more than the service has tasks; until then the task waits.
     */
    public readonly runTaskCommand: pulumi.Output<string>;

    constructor(name: string, args: ServiceArgs, opts?: pulumi.ComponentResourceOptions) {
        const given = withRecords(
            givenArguments("Service", name, args),
            { task: taskReference.members, pool: poolReference.members },
            { routes: ["target", targetReference.members] },
        );
        const refuseMove = (before: Inputs, next: Inputs) => {
            refuseMoveOffRemovedPool(name, before, next);
        };
        // No hook runs where the ECS service is replaced, but its component is updated all the same. The hook of the
        // service knows of a move that failed half way.
        const hooks = beforeUpdate(`Service ${name}: pool`, (before, next) => {
            refuseMove(before, next);
            refuseReplacedPool(name, before, next);
            refuseMoveWithoutDeployment(name, before, next);
            if (ignoresLoadBalancers(given)) {
                refuseIgnoredChange(name, before, next);
            }
        });
        super(componentTypes.service, name, given, pulumi.mergeOptions(opts, { hooks }));
        const services = poolServices();
        const check: ArgumentCheck<typeof given> = {
            fields: serviceFields,
            owned: ownedByService,
            together: (values, problems) => {
                const service = serviceOnPool(values);
                const othersOnPool = services.register(this, name, service);
                checkService(values, { name, service }, othersOnPool, problems);
            },
        };
        const dependsOn = whenValid("Service", name, given, check, this);
        const task = split<TaskReference>(given.task, taskReference.members, dependsOn);
        const ownPool = given.pool && split<PoolReference>(given.pool, poolReference.members, dependsOn);
        // One of the two gives it: that is checked above.
        const pool = (ownPool ?? task.pool) as Split<PoolReference>;

        const service = new EcsService(`${name}-service`, serviceArguments(given, pool, task, dependsOn), {
            parent: this,
            dependsOn,
            ...serviceOptions(given),
            hooks: beforeUpdate(`${name}-service-pool`, refuseMove),
        });

        resources.set(this, service);
        const reference = {
            serviceName: service.name,
            clusterName: pool.clusterName,
            componentName: name,
            poolName: pool.poolName,
            ignoreDesiredCount: given.ignoreDesiredCount ?? false,
            maxSize: pool.maxSize,
            deploymentMinimumHealthyPercent: given.deploymentMinimumHealthyPercent,
            deploymentMaximumPercent: given.deploymentMaximumPercent,
            deploymentStrategy: strategyOf(given, dependsOn),
        } satisfies { readonly [Key in keyof Split<ServiceReference>]: unknown };
        this.service = recordOutput(reference);
        this.serviceName = service.name;
        // The id of an ECS service is its ARN.
        this.serviceArn = service.id;
        this.runTaskCommand = pulumi
            .output({
                cluster: pool.clusterName,
                taskDefinition: task.taskDefinitionArn,
                capacityProvider: pool.capacityProviderName,
                // The fourth field of an ARN.
                region: pool.clusterArn.apply((arn) => arn.split(":")[3] ?? ""),
                serviceName: service.name,
                networkConfiguration: given.networkConfiguration,
            })
            .apply(runTaskCommand);
        this.registerOutputs({
            // The record itself: a preview knows an output of it only as a whole.
            service: reference,
            serviceName: this.serviceName,
            serviceArn: this.serviceArn,
            runTaskCommand: this.runTaskCommand,
        });
    }

    /** The ECS service. */
    get ecsService(): EcsService {
        return resources.of(this);
    }
}
