import * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();
const task = (name: string, visibleDevices: pulumi.Input<string>) =>
    new inferentia.TaskDefinition(name, {
        instanceType: "inf1.6xlarge",
        visibleDevices,
        containers: [{ name: "bert", image: "bert:1", memoryReservation: 1000 }],
    });

if (config.get("from") === "resource") {
    // The retention is known when the log group is there: two devices, of which the second does not follow the first.
    const group = new LogGroup("chosen", { retentionInDays: 3 });
    task("from-a-resource", pulumi.interpolate`0,${group.arn.apply(() => 2)}`);
} else {
    task("from-an-output", pulumi.output(Promise.resolve("0,2")));
}
