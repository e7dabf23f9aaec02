import { isDeepStrictEqual } from "node:util";
import { recommendedInferentiaAmiParameter } from "pulumi-ecs-inferentia/contract";
import { awsOf, inventory, type Session } from "../emulation/session";
import { output } from "./engine-steps";
import { NotSoError, type Narrator } from "./narrator";

/** The task definition that the stack registered, as ECS describes it. */
export async function describeTaskDefinition(session: Session, narrator: Narrator): Promise<string> {
    const taskDefinition = await output(session, "taskDefinitionArn");
    narrator.command(`aws ecs describe-task-definition --task-definition ${taskDefinition}`);
    const ecs = await awsOf(session).ecs();
    const described = (await ecs.describeTaskDefinition({ taskDefinition })).taskDefinition;
    const { containerDefinitions, volumes, placementConstraints, networkMode, status } = there(
        "task definition",
        described,
    );
    show(narrator, { containerDefinitions, volumes, placementConstraints, networkMode, status });
    if (status !== "ACTIVE") {
        throw new NotSoError(`the task definition is ${status}`);
    }
    return `ECS has ${taskDefinition.split("/").pop()}`;
}

/**
 * The AMI in the launch template of the cluster's instances, as EC2 describes it, beside the one that AWS recommends.
 */
export async function describeAmi(session: Session, narrator: Narrator): Promise<string> {
    const aws = awsOf(session);
    const [ecs, autoScaling, ec2, ssm] = await Promise.all([aws.ecs(), aws.autoScaling(), aws.ec2(), aws.ssm()]);
    const { clusters = [] } = await ecs.describeClusters({ clusters: [await output(session, "clusterName")] });
    const { capacityProviders = [] } = await ecs.describeCapacityProviders({
        capacityProviders: clusters[0]?.capacityProviders,
    });
    const groupArn = there("capacity provider", capacityProviders[0]).autoScalingGroupProvider?.autoScalingGroupArn;
    const { AutoScalingGroups = [] } = await autoScaling.describeAutoScalingGroups({});
    const group = there(
        "Auto Scaling group",
        AutoScalingGroups.find(({ AutoScalingGroupARN }) => AutoScalingGroupARN === groupArn),
    );
    const { LaunchTemplateId, Version } = there("launch template of the group", group.LaunchTemplate);
    narrator.command(
        `aws ec2 describe-launch-template-versions --launch-template-id ${LaunchTemplateId} --versions ${Version}`,
    );
    const { LaunchTemplateVersions = [] } = await ec2.describeLaunchTemplateVersions({
        LaunchTemplateId,
        Versions: Version === undefined ? undefined : [Version],
    });
    const { ImageId, InstanceType, MetadataOptions } = there(
        "launch template's data",
        LaunchTemplateVersions[0]?.LaunchTemplateData,
    );
    show(narrator, { ImageId, InstanceType, MetadataOptions });
    const recommended = (await ssm.getParameter({ Name: `${recommendedInferentiaAmiParameter}/image_id` })).Parameter
        ?.Value;
    if (ImageId === undefined || ImageId !== recommended) {
        throw new NotSoError(
            `the launch template has the AMI ${ImageId}, but ${recommendedInferentiaAmiParameter} names ${recommended}`,
        );
    }
    return `the AMI is ${ImageId}, which ${recommendedInferentiaAmiParameter} names`;
}

/** The service, as ECS describes it. */
export async function describeService(session: Session, narrator: Narrator): Promise<string> {
    const [cluster, service, taskDefinitionArn] = await Promise.all(
        ["clusterName", "serviceName", "taskDefinitionArn"].map((name) => output(session, name)),
    );
    narrator.command(`aws ecs describe-services --cluster ${cluster} --services ${service}`);
    const { services = [] } = await (
        await awsOf(session).ecs()
    ).describeServices({ cluster, services: [there("service's name", service)] });
    const described = there("service", services[0]);
    const {
        status,
        desiredCount,
        taskDefinition,
        placementConstraints,
        capacityProviderStrategy,
        deploymentConfiguration,
    } = described;
    show(narrator, {
        status,
        desiredCount,
        taskDefinition,
        placementConstraints,
        capacityProviderStrategy,
        deploymentConfiguration,
    });
    if (status !== "ACTIVE" || taskDefinition !== taskDefinitionArn) {
        throw new NotSoError(
            `the service is ${status}, and its task definition is ${taskDefinition}, not ${taskDefinitionArn}`,
        );
    }
    return `the service is ${status}, and runs this task definition`;
}

/** Where the load balancer of the example sends requests: listener by listener, the targets and their ports. */
export async function describeTargets(session: Session, narrator: Narrator, folder: string): Promise<string> {
    const url = new URL(await output(session, "restUrl", folder));
    const balancing = await awsOf(session).loadBalancing();
    const { LoadBalancers = [] } = await balancing.describeLoadBalancers({});
    const { LoadBalancerArn } = there(
        "load balancer of the example",
        LoadBalancers.find(({ DNSName }) => DNSName?.toLowerCase() === url.hostname),
    );
    narrator.command(`aws elbv2 describe-listeners --load-balancer-arn ${LoadBalancerArn}`);
    const { Listeners = [] } = await balancing.describeListeners({ LoadBalancerArn });
    for (const { Port, Protocol, DefaultActions: [action] = [] } of Listeners) {
        const TargetGroupArn = action?.TargetGroupArn;
        narrator.command(`aws elbv2 describe-target-health --target-group-arn ${TargetGroupArn}`);
        const { TargetHealthDescriptions = [] } = await balancing.describeTargetHealth({ TargetGroupArn });
        const targets = TargetHealthDescriptions.map(({ Target }) => `${Target?.Id}:${Target?.Port}`);
        narrator.say(`${Protocol} ${Port} -> ${targets.join(", ") || "nothing"}`);
        if (targets.length !== 1 || !targets[0]?.endsWith(`:${Port}`)) {
            throw new NotSoError(`the listener of port ${Port} reaches ${targets.join(", ") || "no target"}`);
        }
    }
    const ports = Listeners.map(({ Port }) => Port).sort();
    if (String(ports) !== "8500,8501") {
        throw new NotSoError(`the load balancer listens on ${ports.join(", ") || "no port"}`);
    }
    return `ports ${ports.join(" and ")} go to the same ports of the instance with the task`;
}

/** Asks every service what there is, and compares it with what there was before the stack. */
export async function nothingLeft(session: Session, narrator: Narrator, before: readonly string[]): Promise<string> {
    const after = await inventory(awsOf(session));
    const left = after.filter((each) => !before.includes(each));
    const lost = before.filter((each) => !after.includes(each));
    for (const each of left) {
        narrator.say(`left: ${each}`);
    }
    for (const each of lost) {
        narrator.say(`gone, though it was not the stack's: ${each}`);
    }
    if (!isDeepStrictEqual(after, before)) {
        throw new NotSoError(`${left.length} left behind, ${lost.length} of others removed`);
    }
    return "the account is as it was before the stack";
}

function there<T>(what: string, found: T | undefined): T {
    if (found === undefined) {
        throw new NotSoError(`AWS knows no ${what}`);
    }
    return found;
}

function show(narrator: Narrator, described: object): void {
    narrator.say(JSON.stringify(described, withoutEmpty, 2));
}

/** Leaves out the empty lists that the API answers for what was not given. */
function withoutEmpty(_key: string, value: unknown): unknown {
    return Array.isArray(value) && value.length === 0 ? undefined : value;
}
