import { refuses, withContainer } from "../harness";

describe("TaskDefinition, before it registers a child, with capabilities", () => {
    refuses([
        [
            "a capability that only the daemon may have",
            withContainer({ linuxParameters: { capabilities: { add: ["SYS_ADMIN"] } } }),
            [
                'containers[0].linuxParameters.capabilities.add[0] is "SYS_ADMIN", which only the daemon may have; leave it ' +
                    "out",
            ],
        ],
    ]);
});
