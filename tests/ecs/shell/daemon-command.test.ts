import assert from "node:assert/strict";
import { runsNeuronRtd, daemonCommands, isListenOption, type DaemonCommands } from "../../../ecs/shell/daemon-command";
import { UNKNOWN, type Known } from "../../../ecs/known";

const environment = (name: string) => (name === "LATER" ? UNKNOWN : name === "OPTION" ? "-g" : undefined);

describe("A container's command line", () => {
    const lines: [string[], DaemonCommands["daemons"], DaemonCommands["others"]][] = [
        [["neuron-rtd", "-g", "unix:/a"], [["-g", "unix:/a"]], []],
        [["/opt/neuron-rtd"], [[]], []],
        [["serve", "--port", "80"], [], [["serve", "--port", "80"]]],
        [["neuron-rtd -g unix:/a"], [["-g", "unix:/a"]], []],
        [["true; neuron-rtd"], [[]], [["true"]]],
        [["true;neuron-rtd"], [], [["true;neuron-rtd"]]],
        [["true; neuron-rtd", "-g"], [], [["true; neuron-rtd", "-g"]]],
        [["sh", "-c", "sleep 1; neuron-rtd $OPTION $LATER"], [["-g", UNKNOWN]], [["sleep", "1"]]],
        [["/run.sh", "neuron-rtd", "-gunix:/a"], [["-gunix:/a"]], []],
        [["/run.sh", "-g", "unix:/a"], [], [["/run.sh", "-g", "unix:/a"]]],
        [["/run.sh", "-g", "neuron-rtd"], [], [["/run.sh", "-g", "neuron-rtd"]]],
        [["/run.sh", "neuron-rtd", "a-g"], [], [["/run.sh", "neuron-rtd", "a-g"]]],
        [["sh", "-c", "/run.sh neuron-rtd $LATER"], [], [["/run.sh", "neuron-rtd", UNKNOWN]]],
        [["sh", "-c", "$LATER neuron-rtd -g"], [["-g"]], []],
        [["sh", "-c", "> /log"], [], [[]]],
        [[], [], [[]]],
    ];
    for (const [argv, daemons, others] of lines) {
        it(`${JSON.stringify(argv)} runs ${daemons.length} daemons and ${others.length} other programs`, () =>
            assert.deepStrictEqual(daemonCommands(argv, environment), { daemons, others, unread: undefined }));
    }

    for (const program of "echo printf grep egrep pgrep pkill killall kill pidof ps cat ls test [ [[ which type".split(
        " ",
    )) {
        it(`runs no daemon where ${program} names it`, () =>
            assert.equal(runsNeuronRtd([program, "neuron-rtd", "-g"]), false));
    }

    it("runs the daemon also where variables put the words together", () => {
        assert.equal(runsNeuronRtd(["sh", "-c", "neuron-'rtd'"]), true);
        assert.equal(runsNeuronRtd(["sh", "-c", "echo 'neuron-rtd'"]), false);
        assert.equal(runsNeuronRtd(["sh", "-c", "${DAEMON:-neuron-rtd}"]), UNKNOWN);
    });

    const unread = [
        "start() { neuron-rtd; }; start",
        "case $A in a) neuron-rtd;; esac",
        "(neuron-rtd",
        "echo 'neuron-rtd",
    ];
    for (const script of unread) {
        it(`may run the daemon where it is not read: ${script}`, () =>
            assert.equal(runsNeuronRtd(["sh", "-c", script]), script === "(neuron-rtd" ? true : UNKNOWN));
    }

    it("has no daemon where nothing names it, also where it is not read", () =>
        assert.equal(runsNeuronRtd(["sh", "-c", "serve '"]), false));

    it("says with what it runs that this is not all", () =>
        assert.deepStrictEqual(daemonCommands(["sh", "-c", "serve; neuron-rtd -g; 'a"], environment), {
            daemons: [["-g"]],
            others: [["serve"]],
            unread: "a quote or an expansion",
        }));

    it("may run the daemon as a program of an unknown name, where no other is it", () =>
        assert.deepStrictEqual(
            ["$LATER; serve", "$LATER; neuron-rtd"].map(
                (script) => daemonCommands(["sh", "-c", script], environment).unread,
            ),
            ["a program of an unknown name", undefined],
        ));

    it("has the option of the daemon's socket as a word, with or without the address", () => {
        const words: (Known<string> | undefined)[] = ["-g", "-gunix:/a", "g", "a-g", UNKNOWN, undefined];
        assert.deepStrictEqual(
            words.map((word) => isListenOption(word)),
            [true, true, false, false, false, false],
        );
    });
});

describe("The daemon in a shell line", () => {
    const runs = [
        "if neuron-rtd; then true; fi",
        "if true; then neuron-rtd; fi",
        "if false; then true; elif neuron-rtd; then true; fi",
        "if false; then true; else neuron-rtd; fi",
        "while neuron-rtd; do true; done",
        "until neuron-rtd; do true; done",
        "while true; do neuron-rtd; done",
        "! neuron-rtd",
        "exec neuron-rtd",
        "nohup neuron-rtd",
        "sudo neuron-rtd",
        "env neuron-rtd",
        "command neuron-rtd",
        "time neuron-rtd",
        "LOG=debug neuron-rtd",
        "(neuron-rtd)",
        "true && neuron-rtd",
        "true\nneuron-rtd",
    ];
    for (const line of runs) {
        it(`runs in ${JSON.stringify(line)}`, () => assert.equal(runsNeuronRtd(["sh", "-c", line]), true));
    }
    for (const line of [
        "echo neuron-rtd",
        "echo a;b=1 x neuron-rtd",
        "grep neuron-rtd file",
        "test a=b neuron-rtd",
        "a;= neuron-rtd",
        "./a=b neuron-rtd",
    ]) {
        it(`does not run in ${JSON.stringify(line)}`, () => assert.equal(runsNeuronRtd(["sh", "-c", line]), false));
    }
    for (const argv of [
        ["sh", "x-c", "neuron-rtd"],
        ["sh", "c-", "neuron-rtd"],
    ]) {
        it(`is no shell line in ${JSON.stringify(argv)}`, () => assert.equal(runsNeuronRtd(argv), false));
    }
});
