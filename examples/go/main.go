package main

import (
	"github.com/pulumi-ecs-inferentia/pulumi-ecs-inferentia/sdk/go/ecsinferentia"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		cluster, err := ecsinferentia.NewCluster(ctx, "ml", &ecsinferentia.ClusterArgs{
			InstanceType: ecsinferentia.InferentiaInstanceType_Inf2_XLarge,
		})
		if err != nil {
			return err
		}

		bert, err := ecsinferentia.NewTaskDefinition(ctx, "bert", &ecsinferentia.TaskDefinitionArgs{
			Pool: cluster.Pool,
			Containers: ecsinferentia.ModelContainerArray{
				&ecsinferentia.ModelContainerArgs{
					Name:              pulumi.String("bert"),
					Image:             pulumi.String(config.Require(ctx, "image")),
					MemoryReservation: pulumi.Int(8000),
					PortMappings: ecsinferentia.PortMappingArray{
						&ecsinferentia.PortMappingArgs{ContainerPort: pulumi.Int(8080)},
					},
				},
			},
		})
		if err != nil {
			return err
		}

		service, err := ecsinferentia.NewService(ctx, "bert", &ecsinferentia.ServiceArgs{Task: bert.Task})
		if err != nil {
			return err
		}

		ctx.Export("clusterName", cluster.ClusterName)
		ctx.Export("serviceName", service.ServiceName)
		ctx.Export("autoScalingGroupName", cluster.Pool.AutoScalingGroupName())
		ctx.Export("runTask", service.RunTaskCommand)
		return nil
	})
}
