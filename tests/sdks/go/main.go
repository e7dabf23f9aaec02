// A program of the components in Go, against the SDK that is generated from their schema.
package main

import (
	inferentia "github.com/pulumi-ecs-inferentia/pulumi-ecs-inferentia/sdk/go/ecsinferentia"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

const image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/bert:1"

func main() {
	pulumi.Run(program)
}

func program(ctx *pulumi.Context) error {
	ml, err := inferentia.NewCluster(ctx, "ml", &inferentia.ClusterArgs{
		Pools: map[string]inferentia.ClusterPoolArgs{
			"small": {InstanceType: inferentia.InferentiaInstanceType_Inf1_XLarge},
			"large": {InstanceType: inferentia.InferentiaInstanceType_Inf1_6XLarge, MaxSize: pulumi.Int(4)},
		},
	})
	if err != nil {
		return err
	}
	small := ml.Pools.MapIndex(pulumi.String("small"))
	bert, err := inferentia.NewTaskDefinition(ctx, "bert", &inferentia.TaskDefinitionArgs{
		Pool: small,
		Containers: inferentia.ModelContainerArray{
			&inferentia.ModelContainerArgs{
				Name:  pulumi.String("bert"),
				Image: pulumi.String(image),
				PortMappings: inferentia.PortMappingArray{
					&inferentia.PortMappingArgs{ContainerPort: pulumi.Int(8501)},
				},
			},
		},
	})
	if err != nil {
		return err
	}
	front, err := inferentia.NewLoadBalancer(ctx, "front", &inferentia.LoadBalancerArgs{
		LoadBalancerType: inferentia.LoadBalancerTypeApplication,
		Protocol:         inferentia.ListenerProtocolHttp,
	})
	if err != nil {
		return err
	}
	route, err := inferentia.NewRoute(ctx, "bert", &inferentia.RouteArgs{
		LoadBalancer: front.LoadBalancer,
		Task:         bert.Task,
		Container:    pulumi.String("bert"),
		Port:         pulumi.Int(8501),
		Protocol:     inferentia.RouteProtocolHttp,
	})
	if err != nil {
		return err
	}
	service, err := inferentia.NewService(ctx, "bert", &inferentia.ServiceArgs{
		Task:               bert.Task,
		Routes:             inferentia.TargetReferenceArray{route.Target},
		IgnoreDesiredCount: pulumi.BoolRef(true),
	})
	if err != nil {
		return err
	}
	_, err = inferentia.NewScaling(ctx, "bert", &inferentia.ScalingArgs{
		Service:           service.Service,
		Min:               pulumi.Int(1),
		Max:               pulumi.Int(1),
		Cpu:               pulumi.Int(60),
		RequestsPerTarget: pulumi.Int(600),
		Route:             route.Target,
		Schedule: []inferentia.ScheduledScalingInput{
			&inferentia.ScheduledScalingArgs{Cron: pulumi.String("0 8 * * ? *"), Min: pulumi.Int(1)},
		},
	})
	return err
}
