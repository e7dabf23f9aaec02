import { guide } from "../../../checks/examples/bases/guide";
import { inf2Task } from "../../../checks/examples/bases/inf2";
import { plainTask } from "../../../checks/examples/bases/plain";
import { constraints, kind, on, remove, set, type Kind } from "./kind";

/** A task of an image of one's own, placed by an expression. */
const web = (expression: string) => [
    set("placementConstraints", constraints(expression)),
    set("containerDefinitions[model].image", "123456789012.dkr.ecr.us-west-2.amazonaws.com/search:1"),
    set("containerDefinitions[model].portMappings", [{ containerPort: 80, hostPort: 0, protocol: "tcp" }]),
];

/** What is a task of Neuron, and what is none. */
export const inference: readonly Kind[] = [
    kind(
        "a constraint that keeps tasks off Inferentia, and one that asks for it",
        plainTask,
        web("attribute:ecs.instance-type !~ inf.*"),
        [set("placementConstraints", constraints("attribute:ecs.instance-type =~ inf2.*"))],
        "Task neuron-rtd-sidecar mandatory",
    ),
    kind(
        "an agent that watches the chip, and a server in its place",
        inf2Task,
        [
            set("containerDefinitions[model].command", ["neuron-monitor"]),
            set("containerDefinitions[model].linuxParameters.devices[0].permissions", ["read"]),
        ],
        [set("containerDefinitions[model].command", ["tensorflow_model_server_neuron"])],
        "Task libnrt-devices mandatory",
    ),
    kind(
        "an own image that is privileged on Inf2, and one that is not",
        plainTask,
        [...web(on("inf2.xlarge")), set("containerDefinitions[model].privileged", true)],
        [remove("containerDefinitions[model].privileged")],
        "Task neuron-rtd-sidecar mandatory",
    ),
    kind(
        "a compiler on Fargate, and a server",
        plainTask,
        [
            set("requiresCompatibilities", ["FARGATE"]),
            set("networkMode", "awsvpc"),
            set("cpu", "1024"),
            set("memory", "4096"),
            set("containerDefinitions[model].command", ["neuronx-cc", "compile", "model.hlo"]),
        ],
        [set("containerDefinitions[model].command", ["tensorflow_model_server_neuron"])],
        "Task neuron-compatible-launch-type mandatory",
        "Task neuron-rtd-sidecar mandatory",
    ),
    kind(
        "AWS's image that its tag tells, with a device and without",
        inf2Task,
        [
            set(
                "containerDefinitions[model].image",
                "763104351884.dkr.ecr.us-west-2.amazonaws.com/huggingface-pytorch-tgi-inference:" +
                    "2.1.2-optimum0.0.27-neuronx-py310-ubuntu22.04",
            ),
        ],
        [remove("containerDefinitions[model].linuxParameters")],
        "Task libnrt-devices mandatory",
    ),
    kind(
        "a library that drives Inf2, and the address of a daemon that does not",
        inf2Task,
        [],
        [
            set("containerDefinitions[model].environment", [
                { name: "NEURON_RTD_ADDRESS", value: "unix:/sock/neuron-rtd.sock" },
            ]),
            set("containerDefinitions[model].image", "123456789012.dkr.ecr.us-west-2.amazonaws.com/search:1"),
            remove("containerDefinitions[model].linuxParameters"),
        ],
        "Task neuron-rtd-sidecar mandatory",
    ),
    kind(
        "the guide's task, and one whose containers do not meet",
        guide,
        [],
        [set("containerDefinitions[sidecar].command", ["neuron-rtd -g unix:/run/neuron-rtd.sock"])],
        "Task neuron-rtd-address mandatory",
        "Task neuron-rtd-shared-volume mandatory",
    ),
];
