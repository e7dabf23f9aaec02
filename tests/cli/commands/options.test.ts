import assert from "node:assert/strict";
import { parseOptions, refuseOthers, type CommandName } from "../../../cli/commands/options";
import { UsageError } from "../../../cli/usage-error";

describe("The options of ecs-inferentia", () => {
    const refused: [line: string, message: string][] = [
        [
            "check --write a",
            "check takes no --write; it takes --format, --verbose, --rule, --config, --exclude, --parameter, --baseline, " +
                "--update-baseline, --fail-on, --diff, --fix",
        ],
        ["rules --fix", "rules takes no --fix; it takes --format"],
        ["explain --format json neuron-ami", "explain takes no --format; it takes no options"],
        ["check --formt json a", "there is no option --formt (did you mean --format?); see --help"],
    ];
    for (const [line, message] of refused) {
        const [command, ...args] = line.split(" ");
        it(`are refused: ${line}`, () =>
            assert.throws(
                () => refuseOthers(command as CommandName, parseOptions(args).values),
                new UsageError(message),
            ));
    }

    it("are refused where one has no value, in the words of Node's parser", () =>
        assert.throws(() => parseOptions(["--config"]), UsageError));
});
