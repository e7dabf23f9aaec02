/** A document from which a rule takes its facts. */
export interface Source {
    readonly title: string;
    readonly url: string;
}

const ecsGuide = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";
const ecsApi = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference";
const ec2Guide = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide";
const instanceTypes = "https://aws.amazon.com/ec2/instance-types";
const neuronDocs = "https://awsdocs-neuron.readthedocs-hosted.com/en/latest/general";

/** Every document that rules cite. */
export const sources = {
    inferenceGuide: {
        title: "Amazon ECS Developer Guide: Working with inference workloads on Amazon ECS",
        url: `${ecsGuide}/ecs-inference.html`,
    },
    neuronRuntimeConfiguration: {
        title: "AWS Neuron documentation: NeuronX Runtime configuration",
        url: "https://awsdocs-neuron.readthedocs-hosted.com/en/latest/neuron-runtime/nrt-configurable-parameters.html",
    },
    neuronTaskDefinition: {
        title: "Amazon ECS Developer Guide: Specifying AWS Neuron machine learning in an Amazon ECS task definition",
        url: `${ecsGuide}/ecs-inference-task-def.html`,
    },
    amiMetadata: {
        title: "Amazon ECS Developer Guide: Retrieving Amazon ECS-optimized Linux AMI metadata",
        url: `${ecsGuide}/retrieve-ecs-optimized_AMI.html`,
    },
    clusterQueries: {
        title: "Amazon ECS Developer Guide: Cluster query language",
        url: `${ecsGuide}/cluster-query-language.html`,
    },
    instanceSecurity: {
        title: "Amazon ECS Developer Guide: Amazon EC2 container instance security considerations",
        url: `${ecsGuide}/ec2-security-considerations.html`,
    },
    containerSecurity: {
        title: "Amazon ECS Developer Guide: Task and container security best practices",
        url: `${ecsGuide}/security-tasks-containers.html`,
    },
    capabilities: {
        title: "Linux manual: capabilities(7), transformation of capabilities during execve()",
        url: "https://man7.org/linux/man-pages/man7/capabilities.7.html",
    },
    rollingUpdate: {
        title: "Amazon ECS Developer Guide: Deploy Amazon ECS services by replacing tasks",
        url: `${ecsGuide}/deployment-type-ecs.html`,
    },
    containerDependency: {
        title: "Amazon ECS API Reference: ContainerDependency",
        url: `${ecsApi}/API_ContainerDependency.html`,
    },
    deploymentConfiguration: {
        title: "Amazon ECS API Reference: DeploymentConfiguration",
        url: `${ecsApi}/API_DeploymentConfiguration.html`,
    },
    linuxParameters: {
        title: "Amazon ECS API Reference: LinuxParameters",
        url: `${ecsApi}/API_LinuxParameters.html`,
    },
    resourceRequirement: {
        title: "Amazon ECS API Reference: ResourceRequirement",
        url: `${ecsApi}/API_ResourceRequirement.html`,
    },
    taskDefinition: {
        title: "Amazon ECS API Reference: RegisterTaskDefinition",
        url: `${ecsApi}/API_RegisterTaskDefinition.html`,
    },
    createService: { title: "Amazon ECS API Reference: CreateService", url: `${ecsApi}/API_CreateService.html` },
    containerHealthCheck: {
        title: "Amazon ECS API Reference: HealthCheck",
        url: `${ecsApi}/API_HealthCheck.html`,
    },
    targetGroupChecks: {
        title: "Elastic Load Balancing API Reference: CreateTargetGroup",
        url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
    },
    loadBalancer: { title: "Amazon ECS API Reference: LoadBalancer", url: `${ecsApi}/API_LoadBalancer.html` },
    missingPort: {
        title: "pulumi/pulumi-aws: issue 3095",
        url: "https://github.com/pulumi/pulumi-aws/issues/3095",
    },
    missingContainer: {
        title: "spinnaker/spinnaker: issue 6004",
        url: "https://github.com/spinnaker/spinnaker/issues/6004",
    },
    registerScalableTarget: {
        title: "Application Auto Scaling API Reference: RegisterScalableTarget",
        url: "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html",
    },
    managedScaling: {
        title: "Amazon ECS Developer Guide: Automatically manage Amazon ECS capacity with cluster auto scaling",
        url: `${ecsGuide}/cluster-auto-scaling.html`,
    },
    portMapping: { title: "Amazon ECS API Reference: PortMapping", url: `${ecsApi}/API_PortMapping.html` },
    imageParameters: {
        title: "Amazon EC2 User Guide: Reference AMIs using Systems Manager parameters",
        url: `${ec2Guide}/using-systems-manager-parameter-to-find-AMI.html`,
    },
    metadataService: {
        title: "Amazon EC2 User Guide: Use the Instance Metadata Service to access instance metadata",
        url: `${ec2Guide}/configuring-instance-metadata-service.html`,
    },
    inf1Sizes: { title: "Amazon EC2 Inf1 instances", url: `${instanceTypes}/inf1/` },
    inf2Sizes: { title: "Amazon EC2 Inf2 instances", url: `${instanceTypes}/inf2/` },
    trn1Sizes: { title: "Amazon EC2 Trn1 instances", url: `${instanceTypes}/trn1/` },
    trn2Sizes: { title: "Amazon EC2 Trn2 instances", url: `${instanceTypes}/trn2/` },
    optimizedAmis: {
        title: "Amazon ECS Developer Guide: Amazon ECS-optimized Linux AMIs",
        url: `${ecsGuide}/ecs-optimized_AMI.html`,
    },
    registeredMemory: {
        title: "Amazon ECS Developer Guide: Reserving Amazon ECS Linux container instance memory",
        url: `${ecsGuide}/memory-management.html`,
    },
    seenMemory: {
        title: "AWS Batch User Guide: Compute resource memory management",
        url: "https://docs.aws.amazon.com/batch/latest/userguide/memory-management.html",
    },
    kernelMemory: {
        title: "The Linux Kernel documentation: A vmemmap diet for HugeTLB and Device DAX",
        url: "https://docs.kernel.org/mm/vmemmap_dedup.html",
    },
    containerDefinition: {
        title: "Amazon ECS API Reference: ContainerDefinition",
        url: `${ecsApi}/API_ContainerDefinition.html`,
    },
    externalInstances: {
        title: "Amazon ECS Developer Guide: Amazon ECS clusters for external instances",
        url: `${ecsGuide}/ecs-anywhere.html`,
    },
    neuronImages: {
        title: "aws-neuron/deep-learning-containers: README",
        url: "https://github.com/aws-neuron/deep-learning-containers",
    },
    containerImages: {
        title: "aws/deep-learning-containers: Available images",
        url: "https://github.com/aws/deep-learning-containers/blob/master/available_images.md",
    },
    runtimeReleases: {
        title: "AWS Neuron: Neuron Runtime library release notes",
        url: "https://awsdocs-neuron.readthedocs-hosted.com/en/v2.26.1/release-notes/runtime/aws-neuronx-runtime-lib/index.html",
    },
    neuronReleases: {
        title: "AWS Neuron: What's new",
        url: "https://awsdocs-neuron.readthedocs-hosted.com/en/latest/about-neuron/whats-new.html",
    },
    vllmQuickstart: {
        title: "AWS Neuron: Quickstart, vLLM server in a Deep Learning Container",
        url: "https://awsdocs-neuron.readthedocs-hosted.com/en/latest/deploy/environments/quickstart-deploy-dlc.html",
    },
    agent: { title: "aws/amazon-ecs-agent: README", url: "https://github.com/aws/amazon-ecs-agent#readme" },
    agentInstall: {
        title: "Amazon ECS Developer Guide: Installing the Amazon ECS container agent",
        url: `${ecsGuide}/ecs-agent-install.html`,
    },
    agentUnit: {
        title: "aws/amazon-ecs-agent: issue 1707",
        url: "https://github.com/aws/amazon-ecs-agent/issues/1707",
    },
    dockerConfigReport: {
        title: "aws-neuron/aws-neuron-sdk: issue 911",
        url: "https://github.com/aws-neuron/aws-neuron-sdk/issues/911",
    },
    agentTask: {
        title: "aws/amazon-ecs-agent: agent/api/task/task.go",
        url: "https://github.com/aws/amazon-ecs-agent/blob/master/agent/api/task/task.go",
    },
    amiScripts: { title: "aws/amazon-ecs-ami", url: "https://github.com/aws/amazon-ecs-ami" },
    amiReleases: {
        title: "aws/amazon-ecs-ami: CHANGELOG, release 20220831",
        url: "https://github.com/aws/amazon-ecs-ami/blob/main/CHANGELOG.md",
    },
    daemonAddress: {
        title: "aws-neuron/aws-neuron-sdk: issue 290",
        url: "https://github.com/aws-neuron/aws-neuron-sdk/issues/290",
    },
    endOfRuntime1: {
        title: "AWS Neuron: Announcing Neuron Runtime 1.x (neuron-rtd) end-of-support",
        url: `${neuronDocs}/announcements/neuron2.x/neuron-rtd-eol.html`,
    },
    runtime2: {
        title: "AWS Neuron: Introducing Neuron Runtime 2.x (libnrt.so)",
        url: `${neuronDocs}/appnotes/neuron1x/introducing-libnrt.html`,
    },
    endOfGroups: {
        title: "AWS Neuron: Announcing end of support for NEURONCORE_GROUP_SIZES starting with Neuron 1.20.0 release",
        url: `${neuronDocs}/announcements/neuron1.x/eol-ncgs-env_2.html`,
    },
    neuronxCompiler: {
        title: "AWS Neuron: Neuron Compiler FAQ (neuronx-cc)",
        url: "https://awsdocs-neuron.readthedocs-hosted.com/en/latest/compiler/neuronx-cc/faq.html",
    },
} satisfies Readonly<Record<string, Source>>;
