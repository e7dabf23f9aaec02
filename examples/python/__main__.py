import pulumi
import pulumi_ecs_inferentia as inferentia

cluster = inferentia.Cluster("ml", instance_type=inferentia.InferentiaInstanceType.INF2_X_LARGE)

bert = inferentia.TaskDefinition(
    "bert",
    pool=cluster.pool,
    containers=[
        inferentia.ModelContainerArgs(
            name="bert",
            image=pulumi.Config().require("image"),
            memory_reservation=8000,
            port_mappings=[inferentia.PortMappingArgs(container_port=8080)],
        )
    ],
)

service = inferentia.Service("bert", task=bert.task)

pulumi.export("clusterName", cluster.cluster_name)
pulumi.export("serviceName", service.service_name)
pulumi.export("autoScalingGroupName", cluster.pool.apply(lambda pool: pool and pool.auto_scaling_group_name))
pulumi.export("runTask", service.run_task_command)
