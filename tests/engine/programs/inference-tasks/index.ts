import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { Repository } from "@pulumi/aws/ecr/repository";
import { TaskDefinition } from "@pulumi/aws/ecs/taskDefinition";
import * as inferentia from "pulumi-ecs-inferentia";
import type { Definition, Tasks } from "./tasks";

const {
    known = {},
    half = {},
    components = {},
} = JSON.parse(readFileSync(process.env["INFERENCE_TASKS"] ?? "", "utf8")) as Tasks;
const repository = new Repository("models");
const image = pulumi.interpolate`${repository.repositoryUrl}:1`;

function register(name: string, definition: Definition, containerDefinitions: pulumi.Input<string>): void {
    const { family = name, volumes, placementConstraints, requiresCompatibilities } = definition;
    new TaskDefinition(name, {
        family,
        containerDefinitions,
        volumes: volumes?.map((volume) => ({ name: volume.name, hostPath: volume.host?.sourcePath })),
        placementConstraints,
        requiresCompatibilities,
    });
}

for (const [name, definition] of Object.entries(known)) {
    register(name, definition, JSON.stringify(definition.containerDefinitions));
}
for (const [name, definition] of Object.entries(half)) {
    const [first, ...rest] = definition.containerDefinitions;
    register(name, definition, pulumi.jsonStringify([{ ...first, image }, ...rest]));
}
for (const [name, replaced] of Object.entries(components)) {
    const replace: pulumi.ResourceTransform = ({ type, props, opts }) =>
        type === "aws:ecs/taskDefinition:TaskDefinition" ? { props: { ...props, ...replaced }, opts } : undefined;
    new inferentia.TaskDefinition(
        name,
        { containers: [{ name: "bert", image, memoryReservation: 1000 }] },
        { transforms: [replace] },
    );
}
