/** A resource of a state, as `pulumi stack export` writes it; only what counts here. */
interface Resource {
    readonly urn: string;
    readonly type: string;
    readonly custom?: boolean;
    readonly parent?: string;
    readonly provider?: string;
    readonly dependencies?: readonly string[];
    readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>>;
    readonly deletedWith?: string;
    readonly replaceWith?: readonly string[];
    readonly inputs?: Readonly<Record<string, unknown>>;
    readonly outputs?: Readonly<Record<string, unknown>>;
}

/** Resources that must be there as long as another one is. */
interface Order {
    readonly why: string;
    readonly kept: readonly string[];
    readonly user: string;
    /** Which of the kept ones a user needs. */
    readonly needs: (user: Resource, kept: Resource, all: readonly Resource[]) => boolean;
}

const group = "aws:autoscaling/group:Group";
const service = "aws:ecs/service:Service";

/** Which resources a destroy must keep until others are gone. */
const orders: readonly Order[] = [
    {
        why: "instances reach ECS and ECR through it, until they are drained",
        kept: [
            "aws:ec2/eip:Eip",
            "aws:ec2/internetGateway:InternetGateway",
            "aws:ec2/natGateway:NatGateway",
            "aws:ec2/route:Route",
            "aws:ec2/routeTable:RouteTable",
            "aws:ec2/routeTableAssociation:RouteTableAssociation",
            "aws:ec2/subnet:Subnet",
            "aws:ec2/vpc:Vpc",
        ],
        user: group,
        needs: () => true,
    },
    {
        why: "instances have it, and drain through it",
        kept: ["aws:ec2/securityGroup:SecurityGroup", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"],
        user: group,
        needs: isAncestor,
    },
    {
        why: "the agent registers, drains and deregisters by it",
        kept: [
            "aws:ec2/launchTemplate:LaunchTemplate",
            "aws:ecs/cluster:Cluster",
            "aws:iam/instanceProfile:InstanceProfile",
            "aws:iam/role:Role",
            "aws:iam/rolePolicy:RolePolicy",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        ],
        user: group,
        needs: isAncestor,
    },
    {
        why: "ECS keeps the instances of a capacity provider only while it has it",
        kept: [group],
        user: "aws:ecs/capacityProvider:CapacityProvider",
        needs: ({ inputs }, { outputs }) => JSON.stringify(inputs).includes(`"${String(outputs?.["arn"])}"`),
    },
    {
        why: "ECS keeps a capacity provider, and the cluster's list of them, while a service uses it",
        kept: [
            "aws:ecs/capacityProvider:CapacityProvider",
            "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
        ],
        user: service,
        needs: (user, { type, outputs }) => {
            const own = (user.outputs?.["capacityProviderStrategies"] ?? []) as { capacityProvider: string }[];
            const names = type.endsWith(":CapacityProvider") ? [outputs?.["name"]] : outputs?.["capacityProviders"];
            return own.some(({ capacityProvider }) => (names as unknown[]).includes(capacityProvider));
        },
    },
    {
        why: "the service's tasks start, log and stop with it",
        kept: [
            "aws:cloudwatch/logGroup:LogGroup",
            "aws:ecs/taskDefinition:TaskDefinition",
            "aws:iam/role:Role",
            "aws:iam/rolePolicy:RolePolicy",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        ],
        user: service,
        needs: ({ outputs }, { parent }, all) => {
            const task = all.find((one) => one.outputs?.["arn"] === outputs?.["taskDefinition"]);
            return task !== undefined && parent === task.parent;
        },
    },
];

/** Whether a resource stands in the same component as another one, or in a component around that. */
function isAncestor(user: Resource, { parent }: Resource, all: readonly Resource[]): boolean {
    const parentOfUser = all.find(({ urn }) => urn === user.parent);
    return (
        parentOfUser !== undefined &&
        (parentOfUser.urn === parent || isAncestor(parentOfUser, { parent } as Resource, all))
    );
}

/**
 * The resources of a state that a destroy could delete too early, by the dependencies that the engine follows.
 *
 * Source: pulumi, pkg/resource/graph/dependency_graph.go, DependenciesOf: of a component, its children before the
 * resource count too.
 */
export function goneTooEarly(state: unknown): string[] {
    const { resources } = (state as { deployment: { resources: Resource[] } }).deployment;
    const after = keptFor(resources);
    return orders
        .flatMap(({ kept, user, needs, why }) =>
            resources
                .filter(({ type }) => type === user)
                .flatMap((one) =>
                    resources
                        .filter((other) => kept.includes(other.type) && needs(one, other, resources))
                        .filter(({ urn }) => !after.get(one.urn)?.has(urn))
                        .map((other) => `${shown(other)} may go before ${shown(one)}: ${why}`),
                ),
        )
        .sort();
}

/** By the URN of each resource, the ones that stay until it has gone. */
function keptFor(resources: readonly Resource[]): ReadonlyMap<string, ReadonlySet<string>> {
    const kept = new Map<string, Set<string>>();
    for (const [index, one] of resources.entries()) {
        const named = new Set([
            ...(one.dependencies ?? []),
            ...Object.values(one.propertyDependencies ?? {}).flatMap((urns) => urns ?? []),
            ...(one.replaceWith ?? []),
            ...[one.deletedWith, one.provider?.slice(0, one.provider.lastIndexOf("::"))].filter((urn) => urn),
        ]);
        const before = resources.slice(0, index);
        const components = before.filter(({ urn, custom }) => named.has(urn) && custom !== true);
        const direct = before.filter(
            (other) =>
                named.has(other.urn) ||
                other.urn === one.parent ||
                components.some(({ urn: parent }) => isAncestor(other, { parent } as Resource, before)),
        );
        kept.set(one.urn, new Set(direct.flatMap(({ urn }) => [urn, ...(kept.get(urn) ?? [])])));
    }
    return kept;
}

function shown({ type, urn }: Resource): string {
    return `${type.split(":").at(-1)} ${urn.split("::").at(-1)}`;
}
