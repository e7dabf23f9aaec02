import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { obtainTools } from "../../emulation/session";
import { documentedCommands } from "../docs/commands";
import { pages } from "../docs/pages";
import { describeOnTheEngine } from "./engine";

/** What the AWS CLI takes of every command. Each has a value. */
const globalOptions = ["--endpoint-url", "--output", "--profile", "--query", "--region"];

/** Prints what the models of the services, from which the AWS CLI has its commands, say against lists of arguments. */
const script = `
import json, sys
import botocore.session
from botocore import xform_name

session = botocore.session.get_session()

def problems(service, operation, *options):
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

print(json.dumps([problems(*args) for args in json.loads(sys.argv[1])]))
`;

const wrong: readonly (readonly string[])[] = [
    ["esc", "list-clusters"],
    ["ecs", "list-cluster"],
    ["ssm", "get-parameters", "--names", "/a", "--with-decription"],
    ["ssm", "get-parameters-by-path"],
];

const documented = pages.flatMap(documentedCommands).filter(({ words }) => words[0] === "aws");

describeOnTheEngine("The aws commands of the documents", () => {
    let problems: readonly (readonly string[])[];

    // The emulator has the models of all services.
    before(async () => {
        const { python } = await obtainTools(() => undefined);
        const commands = [...documented.map(({ words }) => words.slice(1)), ...wrong].map(
            ([service = "", operation = "", ...rest]) => [
                service,
                operation,
                ...rest.filter((word) => word.startsWith("--") && !globalOptions.includes(word)),
            ],
        );
        const printed = execFileSync(python, ["-c", script, JSON.stringify(commands)], { encoding: "utf8" });
        problems = JSON.parse(printed) as typeof problems;
    });

    documented.forEach(({ at, words }, index) => {
        it(`${at}: ${words.join(" ")} is a command, and has these options`, () => {
            assert.deepStrictEqual(problems[index], []);
        });
    });

    it("would not be with a mistyped service, command or option, or without one that is required", () => {
        assert.deepStrictEqual(problems.slice(documented.length), [
            ["esc"],
            ["list-cluster"],
            ["--with-decription"],
            ["--path is missing"],
        ]);
    });
});
