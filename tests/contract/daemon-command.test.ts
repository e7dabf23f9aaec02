import assert from "node:assert/strict";
import { runsNeuronRtd } from "../../contract";
import { daemonCommands, isListenOption, type DaemonCommands } from "../../contract/daemon-command";
import { UNKNOWN, type Known } from "../../contract/known";

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
            assert.deepStrictEqual(daemonCommands(argv, environment), { daemons, others }));
    }

    for (const program of "echo printf grep egrep pgrep pkill killall kill pidof ps cat ls test [ [[ which type".split(
        " ",
    )) {
        it(`runs no daemon where ${program} names it`, () => assert.ok(!runsNeuronRtd([program, "neuron-rtd", "-g"])));
    }

    it("runs the daemon also where variables put the words together", () => {
        assert.ok(runsNeuronRtd(["sh", "-c", "neuron-'rtd'"]));
        assert.ok(!runsNeuronRtd(["sh", "-c", "echo 'neuron-rtd'"]));
        assert.ok(!runsNeuronRtd(["sh", "-c", "${DAEMON:-neuron-rtd}"]));
    });

    it("has the option of the daemon's socket as a word, with or without the address", () => {
        const words: (Known<string> | undefined)[] = ["-g", "-gunix:/a", "g", "a-g", UNKNOWN, undefined];
        assert.deepStrictEqual(
            words.map((word) => isListenOption(word)),
            [true, true, false, false, false, false],
        );
    });
});
