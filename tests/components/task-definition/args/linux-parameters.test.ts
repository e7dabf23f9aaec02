import { refuses, withContainer } from "../harness";

describe("TaskDefinition, before it registers a child, with Linux options", () => {
    refuses([
        [
            "an unknown argument deep inside",
            withContainer({ linuxParameters: { capabilities: { adds: [] } } }),
            [
                "containers[0].linuxParameters.capabilities.adds is not an argument of the capabilities of a container (did " +
                    "you mean add?); leave it out",
            ],
        ],
    ]);
});
