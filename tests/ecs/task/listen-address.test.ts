import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { listenAddress } from "../../../ecs/task/listen-address";
import { runsNeuronRtd } from "../../../ecs/shell/daemon-command";

describe("A command line", () => {
    const lines: [string[], boolean, Known<string> | undefined][] = [
        [["sh", "-c", "neuron-rtd -g unix:/sock/neuron-rtd.sock"], true, "unix:/sock/neuron-rtd.sock"],
        [["sh", "-c", "exec neuron-rtd -g unix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [["/bin/bash", "-ec", "mkdir -p /sock && neuron-rtd -g unix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [["sh", "-c", "(neuron-rtd -g 'unix:/sock/a.sock')"], true, "unix:/sock/a.sock"],
        [["neuron-rtd", "-g", "unix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [["/opt/aws/neuron/bin/neuron-rtd", "-gunix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [["neuron-rtd", "-g=unix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [["neuron-rtd"], true, "unix:/run/neuron.sock"],
        [["neuron-rtd", "-g"], true, UNKNOWN],
        [["-g", "unix:/sock/a.sock"], false, "unix:/sock/a.sock"],
        [["sh", "-c", "echo -g no; neuron-rtd -g unix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [["sh", "-c", "until test -S /sock/neuron-rtd.sock; do sleep 1; done"], false, undefined],
        [["serve", "--sidecar", "neuron-rtd"], false, undefined],
        [["sh", "-c", "echo neuron-rtd"], false, undefined],
        [["neuron-rtd-proxy", "-g", "unix:/sock/a.sock"], false, "unix:/sock/a.sock"],
        [["tini", "--", "neuron-rtd", "-g", "unix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [["/entrypoint.sh", "/opt/aws/neuron/bin/neuron-rtd", "-gunix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [["env", "LEVEL=info", "neuron-rtd", "-g", "unix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [["pgrep", "neuron-rtd"], false, undefined],
        [["sh", "-c", "LEVEL=info neuron-rtd -g unix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [["sh", "-c", "set -e\nexec neuron-rtd -g unix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [
            ["bash", "-o", "pipefail", "-c", '"/opt/aws/neuron/bin/neuron-rtd" -g unix:/sock/a.sock'],
            true,
            "unix:/sock/a.sock",
        ],
        [["sh", "-c", "if test -d /sock; then neuron-rtd; fi"], true, "unix:/run/neuron.sock"],
        [["sh", "-c", "exec -a daemon neuron-rtd -g unix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [["sh", "-c", "neuron-rtd & curl -g https://user:password@host"], true, "unix:/run/neuron.sock"],
        [["sh", "-c", "neuron-rtd || mysql -gpassword"], true, "unix:/run/neuron.sock"],
        [["sh", "-c", "pgrep neuron-rtd; neuron-rtd -g unix:/sock/a.sock 2>&1 | tee /log"], true, "unix:/sock/a.sock"],
        [["sh", "-c", "neuron-rtd 2>&1 -g unix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [["sh", "-c", "sudo -g root neuron-rtd -g unix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [["sh", "-c", "neuron-rtd -g  unix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [["sh", "-c", 'neuron-rtd -g"unix:/sock/a.sock"'], true, "unix:/sock/a.sock"],
        [["sh", "-c", "'' neuron-rtd -g unix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [["sh", "-c", "true; neuron-rtd", "-g", "unix:/sock/a.sock"], true, "unix:/run/neuron.sock"],
        [["sh", "-c", "curl -g password"], false, undefined],
        [["sh", "-c", "mkdir -p /sock; /run.sh -g unix:/sock/a.sock"], false, "unix:/sock/a.sock"],
        [["logger", "neuron-rtd -g unix:/sock/a.sock"], false, undefined],
        [["neuron-rtd -g unix:/sock/a.sock"], true, "unix:/sock/a.sock"],
        [["tini", "--", "neuron-rtd", "-g", "tcp:127.0.0.1:7000"], true, "tcp:127.0.0.1:7000"],
        [["neuron-rtd", "--log-gelf=unix:/log.sock"], true, "unix:/run/neuron.sock"],
        [["neuron-rtd", "-g="], true, undefined],
        [["neuron-rtd", "-gunix:/sock/a=b.sock"], true, "unix:/sock/a=b.sock"],
        [["/run.sh", "-g", "password"], false, undefined],
        [[], false, undefined],
    ];
    for (const [argv, runs, address] of lines) {
        it(`${JSON.stringify(argv)} ${runs ? "runs" : "does not run"} the daemon, on ${String(address)}`, () => {
            assert.deepStrictEqual([runsNeuronRtd(argv), listenAddress(argv, () => undefined)], [runs, address]);
        });
    }
});

describe("A command line with the container's own variables", () => {
    const own: Readonly<Record<string, Known<string>>> = {
        SOCKET: "unix:/sock/a.sock",
        OPTIONS: "-g unix:/sock/a.sock",
        DIRECTORY: "/sock",
        SCRIPT: "exec neuron-rtd -g unix:/sock/a.sock",
        DAEMON: "neuron-rtd",
        EMPTY: "",
        LATER: UNKNOWN,
    };
    const a = "unix:/sock/a.sock";
    const scripts: [string, Known<string> | undefined][] = [
        ["neuron-rtd -g $SOCKET", a],
        ["neuron-rtd -g ${SOCKET}", a],
        ['neuron-rtd -g "$SOCKET"', a],
        ["neuron-rtd -g unix:$DIRECTORY/a.sock", a],
        ["neuron-rtd -g ${ELSEWHERE:-$SOCKET}", UNKNOWN],
        ["neuron-rtd -g ${EMPTY:-unix:/sock/a.sock}", a],
        ["neuron-rtd -g ${SOCKET:-unix:/other.sock}", a],
        ["neuron-rtd -g ${LATER:-unix:/other.sock}", UNKNOWN],
        ["neuron-rtd $OPTIONS", UNKNOWN],
        ['neuron-rtd "$OPTIONS"', " unix:/sock/a.sock"],
        ["neuron-rtd $EMPTY -g $SOCKET", a],
        ["exec $DAEMON -g $SOCKET", a],
        ["$ELSEWHERE neuron-rtd -g unix:/sock/a.sock", a],
        ["neuron-rtd $LATER", UNKNOWN],
        ["neuron-rtd -g $ELSEWHERE", UNKNOWN],
        ["neuron-rtd -g $LATER", UNKNOWN],
        ["/run.sh -g $LATER", UNKNOWN],
        ["neuron-rtd -g '$SOCKET'", "$SOCKET"],
        ["neuron-rtd -g \\$SOCKET", "$SOCKET"],
        ["neuron-rtd -g $(cat /address)", UNKNOWN],
        ["neuron-rtd -g `cat /address`", UNKNOWN],
        ["neuron-rtd -g ${SOCKET%.sock}", UNKNOWN],
        ["eval $SCRIPT", UNKNOWN],
        ["sh -c 'neuron-rtd -g $SOCKET'", UNKNOWN],
        ['bash -lc "$SCRIPT"', a],
        ["ADDRESS=unix:/sock/a.sock; neuron-rtd -g $ADDRESS", UNKNOWN],
        ["export ADDRESS=unix:/sock/a.sock && neuron-rtd -g $ADDRESS", UNKNOWN],
        [": ${ADDRESS:=unix:/sock/a.sock}; neuron-rtd -g $ADDRESS", UNKNOWN],
        ['[ -n "$X" ] || SOCKET=unix:/b; neuron-rtd -g $SOCKET', UNKNOWN],
        ["if test $X; then SOCKET=unix:/b; fi; neuron-rtd -g $SOCKET", UNKNOWN],
        ["(SOCKET=unix:/b); neuron-rtd -g $SOCKET", UNKNOWN],
        ["(sleep 1; chmod 777 /sock) & neuron-rtd -g $SOCKET", a],
        [". /etc/default/neuron; neuron-rtd -g $SOCKET", UNKNOWN],
        ["read SOCKET; neuron-rtd -g $SOCKET", UNKNOWN],
        ["SOCKET=unix:/b sh -c 'neuron-rtd -g $SOCKET'", UNKNOWN],
        ["if test $X; then neuron-rtd -g unix:/a; else neuron-rtd -g unix:/b; fi", undefined],
        ["neuron-rtd --version; exec neuron-rtd -g $SOCKET", a],
        ["neuron-rtd -g $SOCKET; neuron-rtd -g $LATER", UNKNOWN],
        ["cat > /run.sh <<EOF\nneuron-rtd -g unix:/b\nEOF\nexec neuron-rtd -g $SOCKET", a],
        ["# neuron-rtd -g unix:/b\nneuron-rtd -g $SOCKET # as agreed", a],
        ["case $X in neuron-rtd) neuron-rtd -g $SOCKET;; *) exec sleep 1;; esac", UNKNOWN],
        ["start() { neuron-rtd -g $SOCKET; }; start", UNKNOWN],
        ["neuron-rtd -g $SOCKET; case $X in y) neuron-rtd -g unix:/b;; esac", UNKNOWN],
        ["neuron-rtd \\\n  -g $SOCKET", a],
        ["neuron-rtd -c /etc/neuron-rtd.config", UNKNOWN],
    ];
    for (const [script, address] of scripts) {
        it(`listens with ${JSON.stringify(script)} on ${String(address)}`, () =>
            assert.equal(
                listenAddress(["sh", "-c", script], (name) => own[name]),
                address,
            ));
    }

    const lines: [readonly string[], Known<string> | undefined][] = [
        [["sh", "-c", 'exec "$@"', "--", "neuron-rtd", "-g", a], UNKNOWN],
        [["sh", "-c", "neuron-rtd $0 $1", "-g", a], UNKNOWN],
        [["sh", "-c", "neuron-rtd", "-g", a], "unix:/run/neuron.sock"],
        [["bash", "-euxo", "pipefail", "-c", `neuron-rtd -g ${a}`], a],
        [["bash", "-c", "-l", `neuron-rtd -g ${a}`], a],
        [["sh", "-cx", `neuron-rtd -g ${a}`], a],
        [["dumb-init", "--rewrite", "15:2", "--", "bash", "-lc", `exec neuron-rtd -g ${a}`], UNKNOWN],
        [["dumb-init", "-r", "15:2", "--", "bash", "-lc", `exec neuron-rtd -g ${a}`], a],
        [["tini", "-g", "--", "neuron-rtd", "-g", a], a],
        [["nohup", "env", "-u", "X", "LEVEL=info", "timeout", "-s", "9", "60", "neuron-rtd", "-g", a], a],
        [["sh", "/run.sh", "neuron-rtd", "-g", a], a],
        [["neuron-rtd", "-g", "$SOCKET"], "$SOCKET"],
        [["echo", "neuron-rtd", "-g", a], a],
    ];
    for (const [argv, address] of lines) {
        it(`listens with ${JSON.stringify(argv)} on ${String(address)}`, () =>
            assert.equal(
                listenAddress(argv, (name) => own[name]),
                address,
            ));
    }
});

describe("A hostile command line", () => {
    const many = 60_000;
    const scripts: [string, string, Known<string> | undefined][] = [
        ["braces in braces", "${A:-".repeat(many), UNKNOWN],
        ["substitutions in substitutions", "$(".repeat(many), UNKNOWN],
        ["subshells in subshells", "(".repeat(many), UNKNOWN],
        ["a variable that grows", `A=neuron-rtd;${"A=$A$A;".repeat(many / 10)}`, undefined],
        ["all parameters again and again", 'x "$@";'.repeat(many / 10), undefined],
        ["quotes that do not end", "\"'`".repeat(many), UNKNOWN],
        ["texts that do not end", "x <<A\n".repeat(many), undefined],
        ["one runner after the other", "exec ".repeat(many), undefined],
        ["patterns", "case x in x) ".repeat(many / 10), UNKNOWN],
        ["conditions", "if x; then ".repeat(many / 10), UNKNOWN],
        ["scripts in scripts", 'sh -c "'.repeat(many / 10), undefined],
        ["operators", ";&|<>()".repeat(many), UNKNOWN],
    ];
    for (const [what, script, address] of scripts) {
        it(`is read in bounded time: ${what}`, function () {
            this.timeout(60_000);
            const parameters = Array.from({ length: many }, () => "x");
            assert.equal(
                listenAddress(["sh", "-c", script, ...parameters], () => "x"),
                address,
            );
        });
    }
});
