import assert from "node:assert/strict";
import { parseRequest, type Request } from "../../emulation/shell-arguments";

const cases: readonly [args: string, request: Request][] = [
    ["", { kind: "run", command: [] }],
    ["pulumi preview --diff", { kind: "run", command: ["pulumi", "preview", "--diff"] }],
    ["--project ../mine", { kind: "run", project: "../mine", command: [] }],
    ["--project mine pulumi up --yes", { kind: "run", project: "mine", command: ["pulumi", "up", "--yes"] }],
    ["pulumi --project mine", { kind: "run", command: ["pulumi", "--project", "mine"] }],
    ["--project", { kind: "wrong", why: "--project needs the folder of a Pulumi project" }],
    ["--project --stop", { kind: "wrong", why: "--project needs the folder of a Pulumi project" }],
    ["--projects mine", { kind: "wrong", why: "There is no option --projects" }],
    ["--stop", { kind: "stop" }],
    ["-h", { kind: "help" }],
];

describe("npm run emulation", () => {
    for (const [args, request] of cases) {
        it(`takes "${args}" as ${JSON.stringify(request)}`, () => {
            assert.deepEqual(parseRequest(args.split(" ").filter(Boolean)), request);
        });
    }
});
