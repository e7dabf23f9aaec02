import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { dockerConfig, type DockerConfig } from "../../../ecs/pool/docker-config";

const file = "/etc/docker/daemon.json";
const neurons = "/opt/aws/neuron/share/docker-daemon.json";

describe("Docker's configuration in user data", () => {
    const scripts: [string, string, DockerConfig["isReplaced"], DockerConfig["isNeuronDefault"]][] = [
        ["is Neuron's own", `cp ${neurons} ${file}`, true, true],
        ["is Neuron's own as a link", `sudo ln -sf ${neurons} ${file}`, true, true],
        [
            "makes Neuron's hook the default",
            `cat > ${file} <<EOF\n{ "default-runtime": "oci-neuron" }\nEOF`,
            true,
            true,
        ],
        ["makes it the default by another name", `echo '{"default-runtime":"neuron"}' > ${file}`, true, true],
        ["makes it the default between blanks", `echo '{"default-runtime"  :  "oci-neuron"}' > ${file}`, true, true],
        ["is Neuron's own behind what is no comment", `echo a#b; cp ${neurons} ${file}`, true, true],
        ["is another, and Neuron's own only in an indented comment", `  # cp ${neurons}\n> ${file}`, true, false],
        ["is another", `echo '{ "log-driver": "journald" }' > ${file}`, true, false],
        ["is another, and Neuron's own only in a comment", `# cp ${neurons}\n> ${file}`, true, false],
        ["is written by cloud-init", `#cloud-config\nwrite_files:\n- path: ${file}\n  content: "{}"\n`, true, false],
        ["is merged", `jq '.a = 1' ${file} > /tmp/daemon.json && mv /tmp/daemon.json ${file}`, false, false],
        ["is merged in a variable", `A=$(jq '.a = 1' ${file})\necho "$A" > ${file}`, false, false],
        ["is written where there is none", `[ -f ${file} ] || echo {} > ${file}`, false, false],
        ["is only read", `cat ${neurons} ${file}`, false, false],
        ["is not known in a function", `f() { cp ${neurons} ${file}; }; f`, UNKNOWN, UNKNOWN],
        ["is not known by a variable, and is none of Neuron's", `cp a $D/daemon.json`, UNKNOWN, false],
    ];
    for (const [what, script, isReplaced, isNeuronDefault] of scripts) {
        it(what, () => assert.deepStrictEqual(dockerConfig(script), { isReplaced, isNeuronDefault }));
    }
});
