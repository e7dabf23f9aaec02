import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { workOf, type Work } from "../../../ecs/task/command-evidence";
import { containerOf } from "../../checks/task-of";

describe("The command line of a container", () => {
    const lines: [Work | undefined, ...string[][]][] = [
        [
            "watches",
            ["neuron-monitor", "-c", "/etc/monitor.conf"],
            ["/opt/aws/neuron/bin/neuron-monitor"],
            ["sh", "-c", "neuron-monitor | neuron-monitor-prometheus.py --port 9010"],
            ["neuron-monitor | python3 -u /opt/aws/neuron/bin/neuron-monitor-prometheus.py"],
            ["bash", "-c", "set -e; mkdir -p /log && exec neuron-top > /log/top"],
            ["node_exporter", "--path.rootfs=/host"],
            ["node-problem-detector", "--logtostderr"],
            ["start-amazon-cloudwatch-agent"],
        ],
        [
            "compiles",
            ["neuronx-cc", "compile", "model.hlo", "--target", "trn1"],
            ["neuron-cc", "compile", "graph.pb"],
            ["sh", "-c", "neuronx-cc compile m.hlo --output m.neff && aws s3 cp m.neff s3://models/"],
            ["optimum-cli", "export", "neuron", "--model", "bert", "out/"],
            ["python3", "-m", "optimum.exporters.neuron", "--model", "bert"],
            ["python", "-u", "/app/compile_model.py"],
            ["python3.10", "export.py"],
        ],
        [
            "serves",
            ["tensorflow_model_server_neuron", "--port=8500"],
            ["/usr/local/bin/tensorflow_model_server_neuronx", "--port=8500"],
            ["optimum-cli", "neuron", "serve", "--model", "bert"],
            ["vllm", "serve", "llama", "--device", "neuron"],
            ["python3", "-m", "vllm.entrypoints.openai.api_server", "--model=llama", "--device=neuron"],
            ["sh", "-c", "neuron-monitor & vllm serve llama --device neuron"],
            ["sh", "-c", "neuronx-cc compile m.hlo; tensorflow_model_server_neuron"],
        ],
        [
            undefined,
            [],
            ["python", "serve.py"],
            ["python", "serve.py", "compile.py"],
            ["vllm", "serve", "llama"],
            ["vllm", "serve", "llama", "--device", "cuda"],
            ["optimum-cli", "export", "onnx"],
            ["echo", "neuron-monitor"],
            ["neuron-rtd", "-g", "unix:/sock/a.sock"],
            ["sh", "-c", "neuron-monitor & python serve.py"],
            ["sh", "-c", "neuronx-cc compile m.hlo && python serve.py"],
            ["sh", "-c", "neuron-monitor & neuron-rtd -g unix:/sock/a.sock"],
        ],
    ];
    for (const [work, ...commands] of lines) {
        for (const command of commands) {
            it(`${work ?? "does not tell what it does"}: ${command.join(" ")}`, () =>
                assert.equal(workOf(containerOf({ command })), work));
        }
    }

    it("begins with the entry point", () =>
        assert.equal(workOf(containerOf({ entryPoint: ["optimum-cli"], command: ["neuron", "serve"] })), "serves"));

    const undecidedCases: [unknown[], unknown][] = [
        [["neuron-monitor", "-c", UNKNOWN], "watches"],
        [["vllm", "serve", UNKNOWN, "--device", "neuron"], "serves"],
        [["my-server", "--model", UNKNOWN], undefined],
        [["--model", UNKNOWN], undefined],
        [["python", UNKNOWN], UNKNOWN],
        [["sh", "-c", UNKNOWN], UNKNOWN],
        [[UNKNOWN], UNKNOWN],
        [["neuron_parallel_compile", "torchrun", "train.py"], UNKNOWN],
        [["sh", "-c", "neuron-monitor & case $1 in a) serve;; esac"], UNKNOWN],
    ];
    for (const [command, work] of undecidedCases) {
        it(`tells as much as is known: ${command.map(String).join(" ")}`, () =>
            assert.equal(workOf(containerOf({ command })), work));
    }

    it("is not known while its entry point is not", () =>
        assert.equal(workOf(containerOf({ entryPoint: UNKNOWN, command: ["neuron-monitor"] })), UNKNOWN));
});
