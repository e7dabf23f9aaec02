import { Aws } from "../providers/aws/aws";
import { activeServices } from "../providers/aws/ecs/clusters";
import { region as regionOfSession } from "./environment";
import type { Session } from "./session";

/**
 * The emulated AWS of a session, to be asked directly. This process's AWS clients then read no settings of the user's
 * either.
 */
export function awsOf({ endpoint, env }: Session, region = regionOfSession): Aws {
    for (const name of [
        "AWS_CONFIG_FILE",
        "AWS_SHARED_CREDENTIALS_FILE",
        "AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED",
    ]) {
        process.env[name] = env[name];
    }
    return new Aws(endpoint, region);
}

const ofEcs = { ServiceNamespace: "ecs" } as const;

type Names = readonly (string | undefined)[];

/**
 * What of each kind is there: AWS keeps what was deleted for a while, and says so. Without network interfaces, which
 * the emulator forgets to delete.
 */
const kinds: Readonly<Record<string, (aws: Aws) => Promise<Names>>> = {
    "ECS cluster": async (aws) => activeClusters(aws),
    "ECS service": async (aws) => {
        const services = (await activeClusters(aws)).map((cluster) => activeServices(aws, cluster ?? ""));
        return (await Promise.all(services)).flat().map(({ serviceArn }) => serviceArn);
    },
    "ECS task definition": async (aws) =>
        (await (await aws.ecs()).listTaskDefinitions({ status: "ACTIVE" })).taskDefinitionArns ?? [],
    "ECS capacity provider": async (aws) =>
        ((await (await aws.ecs()).describeCapacityProviders({})).capacityProviders ?? [])
            .filter(({ status }) => status === "ACTIVE")
            .map(({ name }) => name),
    "Auto Scaling group": async (aws) =>
        ((await (await aws.autoScaling()).describeAutoScalingGroups({})).AutoScalingGroups ?? []).map(
            (group) => group.AutoScalingGroupName,
        ),
    "EC2 instance": async (aws) =>
        ((await (await aws.ec2()).describeInstances({})).Reservations ?? [])
            .flatMap(({ Instances = [] }) => Instances)
            .filter(({ State }) => State?.Name !== "terminated")
            .map(({ InstanceId }) => InstanceId),
    "launch template": async (aws) =>
        ((await (await aws.ec2()).describeLaunchTemplates({})).LaunchTemplates ?? []).map(
            (template) => template.LaunchTemplateName,
        ),
    "EBS volume": async (aws) =>
        ((await (await aws.ec2()).describeVolumes({})).Volumes ?? []).map(({ VolumeId }) => VolumeId),
    VPC: async (aws) => ((await (await aws.ec2()).describeVpcs({})).Vpcs ?? []).map(({ VpcId }) => VpcId),
    subnet: async (aws) =>
        ((await (await aws.ec2()).describeSubnets({})).Subnets ?? []).map(({ SubnetId }) => SubnetId),
    "internet gateway": async (aws) =>
        ((await (await aws.ec2()).describeInternetGateways({})).InternetGateways ?? []).map(
            ({ InternetGatewayId }) => InternetGatewayId,
        ),
    "NAT gateway": async (aws) =>
        ((await (await aws.ec2()).describeNatGateways({})).NatGateways ?? [])
            .filter(({ State }) => State !== "deleted")
            .map(({ NatGatewayId }) => NatGatewayId),
    "Elastic IP": async (aws) =>
        ((await (await aws.ec2()).describeAddresses({})).Addresses ?? []).map(({ AllocationId }) => AllocationId),
    "route table": async (aws) =>
        ((await (await aws.ec2()).describeRouteTables({})).RouteTables ?? []).map(({ RouteTableId }) => RouteTableId),
    "load balancer": async (aws) =>
        ((await (await aws.loadBalancing()).describeLoadBalancers({})).LoadBalancers ?? []).map(
            ({ LoadBalancerArn }) => LoadBalancerArn,
        ),
    "target group": async (aws) =>
        ((await (await aws.loadBalancing()).describeTargetGroups({})).TargetGroups ?? []).map(
            ({ TargetGroupArn }) => TargetGroupArn,
        ),
    namespace: async (aws) =>
        ((await (await aws.serviceDiscovery()).listNamespaces({})).Namespaces ?? []).map(({ Name }) => Name),
    certificate: async (aws) =>
        ((await (await aws.acm()).listCertificates({})).CertificateSummaryList ?? []).map(
            ({ CertificateArn }) => CertificateArn,
        ),
    "security group": async (aws) =>
        ((await (await aws.ec2()).describeSecurityGroups({})).SecurityGroups ?? []).map(({ GroupId }) => GroupId),
    // Service-linked roles are of the account, and stay.
    "IAM role": async (aws) =>
        ((await (await aws.iam()).listRoles({})).Roles ?? [])
            .filter(({ Path }) => Path?.startsWith("/aws-service-role/") !== true)
            .map(({ RoleName }) => RoleName),
    "IAM policy": async (aws) =>
        ((await (await aws.iam()).listPolicies({ Scope: "Local" })).Policies ?? []).map(({ Arn }) => Arn),
    "IAM instance profile": async (aws) =>
        ((await (await aws.iam()).listInstanceProfiles({})).InstanceProfiles ?? []).map(
            ({ InstanceProfileName }) => InstanceProfileName,
        ),
    "log group": async (aws) =>
        ((await (await aws.logs()).describeLogGroups({})).logGroups ?? []).map(({ logGroupName }) => logGroupName),
    "scalable target": async (aws) =>
        ((await (await aws.applicationAutoScaling()).describeScalableTargets(ofEcs)).ScalableTargets ?? []).map(
            ({ ResourceId }) => ResourceId,
        ),
    "scaling policy": async (aws) =>
        ((await (await aws.applicationAutoScaling()).describeScalingPolicies(ofEcs)).ScalingPolicies ?? []).map(
            ({ PolicyName }) => PolicyName,
        ),
    "scheduled action": async (aws) =>
        ((await (await aws.applicationAutoScaling()).describeScheduledActions(ofEcs)).ScheduledActions ?? []).map(
            ({ ScheduledActionName }) => ScheduledActionName,
        ),
    "CloudWatch alarm": async (aws) =>
        ((await (await aws.cloudWatch()).describeAlarms({})).MetricAlarms ?? []).map(({ AlarmName }) => AlarmName),
    "SQS queue": async (aws) => (await (await aws.sqs()).listQueues({})).QueueUrls ?? [],
    "ECR repository": async (aws) =>
        ((await (await aws.ecr()).describeRepositories({})).repositories ?? []).map(
            ({ repositoryName }) => repositoryName,
        ),
};

async function activeClusters(aws: Aws): Promise<string[]> {
    const ecs = await aws.ecs();
    const { clusterArns: clusters = [] } = await ecs.listClusters({});
    const { clusters: described = [] } = await ecs.describeClusters({ clusters });
    return described.filter(({ status }) => status === "ACTIVE").flatMap(({ clusterArn }) => clusterArn ?? []);
}

/** Everything that is in the account, asked of each service: `<kind> <name or id>`, in order. */
export async function inventory(aws: Aws): Promise<string[]> {
    const found = await Promise.all(
        Object.entries(kinds).map(async ([kind, names]) => (await names(aws)).map((name) => `${kind} ${name}`)),
    );
    return found.flat().sort();
}
