import { refuses, sidecar, withContainer } from "../harness";

describe("TaskDefinition, before it registers a child, with the order of containers", () => {
    refuses([
        [
            "a container that waits for none of the task's",
            withContainer({ dependsOn: [{ containerName: "fetch", condition: "SUCCESS" }] }),
            ['containers[0].dependsOn[0].containerName is "fetch", but must be a container of this task; correct it'],
        ],
        [
            "a model container that waits for the daemon itself",
            withContainer({ dependsOn: [{ containerName: "neuron-rtd", condition: "START" }] }),
            [
                'containers[0].dependsOn[0].containerName is "neuron-rtd", for which the component lets model containers ' +
                    "wait; leave it out",
            ],
        ],
        [
            "containers that wait for each other",
            {
                ...withContainer({ dependsOn: [{ containerName: "logs", condition: "START" }] }),
                sidecars: [{ ...sidecar, dependsOn: [{ containerName: "bert", condition: "START" }] }],
            },
            [
                'containers[0].dependsOn[0].containerName is "logs", which waits for this container, so that neither ' +
                    "starts; leave one out",
                'sidecars[0].dependsOn[0].containerName is "bert", which waits for this container, so that neither starts; ' +
                    "leave one out",
            ],
        ],
        [
            "a container that waits for the health of one that has no check",
            {
                ...withContainer({ dependsOn: [{ containerName: "logs", condition: "HEALTHY" }] }),
                sidecars: [sidecar],
            },
            [
                'containers[0].dependsOn[0].condition is "HEALTHY", but "logs" has no healthCheck; give it one, or wait for ' +
                    "its START",
            ],
        ],
    ]);
});
