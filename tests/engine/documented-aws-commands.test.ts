import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { obtainTools } from "../../emulation/session";
import { documentedCommands } from "../docs/commands";
import { pages } from "../docs/pages";
import { describeOnTheEngine } from "./engine";

/** What the AWS CLI takes of every command. Each has a value. */
const globalOptions = ["--endpoint-url", "--output", "--profile", "--query", "--region"];

/** Prints what the models of the services, from which the AWS CLI has its commands, say against arguments of it. */
const script = `
import json, sys
import botocore.session
from botocore import xform_name

service, operation, *options = sys.argv[1:]
session = botocore.session.get_session()

def problems():
    if service not in session.get_available_services():
        return [service]
    model = session.get_service_model(service)
    names = {xform_name(name, "-"): name for name in model.operation_names}
    if operation not in names:
        return [operation]
    shape = model.operation_model(names[operation]).input_shape
    flags = lambda members: ["--" + xform_name(name, "-") for name in members]
    known = [*flags(shape.members), *("--no-" + flag[2:] for flag in flags(shape.members))]
    unknown = [option for option in options if option not in known]
    return [*unknown, *(flag + " is missing" for flag in flags(shape.required_members) if flag not in options)]

print(json.dumps(problems()))
`;

const documented = pages.flatMap(documentedCommands).filter(({ words }) => words[0] === "aws");

describeOnTheEngine("The aws commands of the documents", () => {
    let python: string;

    // The emulator has the models of all services.
    before(async () => ({ python } = await obtainTools(() => undefined)));

    function problemsOf([service = "", operation = "", ...rest]: readonly string[]): unknown {
        const options = rest.filter((word) => word.startsWith("--") && !globalOptions.includes(word));
        const args = ["-c", script, service, operation, ...options];
        return JSON.parse(execFileSync(python, args, { encoding: "utf8" }));
    }

    for (const { at, words } of documented) {
        it(`${at}: ${words.join(" ")} is a command, and has these options`, () => {
            assert.deepStrictEqual(problemsOf(words.slice(1)), []);
        });
    }

    it("would not be with a mistyped service, command or option, or without one that is required", () => {
        const wrong = [
            ["esc", "list-clusters"],
            ["ecs", "list-cluster"],
            ["ssm", "get-parameters", "--names", "/a", "--with-decription"],
            ["ssm", "get-parameters-by-path"],
        ];
        assert.deepStrictEqual(wrong.map(problemsOf), [
            ["esc"],
            ["list-cluster"],
            ["--with-decription"],
            ["--path is missing"],
        ]);
    });
});
