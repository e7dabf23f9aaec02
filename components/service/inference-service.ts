import { Service } from "@pulumi/aws/ecs/service";
import * as pulumi from "@pulumi/pulumi";
import { componentTypes } from "../../contract";
import { capacityMembers } from "../capacity/capacity";
import { split, splitIfOutput } from "../engine/record";
import { beforeUpdate, type Inputs } from "../engine/before-update";
import { OwnResources } from "../engine/own-resources";
import { inferenceTaskMembers } from "./args/task";
import type { ArgumentCheck } from "../validation/validate";
import { whenValid } from "../engine/when-valid";
import { withoutNulls } from "../engine/without-nulls";
import { ownedByService, serviceFields, type InferenceServiceArgs } from "./args/service";
import { checkService } from "./check";
import { refuseMoveOffRemovedPool } from "./moved-pool";
import { poolServices } from "./pool-services";
import { runTaskCommand } from "./run-task-command";
import { serviceArguments } from "./service-arguments";
import { serviceOnPool } from "./service-on-pool";

const resources = new OwnResources<InferenceService, Service>();

/**
 * An ECS service of an inference task: on the instances of a pool, one task for each instance, with a circuit breaker
 * that rolls a failed deployment back. Task, pool and service are checked together at preview, and so are the services
 * that share a pool.
 *
 * @throws InvalidArgumentsError with every wrong argument, before anything of the service is created.
 */
export class InferenceService extends pulumi.ComponentResource {
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

    constructor(name: string, args: InferenceServiceArgs, opts?: pulumi.ComponentResourceOptions) {
        args = withoutNulls(args);
        const refuseMove = (before: Inputs, next: Inputs) => {
            refuseMoveOffRemovedPool(name, before, next);
        };
        // No hook runs where the ECS service is replaced, but its component is updated all the same. The hook of the
        // service knows of a move that failed half way.
        const hooks = beforeUpdate(`InferenceService ${name}: pool`, refuseMove);
        super(componentTypes.service, name, args, pulumi.mergeOptions(opts, { hooks }));
        const services = poolServices();
        const check: ArgumentCheck<InferenceServiceArgs> = {
            fields: serviceFields,
            owned: ownedByService,
            together: (given, problems) => {
                const service = serviceOnPool(given);
                const othersOnPool = services.register(this, name, service);
                checkService(given, { name, service }, othersOnPool, problems);
            },
        };
        const dependsOn = whenValid("InferenceService", name, withSplitRecords(args), check, this);
        const capacity = split(args.capacity, capacityMembers, dependsOn);
        const task = split(args.task, inferenceTaskMembers, dependsOn);

        const service = new Service(`${name}-service`, serviceArguments(args, capacity, task), {
            parent: this,
            dependsOn,
            ignoreChanges: args.ignoreDesiredCount === true ? ["desiredCount"] : [],
            hooks: beforeUpdate(`${name}-service-pool`, refuseMove),
        });

        resources.set(this, service);
        this.serviceName = service.name;
        // The id of an ECS service is its ARN.
        this.serviceArn = service.id;
        this.runTaskCommand = pulumi
            .output({
                cluster: capacity.clusterName,
                taskDefinition: task.taskDefinitionArn,
                capacityProvider: capacity.capacityProviderName,
                // The fourth field of an ARN.
                region: capacity.clusterArn.apply((arn) => arn.split(":")[3] ?? ""),
                serviceName: service.name,
                networkConfiguration: args.networkConfiguration,
            })
            .apply(runTaskCommand);
        this.registerOutputs({
            serviceName: this.serviceName,
            serviceArn: this.serviceArn,
            runTaskCommand: this.runTaskCommand,
        });
    }

    /** The ECS service. */
    get service(): Service {
        return resources.of(this);
    }
}

/** The arguments with each record that is an output split, so that its known members are checked at preview. */
function withSplitRecords(args: InferenceServiceArgs): InferenceServiceArgs {
    return {
        ...args,
        capacity: splitIfOutput(args.capacity, capacityMembers),
        task: splitIfOutput(args.task, inferenceTaskMembers),
    };
}
