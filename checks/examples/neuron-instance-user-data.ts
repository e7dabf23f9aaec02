import { instance, launchTemplate } from "./bases/launch-template";
import { inf2Stack, llm } from "./bases/inf2";
import type { Example } from "./example";

const writes = (to: string) => ({ set: `${instance}.UserData.Fn::Base64.Fn::Sub`, to });

const found = (what: string) => [
    {
        resource: "LaunchTemplate",
        path: "userData",
        message: `the user data of launch template "LaunchTemplate" ${what}`,
    },
];

const isLost = "replaces /etc/ecs/ecs.config, and what stands there is lost: append to it with >>";
const waits =
    "waits for ever for the ECS agent, which starts only after user data has ended: start it with systemctl " +
    "--no-block, and wait for it in the background or in a unit";

/** An instance that stands there by itself, with this user data. */
const standsAlone = (script: string): Example["changes"] => [
    { remove: "Resources.LaunchTemplate" },
    {
        set: "Resources.Host",
        to: {
            Type: "AWS::EC2::Instance",
            Properties: {
                InstanceType: "inf2.xlarge",
                ImageId: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron/recommended/image_id",
                UserData: { "Fn::Base64": { "Fn::Sub": script } },
            },
        },
    },
];

/** A compute environment of Batch with a launch template, whose user data is this. */
const launchedByBatch = (script: string): Example["changes"] => [
    { remove: `${instance}.InstanceType` },
    writes(script),
    {
        set: "Resources.Environment",
        to: {
            Type: "AWS::Batch::ComputeEnvironment",
            Properties: {
                Type: "MANAGED",
                ComputeResources: {
                    Type: "EC2",
                    InstanceTypes: ["inf2.xlarge"],
                    LaunchTemplate: { LaunchTemplateId: { Ref: "LaunchTemplate" } },
                },
            },
        },
    },
];

const dockerConfig = "cp /opt/aws/neuron/share/docker-daemon.json /etc/docker/daemon.json\n";
const joins = "#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\n";
const isDefault =
    "makes Neuron's hook the runtime of every container, also of the ECS agent, which may then not start: leave " +
    "/etc/docker/daemon.json as it is";

