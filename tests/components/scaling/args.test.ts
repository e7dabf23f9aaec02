import { refuses, route } from "./harness";

describe("Scaling, of its arguments,", () => {
    refuses([
        [
            "values that are wrong by themselves",
            {
                min: -1,
                cpu: 0,
                metric: { namespace: "own", metricName: "Waiting", statistic: "p99", target: 0 },
                backlogPerTask: { queueName: "https://sqs.us-east-1.amazonaws.com/123456789012/jobs", target: 5 },
                requestsPerTarget: 20,
                route: { ...route, targetGroupArn: "bert" },
                schedule: [
                    { cron: "0 8 * * 1-5", timeZone: "Berlin", min: 1 },
                    { cron: "0 8 * * ? *", timeZone: "europe/berlin", min: 1 },
                ],
            },
            [
                "min is -1, but must be a whole number from 0 to 5000 tasks",
                'route.targetGroupArn is "bert", but must be the ARN of a target group',
                "cpu is 0, but must be a whole number 1 or more percent",
                'metric.statistic is "p99", but must be one of Average, Minimum, Maximum, SampleCount, Sum',
                "metric.target is 0, but must be a number above 0",
                'backlogPerTask.queueName is "https://sqs.us-east-1.amazonaws.com/123456789012/jobs", but must be the name of a ' +
                    "queue, without its URL or ARN",
                'schedule[0].cron is "0 8 * * 1-5", which has 5 fields, but must have six: minutes, hours, day of month, month, ' +
                    "day of week, year; give six fields, such as 0 8 ? * MON-FRI *",
                'schedule[0].timeZone is "Berlin", but must be a time zone such as Europe/Berlin or UTC',
                'schedule[1].timeZone is "europe/berlin", but must be a time zone such as Europe/Berlin or UTC',
            ],
        ],
        [
            "nothing at all",
            { service: undefined, min: undefined, max: undefined },
            [
                "service is missing; give the service of a Service",
                "min is missing; give the fewest tasks",
                "max is missing; give the most tasks",
            ],
        ],
    ]);
});
