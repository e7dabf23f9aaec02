import assert from "node:assert/strict";
import { Scaling, type ScalingArgs } from "../../../components";
import { scalingCheck } from "../../../components/scaling/check";
import { problemsOf } from "../../../components/validation/validate";
import { children, register, type Watch } from "../mocked-engine";
/** A service on a pool of four instances, of which a deployment needs one to spare. */
export const service = {
    serviceName: "bert",
    clusterName: "ml",
    ignoreDesiredCount: true,
    maxSize: 4,
};

/** What a service is scaled by in the account of the tests. */
export const route = {
    targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/bert/0a1b2c3d4e5f6071",
    containerName: "bert",
    containerPort: 8501,
    loadBalancerArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/front/8091a2b3c4d5e6f7",
};

const right = { service, min: 1, max: 3, cpu: 60 };

function problems(args: object): string[] {
    return problemsOf("Scaling", { ...right, ...args }, scalingCheck).map(
        ({ propertyPath, reason }) => `${propertyPath} ${reason}`,
    );
}

/** Takes arguments that are right but for the change. */
export function takes(cases: readonly (readonly [what: string, change: object])[]): void {
    for (const [what, change] of cases) {
        it(`takes ${what}`, () => assert.deepStrictEqual(problems(change), []));
    }
}

/** Refuses them, with these problems. */
export function refuses(
    cases: readonly (readonly [what: string, change: object, problems: readonly string[]])[],
): void {
    for (const [what, change, expected] of cases) {
        it(`refuses ${what}`, () => assert.deepStrictEqual(problems(change), expected));
    }
}

type Inputs = Record<string, Record<string, unknown>>;

/** The inputs of the children by the resource's kind and name. */
export async function created(args: ScalingArgs, watch: Watch = {}, preview = false): Promise<Inputs> {
    const registered = await register(() => new Scaling("bert", args), undefined, preview, watch);
    return Object.fromEntries(
        children(registered).map(({ type, name, inputs }) => [`${type.replace(/^.*:/, "")} ${name}`, inputs]),
    );
}

export const bounds = { service, min: 1, max: 3 };
export const scaled = {
    serviceNamespace: "ecs",
    scalableDimension: "ecs:service:DesiredCount",
    resourceId: "service/ml/bert",
};
export const target = { ...scaled, minCapacity: 1, maxCapacity: 3 };

/** A policy that holds something, as AWS takes it. */
export const tracking = (specification: object, cooldowns = { scaleInCooldown: 900, scaleOutCooldown: 900 }) => ({
    ...scaled,
    policyType: "TargetTrackingScaling",
    targetTrackingScalingPolicyConfiguration: { ...specification, ...cooldowns },
});
export const predefined = (predefinedMetricType: string, targetValue: number, label: object = {}) =>
    tracking({ targetValue, predefinedMetricSpecification: { predefinedMetricType, ...label } });

/** A queue of which each task has five messages. */
export const backlogPerTask = { queueName: "jobs", target: 5 };
const ofQueue = [{ name: "QueueName", value: "jobs" }];
const ofService = [
    { name: "ClusterName", value: "ml" },
    { name: "ServiceName", value: "bert" },
];
export const messages = { namespace: "AWS/SQS", metricName: "ApproximateNumberOfMessagesVisible" };
export const running = { namespace: "ECS/ContainerInsights", metricName: "RunningTaskCount" };
export const backlog = tracking({
    targetValue: 5,
    customizedMetricSpecification: {
        metrics: [
            {
                id: "visible",
                metricStat: { metric: { ...messages, dimensions: ofQueue }, stat: "Maximum" },
                returnData: false,
            },
            {
                id: "inFlight",
                metricStat: {
                    metric: {
                        namespace: "AWS/SQS",
                        metricName: "ApproximateNumberOfMessagesNotVisible",
                        dimensions: ofQueue,
                    },
                    stat: "Maximum",
                },
                returnData: false,
            },
            {
                id: "running",
                metricStat: { metric: { ...running, dimensions: ofService }, stat: "Average" },
                returnData: false,
            },
            { id: "backlog", expression: "(visible + inFlight) / running", returnData: true },
        ],
    },
});
