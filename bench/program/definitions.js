// Many task definitions.
const { readFileSync } = require("node:fs");
const { TaskDefinition } = require("@pulumi/aws/ecs/taskDefinition");

const { containerDefinitions, volumes } = JSON.parse(readFileSync(process.env.TASK_DEFINITION, "utf8"));
for (let index = 0; index < Number(process.env.TASK_DEFINITIONS_COUNT); index++) {
    new TaskDefinition(`task-${index}`, {
        family: `task-${index}`,
        containerDefinitions: JSON.stringify(containerDefinitions),
        volumes: volumes.map(({ name, host }) => ({ name, hostPath: host?.sourcePath })),
    });
}
