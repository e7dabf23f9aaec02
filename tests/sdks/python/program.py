"""A program of the components in Python, against the SDK that is generated from their schema."""

import pulumi_ecs_inferentia as inferentia

ml = inferentia.Cluster(
    "ml",
    pools={
        "small": inferentia.ClusterPoolArgs(instance_type=inferentia.InferentiaInstanceType.INF1_X_LARGE),
        "large": inferentia.ClusterPoolArgs(
            instance_type=inferentia.InferentiaInstanceType.INF1_6_X_LARGE, max_size=4
        ),
    },
)
small = ml.pools.apply(lambda pools: pools["small"])
bert = inferentia.TaskDefinition(
    "bert",
    pool=small,
    containers=[
        inferentia.ModelContainerArgs(
            name="bert",
            image="123456789012.dkr.ecr.us-east-1.amazonaws.com/bert:1",
            port_mappings=[inferentia.PortMappingArgs(container_port=8501)],
        )
    ],
)
front = inferentia.LoadBalancer(
    "front",
    load_balancer_type=inferentia.LoadBalancerType.APPLICATION,
    protocol=inferentia.ListenerProtocol.HTTP,
)
route = inferentia.Route(
    "bert",
    load_balancer=front.load_balancer,
    task=bert.task,
    container="bert",
    port=8501,
    protocol=inferentia.RouteProtocol.HTTP,
)
service = inferentia.Service("bert", task=bert.task, routes=[route.target], ignore_desired_count=True)
scaling = inferentia.Scaling(
    "bert",
    service=service.service,
    min=1,
    max=1,
    cpu=60,
    requests_per_target=600,
    route=route.target,
    schedule=[inferentia.ScheduledScalingArgs(cron="0 8 * * ? *", min=1)],
)
