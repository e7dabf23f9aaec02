import type { ACM } from "@aws-sdk/client-acm";
import type { ApplicationAutoScaling } from "@aws-sdk/client-application-auto-scaling";
import type { AutoScaling } from "@aws-sdk/client-auto-scaling";
import type { CloudWatch } from "@aws-sdk/client-cloudwatch";
import type { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import type { EC2 } from "@aws-sdk/client-ec2";
import type { ECR } from "@aws-sdk/client-ecr";
import type { ECS } from "@aws-sdk/client-ecs";
import type { ElasticLoadBalancingV2 } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { IAM } from "@aws-sdk/client-iam";
import type { SQS } from "@aws-sdk/client-sqs";
import type { ServiceDiscovery } from "@aws-sdk/client-servicediscovery";
import type { SSM } from "@aws-sdk/client-ssm";
import type { STS } from "@aws-sdk/client-sts";

/** Made up: the emulator takes any, and the user's own are never looked for. */
const credentials = { accessKeyId: "emulation", secretAccessKey: "emulation" };

/**
 * The emulated AWS, in one region. Each service's client is loaded when it is first called for, since loading one takes
 * long.
 */
export class Aws {
    private readonly clients = new Map<string, Promise<unknown>>();

    constructor(
        readonly endpoint: string,
        readonly region: string,
    ) {}

    ecs(): Promise<ECS> {
        return this.client("ecs", async () => new (await import("@aws-sdk/client-ecs")).ECS(this.settings()));
    }

    ec2(): Promise<EC2> {
        return this.client("ec2", async () => new (await import("@aws-sdk/client-ec2")).EC2(this.settings()));
    }

    autoScaling(): Promise<AutoScaling> {
        return this.client(
            "autoscaling",
            async () => new (await import("@aws-sdk/client-auto-scaling")).AutoScaling(this.settings()),
        );
    }

    applicationAutoScaling(): Promise<ApplicationAutoScaling> {
        return this.client("application-autoscaling", async () => {
            const { ApplicationAutoScaling: Client } = await import("@aws-sdk/client-application-auto-scaling");
            return new Client(this.settings());
        });
    }

    loadBalancing(): Promise<ElasticLoadBalancingV2> {
        return this.client("elasticloadbalancing", async () => {
            const { ElasticLoadBalancingV2: Client } = await import("@aws-sdk/client-elastic-load-balancing-v2");
            return new Client(this.settings());
        });
    }

    acm(): Promise<ACM> {
        return this.client("acm", async () => new (await import("@aws-sdk/client-acm")).ACM(this.settings()));
    }

    iam(): Promise<IAM> {
        return this.client("iam", async () => new (await import("@aws-sdk/client-iam")).IAM(this.settings()));
    }

    cloudWatch(): Promise<CloudWatch> {
        return this.client(
            "cloudwatch",
            async () => new (await import("@aws-sdk/client-cloudwatch")).CloudWatch(this.settings()),
        );
    }

    logs(): Promise<CloudWatchLogs> {
        return this.client(
            "logs",
            async () => new (await import("@aws-sdk/client-cloudwatch-logs")).CloudWatchLogs(this.settings()),
        );
    }

    ecr(): Promise<ECR> {
        return this.client("ecr", async () => new (await import("@aws-sdk/client-ecr")).ECR(this.settings()));
    }

    sqs(): Promise<SQS> {
        return this.client("sqs", async () => new (await import("@aws-sdk/client-sqs")).SQS(this.settings()));
    }

    serviceDiscovery(): Promise<ServiceDiscovery> {
        return this.client(
            "servicediscovery",
            async () => new (await import("@aws-sdk/client-servicediscovery")).ServiceDiscovery(this.settings()),
        );
    }

    ssm(): Promise<SSM> {
        return this.client("ssm", async () => new (await import("@aws-sdk/client-ssm")).SSM(this.settings()));
    }

    sts(): Promise<STS> {
        return this.client("sts", async () => new (await import("@aws-sdk/client-sts")).STS(this.settings()));
    }

    /** The id of the emulated account. */
    account(): Promise<string> {
        return this.client("account", async () => (await (await this.sts()).getCallerIdentity({})).Account ?? "");
    }

    async arn(service: string, resource: string): Promise<string> {
        return `arn:${partitionOf(this.region)}:${service}:${this.region}:${await this.account()}:${resource}`;
    }

    private settings(): { endpoint: string; region: string; credentials: typeof credentials } {
        return { endpoint: this.endpoint, region: this.region, credentials };
    }

    private client<Client>(name: string, load: () => Promise<Client>): Promise<Client> {
        const client = this.clients.get(name) ?? load();
        this.clients.set(name, client);
        return client as Promise<Client>;
    }
}

/** The partition that a region lies in. */
export function partitionOf(region: string): string {
    if (region.startsWith("cn-")) {
        return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
