import { readFileSync } from "node:fs";
import { TaskDefinition } from "@pulumi/aws/ecs/taskDefinition";

interface Registration {
    readonly family: string;
    readonly containerDefinitions: unknown;
    readonly volumes?: readonly { readonly name: string; readonly host?: { readonly sourcePath?: string } }[];
    readonly placementConstraints?: { type: string; expression?: string }[];
    readonly networkMode?: string;
}

const file = process.env["TASK_DEFINITIONS"];
if (file === undefined) {
    throw new Error("TASK_DEFINITIONS names no file");
}

for (const [name, definition] of Object.entries(
    JSON.parse(readFileSync(file, "utf8")) as Record<string, Registration>,
)) {
    const { family, containerDefinitions, volumes, placementConstraints, networkMode } = definition;
    new TaskDefinition(name, {
        family,
        containerDefinitions:
            typeof containerDefinitions === "string" ? containerDefinitions : JSON.stringify(containerDefinitions),
        volumes: volumes?.map((volume) => ({ name: volume.name, hostPath: volume.host?.sourcePath })),
        placementConstraints,
        networkMode,
    });
}
