import { inf2Stack, inf2Task } from "../../../checks/examples/bases/inf2";
import { instance } from "../../../checks/examples/bases/launch-template";
import { kind, on, remove, set, type Kind } from "./kind";

const script = (text: string) => set(`${instance}.UserData`, { "Fn::Base64": text });
const joins = "#!/bin/bash\necho ECS_CLUSTER=ml >> /etc/ecs/ecs.config\n";

/** Devices, sizes and instances as they are. */
export const devices: readonly Kind[] = [
    kind(
        "a device, and a pattern",
        inf2Task,
        [],
        [set("containerDefinitions[model].linuxParameters.devices[0].hostPath", "/dev/neuron*")],
        "Task libnrt-devices mandatory",
    ),
    kind(
        "the memory that trn1.32xlarge registers, and more",
        inf2Task,
        [
            set("placementConstraints[1].expression", on("trn1.32xlarge")),
            set("containerDefinitions[model].memory", 480_000),
        ],
        [set("containerDefinitions[model].memory", 508_416)],
        "Task neuron-task-fits mandatory",
    ),
    kind(
        "X86_64 beside AWS's image, and ARM64",
        inf2Task,
        [
            remove("placementConstraints"),
            set("runtimePlatform", { cpuArchitecture: "X86_64", operatingSystemFamily: "LINUX" }),
        ],
        [set("runtimePlatform.cpuArchitecture", "ARM64")],
        "Task neuron-task-fits mandatory",
    ),
    kind(
        "user data that adds to the agent's configuration, and that replaces Docker's",
        inf2Stack,
        [script(joins), set("Resources.Cluster.Properties", { ClusterName: "ml" })],
        [script(`${joins}cp /opt/aws/neuron/share/docker-daemon.json /etc/docker/daemon.json\n`)],
        "LaunchTemplate neuron-instance-user-data mandatory",
    ),
];
