import { instance, launchTemplate } from "./bases/launch-template";
import type { Example } from "./example";

export const neuronInstanceUserData: readonly Example[] = [
    {
        title: "the script overwrites the configuration of the agent",
        base: launchTemplate,
        changes: [
            {
                set: `${instance}.UserData.Fn::Base64.Fn::Sub`,
                to: "#!/bin/bash\necho ECS_CLUSTER=${Cluster} > /etc/ecs/ecs.config\n",
            },
        ],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "userData",
                message:
                    'the user data of launch template "LaunchTemplate" replaces /etc/ecs/ecs.config, and what stands there is lost: append to it with >>',
            },
        ],
    },
    {
        title: "the script copies a file over the configuration of the agent",
        base: launchTemplate,
        changes: [
            {
                set: `${instance}.UserData.Fn::Base64.Fn::Sub`,
                to: "#!/bin/bash\naws s3 cp s3://bucket/ecs.config /etc/ecs/ecs.config\n",
            },
        ],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "userData",
                message:
                    'the user data of launch template "LaunchTemplate" replaces /etc/ecs/ecs.config, and what stands there is lost: append to it with >>',
            },
        ],
    },
    {
        title: "the script turns the Inferentia support off",
        base: launchTemplate,
        changes: [
            {
                set: `${instance}.UserData.Fn::Base64.Fn::Sub`,
                to: "#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\necho ECS_ENABLE_INF_SUPPORT=false >> /etc/ecs/ecs.config\n",
            },
        ],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "userData",
                message:
                    'the user data of launch template "LaunchTemplate" turns ECS_ENABLE_INF_SUPPORT off, without which no sidecar reaches a chip: remove that line',
            },
        ],
    },
    {
        title: "the script changes to the directory, and writes there",
        base: launchTemplate,
        changes: [
            {
                set: `${instance}.UserData.Fn::Base64.Fn::Sub`,
                to: "#!/bin/bash\ncd /etc/ecs\necho ECS_CLUSTER=${Cluster} > ecs.config\n",
            },
        ],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "userData",
                message:
                    'the user data of launch template "LaunchTemplate" replaces /etc/ecs/ecs.config, and what stands there is lost: append to it with >>',
            },
        ],
    },
    {
        title: "the script has the path in a variable",
        base: launchTemplate,
        changes: [
            {
                set: `${instance}.UserData.Fn::Base64.Fn::Sub`,
                to: "#!/bin/bash\nCONFIG=/etc/ecs/ecs.config\necho ECS_CLUSTER=${Cluster} > $CONFIG\n",
            },
        ],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "userData",
                message:
                    'the user data of launch template "LaunchTemplate" replaces /etc/ecs/ecs.config, and what stands there is lost: append to it with >>',
            },
        ],
    },
    {
        title: "cloud-init writes the file",
        base: launchTemplate,
        changes: [
            {
                set: `${instance}.UserData.Fn::Base64.Fn::Sub`,
                to: "#cloud-config\nwrite_files:\n- path: /etc/ecs/ecs.config\n  content: ECS_CLUSTER=${Cluster}\n",
            },
        ],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "userData",
                message:
                    'the user data of launch template "LaunchTemplate" replaces /etc/ecs/ecs.config, and what stands there is lost: append to it with >>',
            },
        ],
    },
    { title: "the script appends", base: launchTemplate, changes: [], findings: [] },
    {
        title: "the script appends with tee -a",
        base: launchTemplate,
        changes: [
            {
                set: `${instance}.UserData.Fn::Base64.Fn::Sub`,
                to: "#!/bin/bash\necho ECS_CLUSTER=${Cluster} | tee -a /etc/ecs/ecs.config\n",
            },
        ],
        findings: [],
    },
    {
        title: "only a comment overwrites, or turns the support off",
        base: launchTemplate,
        changes: [
            {
                set: `${instance}.UserData.Fn::Base64.Fn::Sub`,
                to: "#!/bin/bash\n# echo ECS_ENABLE_INF_SUPPORT=false > /etc/ecs/ecs.config\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\n",
            },
        ],
        findings: [],
    },
    {
        title: "cloud-init appends to the file",
        base: launchTemplate,
        changes: [
            {
                set: `${instance}.UserData.Fn::Base64.Fn::Sub`,
                to: "#cloud-config\nwrite_files:\n- path: /etc/ecs/ecs.config\n  append: true\n  content: ECS_CLUSTER=${Cluster}\n",
            },
        ],
        findings: [],
    },
    {
        title: "the script appends lines that stand in it",
        base: launchTemplate,
        changes: [
            {
                set: `${instance}.UserData.Fn::Base64.Fn::Sub`,
                to: "#!/bin/bash\ncat <<EOF >> /etc/ecs/ecs.config\nECS_CLUSTER=${Cluster}\nEOF\n",
            },
        ],
        findings: [],
    },
];
