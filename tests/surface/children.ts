import {
    Cluster,
    LaunchTemplate,
    LoadBalancer,
    Pool,
    Route,
    Scaling,
    Service,
    TaskDefinition,
    type ModelContainer,
} from "../../components";
import { children, register } from "../components/mocked-engine";
import { application, rightOnNetwork, right as rightRoute } from "../components/route/right-route";
import { route, service } from "../components/scaling/harness";
import { pool, task } from "../components/service/right-service";
import type { Surface } from "./surface";

const name = "NAME";
const arn = "arn:aws:iam::123456789012";
const bert: ModelContainer = { name: "bert", image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/bert:1" };
const onInf2 = { ...pool, instanceTypes: ["inf2.xlarge"], runtime: "libnrt" };
const launched = { instanceType: "inf1.xlarge" as const, clusterName: "ml", securityGroupIds: ["sg-01"] };
const front = {
    certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/01",
    vpcId: "vpc-01",
    subnetIds: ["subnet-0a", "subnet-0b"],
};
const metrics = {
    route,
    requestsPerTarget: 100,
    cpu: 50,
    memory: 50,
    metric: { namespace: "AWS/SageMaker", metricName: "Waiting", target: 1 },
    backlogPerTask: { queueName: "jobs", target: 5 },
};

/** Of each component the least that it takes, and then what makes it create more. */
const programs: Readonly<Record<string, readonly (() => unknown)[]>> = {
    Cluster: [
        () => new Cluster(name, { instanceType: "inf2.xlarge" }),
        () =>
            new Cluster(name, {
                pools: { small: { instanceType: "inf1.xlarge" } },
                otherCapacityProviders: ["FARGATE"],
            }),
    ],
    LaunchTemplate: [() => new LaunchTemplate(name, { ...launched, instanceProfileArn: `${arn}:instance-profile/ml` })],
    LoadBalancer: [
        () => new LoadBalancer(name, front),
        () =>
            new LoadBalancer(name, { ...front, additionalCertificateArns: [front.certificateArn.replace("01", "02")] }),
        () => new LoadBalancer(name, { loadBalancerType: "network", vpcId: front.vpcId, subnetIds: front.subnetIds }),
    ],
    Pool: [
        () => new Pool(name, { clusterName: "ml", instanceType: "inf2.xlarge" }),
        () => new Pool(name, { clusterName: "ml", instanceType: "inf1.xlarge" }),
        () =>
            new Pool(name, {
                clusterName: "ml",
                instanceType: "inf1.xlarge",
                warmPool: {},
                instanceRolePolicyArns: [`${arn}:policy/reads`],
            }),
        () => new Pool(name, { clusterName: "ml", instanceType: "inf1.xlarge", instanceRoleArn: `${arn}:role/own` }),
    ],
    Route: [
        () => new Route(name, rightRoute),
        () => new Route(name, { ...rightRoute, alternateTargetGroup: true }),
        () => new Route(name, rightOnNetwork),
        () => new Route(name, { ...rightRoute, loadBalancer: application }),
    ],
    Scaling: [
        () => new Scaling(name, { service, min: 1, max: 3, cpu: 50 }),
        () => new Scaling(name, { service, min: 0, max: 3, ...metrics, schedule: [{ cron: "0 8 * * ? *", min: 1 }] }),
    ],
    Service: [() => new Service(name, { pool, task })],
    TaskDefinition: [
        () => new TaskDefinition(name, { pool: onInf2, containers: [bert] }),
        () => new TaskDefinition(name, { pool, containers: [bert] }),
        () =>
            new TaskDefinition(name, {
                pool,
                containers: [bert],
                executeCommand: true,
                taskRolePolicyArns: [`${arn}:policy/reads`],
                taskRoleStatements: [{ actions: ["s3:GetObject"], resources: ["*"] }],
            }),
    ],
};

/**
 * The resources that components create, by their names where the component's is NAME, and the plain values with which
 * they are created where nothing else is asked for.
 */
export async function childrenSurface(): Promise<Surface> {
    const surface = new Map<string, Map<string, string>>();
    for (const [component, variants] of Object.entries(programs)) {
        const names = new Map<string, string>();
        const defaults = new Map<string, string>();
        for (const [index, program] of variants.entries()) {
            for (const { type, name: child, inputs } of children(await register(program))) {
                names.set(child, names.get(child)?.includes(type) === false ? `${names.get(child)}, ${type}` : type);
                // The statements of policies are their content, and no defaults.
                for (const [path, value] of index === 0 ? plainValues(inputs, [child]) : []) {
                    if (!path.includes("Statement")) {
                        defaults.set(path.join("."), value);
                    }
                }
            }
        }
        surface.set(`resources of ${component}`, names);
        surface.set(`values of ${component}`, defaults);
    }
    return surface;
}

/** Numbers, flags and words in a value: what is longer is a text, and what has an id is of the account. */
function plainValues(value: unknown, path: readonly string[]): [readonly string[], string][] {
    if (typeof value === "object" && value !== null) {
        return Object.entries(value).flatMap(([key, one]) => plainValues(one, [...path, key]));
    }
    if (typeof value === "string" && /^\[?\{/.test(value)) {
        return plainValues(JSON.parse(value), path);
    }
    const word = typeof value === "string" ? value : JSON.stringify(value ?? null);
    return /^[A-Za-z0-9_./]{1,40}$/.test(word) && word !== "null" ? [[path, word]] : [];
}
