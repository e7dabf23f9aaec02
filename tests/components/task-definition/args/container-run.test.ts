import { refuses } from "../harness";

const command = "a list that begins with CMD or CMD-SHELL and goes on with the command, or is NONE alone";

describe("TaskDefinition, before it registers a child, with how a container runs", () => {
    refuses([
        [
            "a health check that does not say how it is run",
            { neuronRtd: { healthCheck: { command: ["test", "-S"] } } },
            [`neuronRtd.healthCheck.command is a list that does not say how it is run, but must be ${command}`],
        ],
    ]);
});
