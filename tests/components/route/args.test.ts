import { refuses } from "./harness";

describe("route: each argument by itself", () => {
    refuses([
        [
            "a host with a scheme",
            { hosts: ["https://example.com"] },
            ['hosts[0] is "https://example.com", but must be a host such as bert.example.com or *.example.com'],
        ],
        ["a path without a slash", { paths: ["v1/*"] }, ['paths[0] is "v1/*", but must be a path such as /v1/*']],
        [
            "a priority beyond the last",
            { priority: 50_001 },
            ["priority is 50001, but must be a whole number from 1 to 50000"],
        ],
        [
            "a short slow start",
            { slowStart: 10 },
            ["slowStart is 10, but must be a whole number from 30 to 900 seconds, or 0"],
        ],
    ]);
});
