import { UNKNOWN } from "../../../ecs/known";
import { refuses, route, service, takes } from "./harness";

const noCpu = { cpu: undefined };
const backlogPerTask = { queueName: "jobs.fifo", target: 5 };
const metric = {
    namespace: "own",
    metricName: "Waiting",
    dimensions: { Model: "bert" },
    statistic: "Sum",
    target: 0.5,
};

const stays =
    "is 0, but what the service is scaled by has no values while no task runs, so that it would stay at 0; give 1 or " +
    "more, or one of backlogPerTask, a metric that has values then, and a schedule with a min of 1 or more";
const holds = (max: number, held: number, instances: number) =>
    `is ${max}, but must be at most ${held}, as the pool of the service has up to ${instances} ` +
    `instance${instances === 1 ? "" : "s"} (maxSize), each of which takes one task`;
const rolling = ", and a deployment starts a task before it stops one";
const orFirst = ", or the Service deploymentMinimumHealthyPercent: 0, which stops a task first";

const balancer = (name: string) => `arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/${name}`;
const ofRoute = "route.loadBalancerArn";
const giveApplication = "give the route of an Application Load Balancer, which counts requests";

describe("Scaling, of its arguments together,", () => {
    takes([
        ["CPU alone", {}],
        ["every metric at once", { memory: 80, metric, backlogPerTask, requestsPerTarget: 20, route }],
        [
            "a schedule alone",
            { ...noCpu, schedule: [{ cron: "0 8 ? * MON-FRI *", timeZone: "Europe/Berlin", min: 2 }] },
        ],
        ["zero tasks with a queue", { ...noCpu, min: 0, backlogPerTask }],
        ["zero tasks with a metric of one's own", { ...noCpu, min: 0, metric }],
        [
            "zero tasks at night",
            {
                min: 0,
                schedule: [
                    { cron: "0 8 * * ? *", min: 1 },
                    { cron: "0 20 * * ? *", min: 0 },
                ],
            },
        ],
        ["zero tasks, while what lifts them is not known", { min: 0, schedule: UNKNOWN }],
        ["a pool that is not known", { max: 100, service: { ...service, maxSize: undefined } }],
        [
            "all instances where a deployment stops a task first",
            { max: 4, service: { ...service, deploymentMinimumHealthyPercent: 0 } },
        ],
        [
            "half of the instances with blue/green",
            { max: 2, service: { ...service, deploymentStrategy: "BLUE_GREEN" } },
        ],
        [
            "all instances while the deployment is not known",
            { max: 4, service: { ...service, deploymentStrategy: UNKNOWN } },
        ],
        ["a service whose count may be left to it", { service: { ...service, ignoreDesiredCount: UNKNOWN } }],
    ]);

    refuses([
        [
            "nothing to scale by",
            noCpu,
            [
                "metric is missing, and so is everything else by which a service is scaled; give at least one of " +
                    "requestsPerTarget, cpu, memory, metric, backlogPerTask and schedule",
            ],
        ],
        ["zero tasks with CPU", { min: 0 }, [`min ${stays}`]],
        [
            "zero tasks at night and none that lifts them",
            { schedule: [{ cron: "0 20 * * ? *", min: 0 }] },
            [`schedule[0].min ${stays}`],
        ],
        [
            "a service that holds its count",
            { service: { ...service, ignoreDesiredCount: false } },
            [
                "service.ignoreDesiredCount is false, so that updates of the service would set back the number of tasks; give " +
                    "the Service ignoreDesiredCount: true, and desiredCount is the number at the beginning only",
            ],
        ],
        [
            "more tasks than can be deployed",
            { max: 4 },
            [`max ${holds(4, 3, 4)}${rolling}; give 3, or raise maxSize to 5${orFirst}`],
        ],
        [
            "more tasks than instances",
            { max: 6, service: { ...service, deploymentMinimumHealthyPercent: 0 } },
            [`max ${holds(6, 4, 4)}; give 4, or raise maxSize to 6`],
        ],
        [
            "more tasks than blue/green can deploy",
            { max: 3, service: { ...service, deploymentStrategy: "BLUE_GREEN" } },
            [
                `max ${holds(3, 2, 4)}, and a deployment runs all new tasks beside the old ones; give 2, or raise maxSize to 6`,
            ],
        ],
        [
            "a pool of one instance",
            { max: 1, service: { ...service, maxSize: 1 } },
            [`max ${holds(1, 0, 1)}${rolling}; raise maxSize to 2${orFirst}`],
        ],
        [
            "more tasks at a time of a schedule than can be deployed",
            {
                schedule: [{ cron: "0 8 * * ? *", min: 4, max: 5 }],
            },
            [`schedule[0].max ${holds(5, 3, 4)}${rolling}; give 3, or raise maxSize to 6${orFirst}`],
        ],
        [
            "requests without a route",
            { requestsPerTarget: 20 },
            ["route is missing, although requestsPerTarget is given; give both, or neither"],
        ],
        [
            "requests of a service whose deployments swap its target groups",
            { max: 2, requestsPerTarget: 20, route, service: { ...service, deploymentStrategy: "BLUE_GREEN" } },
            [
                "requestsPerTarget counts the requests of one target group, but each deployment of the service (BLUE_GREEN) " +
                    "moves it to its other one; give cpu or metric, or the Service a ROLLING deployment",
            ],
        ],
        [
            "requests of a network load balancer",
            { requestsPerTarget: 20, route: { ...route, loadBalancerArn: balancer("net/front/80") } },
            [`${ofRoute} is that of a network load balancer; ${giveApplication}`],
        ],
        [
            "requests of a load balancer that is not told",
            { requestsPerTarget: 20, route: { ...route, loadBalancerArn: undefined } },
            [`${ofRoute} is missing; ${giveApplication}`],
        ],
    ]);
});