export const neuronInstanceUserDataExamples: readonly Example[] = [
    {
        title: "the script overwrites the configuration of the agent",
        base: launchTemplate,
        changes: [writes("#!/bin/bash\necho ECS_CLUSTER=${Cluster} > /etc/ecs/ecs.config\n")],
        findings: found(isLost),
    },
    {
        title: "the script copies a file over the configuration of the agent",
        base: launchTemplate,
        changes: [writes("#!/bin/bash\naws s3 cp s3://bucket/ecs.config /etc/ecs/ecs.config\n")],
        findings: found(isLost),
    },
    {
        title: "the script turns the Inferentia support off",
        base: launchTemplate,
        changes: [
            writes(
                "#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\necho " +
                    "ECS_ENABLE_INF_SUPPORT=false >> /etc/ecs/ecs.config\n",
            ),
        ],
        findings: found("turns ECS_ENABLE_INF_SUPPORT off, without which no sidecar reaches a chip: remove that line"),
    },
    {
        title: "the script changes to the directory, and writes there",
        base: launchTemplate,
        changes: [writes("#!/bin/bash\ncd /etc/ecs\necho ECS_CLUSTER=${Cluster} > ecs.config\n")],
        findings: found(isLost),
    },
    {
        title: "cloud-init writes the file",
        base: launchTemplate,
        changes: [
            writes("#cloud-config\nwrite_files:\n- path: /etc/ecs/ecs.config\n  content: ECS_CLUSTER=${Cluster}\n"),
        ],
        findings: found(isLost),
    },
    {
        title: "the script waits until the agent answers",
        base: launchTemplate,
        changes: [
            writes(
                "#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\nuntil curl -s http://localhost:51678/v1/metadata; do sleep 1; done\n",
            ),
        ],
        findings: found(waits),
    },
    {
        title: "the script starts the agent, and waits for its start",
        base: launchTemplate,
        changes: [writes("#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\nsystemctl start ecs\n")],
        findings: found(waits),
    },
    {
        title: "cloud-init starts the agent, and waits for its start",
        base: launchTemplate,
        changes: [
            writes(
                "#cloud-config\nruncmd:\n- echo ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\n- [systemctl, enable, --now, ecs]\n",
            ),
        ],
        findings: found(waits),
    },
    {
        title: "the script makes Neuron's configuration that of Docker",
        base: launchTemplate,
        changes: [
            writes(
                "#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\ncp /opt/aws/neuron/share/docker-daemon.json /etc/docker/daemon.json\nsystemctl restart docker\n",
            ),
        ],
        findings: found(
            "makes Neuron's hook the runtime of every container, also of the ECS agent, which may then not start: leave /etc/docker/daemon.json as it is",
        ),
    },
    {
        title: "the script writes the configuration of Docker anew",
        base: launchTemplate,
        changes: [
            writes(
                '#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\necho \'{ "log-driver": "journald" }\' > /etc/docker/daemon.json\nsystemctl restart docker\n',
            ),
        ],
        findings: found("replaces /etc/docker/daemon.json, and what stands there is lost: merge into it"),
    },
    { title: "the script appends", base: launchTemplate, changes: [], findings: [] },
    {
        title: "the script appends with tee -a",
        base: launchTemplate,
        changes: [writes("#!/bin/bash\necho ECS_CLUSTER=${Cluster} | tee -a /etc/ecs/ecs.config\n")],
        findings: [],
    },
    {
        title: "only a comment overwrites, or turns the support off",
        base: launchTemplate,
        changes: [
            writes(
                "#!/bin/bash\n# echo ECS_ENABLE_INF_SUPPORT=false > /etc/ecs/ecs.config\necho " +
                    "ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\n",
            ),
        ],
        findings: [],
    },
    {
        title: "cloud-init appends to the file",
        base: launchTemplate,
        changes: [
            writes(
                "#cloud-config\nwrite_files:\n- path: /etc/ecs/ecs.config\n  append: true\n  content: " +
                    "ECS_CLUSTER=${Cluster}\n",
            ),
        ],
        findings: [],
    },
    {
        title: "the launch template of a compute environment of Batch replaces the configuration of Docker",
        base: launchTemplate,
        changes: launchedByBatch(`#!/bin/bash\n${dockerConfig}`),
        findings: found(isDefault),
    },
    {
        title: "an instance that stands there by itself adds to the agent's configuration",
        base: launchTemplate,
        changes: standsAlone(joins),
        findings: [],
    },
    {
        title: "the launch template of a compute environment of Batch installs tools",
        base: launchTemplate,
        changes: launchedByBatch("#!/bin/bash\nyum install -y aws-neuronx-tools\n"),
        findings: [],
    },
    {
        title: "tasks on Inf1 that map their devices do without the agent's Inferentia support",
        base: inf2Stack,
        changes: [
            { set: `${instance}.InstanceType`, to: "inf1.2xlarge" },
            { set: `${llm}.Image`, to: "123456789012.dkr.ecr.us-east-1.amazonaws.com/llm:1" },
            writes(
                "#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\necho " +
                    "ECS_ENABLE_INF_SUPPORT=false >> /etc/ecs/ecs.config\n",
            ),
        ],
        findings: [],
    },
    {
        title: "instances of Inf2 do without the agent's Inferentia support",
        base: launchTemplate,
        changes: [
            { set: `${instance}.InstanceType`, to: "inf2.xlarge" },
            writes(
                "#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\necho " +
                    "ECS_ENABLE_INF_SUPPORT=false >> /etc/ecs/ecs.config\n",
            ),
        ],
        findings: [],
    },
    {
        title: "the script starts the agent, and goes on",
        base: launchTemplate,
        changes: [
            writes(
                "#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\nsystemctl enable --now --no-block ecs\n",
            ),
        ],
        findings: [],
    },
    {
        title: "the script waits for the agent in the background",
        base: launchTemplate,
        changes: [
            writes(
                "#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\n(until curl -s http://localhost:51678/v1/metadata; do sleep 1; done; logger ready) &\n",
            ),
        ],
        findings: [],
    },
    {
        title: "the script leaves the wait to a unit of its own",
        base: launchTemplate,
        changes: [
            writes(
                "#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\ncat > /etc/systemd/system/ready.service <<'EOF'\n[Unit]\nAfter=ecs.service\n[Service]\nExecStart=/bin/sh -c 'until curl -s http://localhost:51678/v1/metadata; do sleep 1; done'\nEOF\nsystemctl enable --now --no-block ready\n",
            ),
        ],
        findings: [],
    },
    {
        title: "the script merges into the configuration of Docker",
        base: launchTemplate,
        changes: [
            writes(
                '#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\njq \'. + { "log-driver": "journald" }\' /etc/docker/daemon.json > /tmp/daemon.json\nmv /tmp/daemon.json /etc/docker/daemon.json\nsystemctl reload docker\n',
            ),
        ],
        findings: [],
    },
];
