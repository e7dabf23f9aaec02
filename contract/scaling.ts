/**
 * Application Auto Scaling of ECS services.
 *
 * Sources: Application Auto Scaling User Guide, "Target tracking scaling policies" and "Create a target tracking
 * scaling policy using metric math" (backlog per task); Amazon ECS Developer Guide, "Amazon ECS Container Insights
 * metrics", which are sent only while a task runs; Amazon SQS Developer Guide, "Available CloudWatch metrics".
 */
export const scaledService = { serviceNamespace: "ecs", scalableDimension: "ecs:service:DesiredCount" } as const;

/** The metrics that Application Auto Scaling knows by name. */
export const predefinedMetrics = {
    cpu: "ECSServiceAverageCPUUtilization",
    memory: "ECSServiceAverageMemoryUtilization",
    requestsPerTarget: "ALBRequestCountPerTarget",
} as const;

/**
 * The metrics of a queue and of a service's tasks; the latter needs Container Insights. A queue that nobody has touched
 * for six hours has none, and then up to 15 minutes after its next message (Amazon SQS Developer Guide, "Monitoring
 * Amazon SQS queues using CloudWatch").
 *
 * In metric math arithmetic takes a missing value for 0, and a division by zero has no value; FILL fills the gaps of a
 * metric (Amazon CloudWatch User Guide, "Using math expressions with CloudWatch metrics").
 */
export const backlogMetrics = {
    visible: { namespace: "AWS/SQS", metricName: "ApproximateNumberOfMessagesVisible" },
    inFlight: { namespace: "AWS/SQS", metricName: "ApproximateNumberOfMessagesNotVisible" },
    running: { namespace: "ECS/ContainerInsights", metricName: "RunningTaskCount" },
} as const;

/** The period of these metrics, seconds. */
export const metricPeriodSeconds = 60;

/** The statistics of a metric (Application Auto Scaling API Reference, CustomizedMetricSpecification). */
export const metricStatistics: readonly string[] = ["Average", "Minimum", "Maximum", "SampleCount", "Sum"];

/** The fields of a cron expression, in order, with their values (Amazon EventBridge User Guide, cron reference). */
export const cronFields = [
    { name: "minutes", minimum: 0, maximum: 59, names: [] },
    { name: "hours", minimum: 0, maximum: 23, names: [] },
    { name: "day of month", minimum: 1, maximum: 31, names: [] },
    {
        name: "month",
        minimum: 1,
        maximum: 12,
        names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
    },
    { name: "day of week", minimum: 1, maximum: 7, names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] },
    { name: "year", minimum: 1970, maximum: 2199, names: [] },
] as const;
