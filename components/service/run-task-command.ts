/** The arguments of {@link runTaskCommand}. */
export interface RunTask {
    /** The cluster's name or ARN. */
    readonly cluster: string;
    /** The task definition's ARN, or `family:revision`. */
    readonly taskDefinition: string;
    /** The capacity provider of the instances. */
    readonly capacityProvider: string;
    readonly region: string;
    /** The service that runs the same task. Default: none. */
    readonly serviceName?: string | undefined;
    /** The network of the task, needed in network mode `awsvpc`. Default: none. */
    readonly networkConfiguration?: TaskNetwork | undefined;
}

/** The network of a task in network mode `awsvpc`. */
export interface TaskNetwork {
    readonly subnets: readonly string[];
    readonly securityGroups?: readonly string[] | undefined;
}

/**
 * The `aws ecs run-task` command that runs a task once, quoted for a POSIX shell. It names the capacity provider: only
 * then does ECS start an instance for the task where none is free, from zero on. Where a service runs the same task,
 * its devices and static host ports are taken on the instances of the service; the command keeps away from those, and
 * so the pool must have room (`maxSize`) for one instance more than the service has tasks.
 *
 * Sources: AWS CLI Command Reference, ecs run-task; Amazon ECS Developer Guide, cluster query language.
 */
export function runTaskCommand(task: RunTask): string {
    const { cluster, taskDefinition, capacityProvider, region, serviceName, networkConfiguration } = task;
    return [
        ["aws", "ecs", "run-task"],
        ["--cluster", cluster],
        ["--task-definition", taskDefinition],
        ["--capacity-provider-strategy", `capacityProvider=${capacityProvider},weight=1`],
        serviceName === undefined ? [] : ["--placement-constraints", awayFrom(serviceName)],
        networkConfiguration === undefined ? [] : ["--network-configuration", network(networkConfiguration)],
        ["--region", region],
    ]
        .flat()
        .map(quoted)
        .join(" ");
}

function awayFrom(serviceName: string): string {
    return `type=memberOf,expression="not(task:group == service:${serviceName})"`;
}

function network({ subnets, securityGroups = [] }: TaskNetwork): string {
    const groups = securityGroups.length === 0 ? "" : `,securityGroups=[${securityGroups.join(",")}]`;
    return `awsvpcConfiguration={subnets=[${subnets.join(",")}]${groups}}`;
}

/** A word as a shell takes it. */
function quoted(word: string): string {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
