import type { SecurityGroup } from "@pulumi/aws/ec2";
import { LoadBalancer as Balancer, type Listener } from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import { componentTypes, defaultSslPolicy } from "../../contract";
import { givenArguments } from "../engine/given-arguments";
import { after } from "../engine/lookup";
import { OwnResources } from "../engine/own-resources";
import { recordOutput, type Split } from "../engine/record";
import { whenValid } from "../engine/when-valid";
import { warnOfRegion } from "../lookup/region";
import { balancingName } from "./balancing-name";
import { ListenerProtocol, LoadBalancerType, typeOf, type LoadBalancerArgs } from "./args";
import { loadBalancerCheck } from "./check";
import { createListeners } from "./listeners";
import type { LoadBalancerReference } from "./load-balancer-reference";
import { balancerNetworkOf } from "./network";
import { createBalancerSecurityGroup, createClientRules } from "./security-group";

interface Resources {
    readonly loadBalancer: Balancer;
    readonly listener: Listener | undefined;
    readonly securityGroup: SecurityGroup | undefined;
}

const resources = new OwnResources<LoadBalancer, Resources>();

/**
 * A load balancer for inference services, internal unless `internetFacing`: an Application Load Balancer with HTTPS on
 * port 443, to which port 80 redirects, or a Network Load Balancer, whose listeners come with the routes. Each `Route`
 * sends a part of the traffic to a task. Its security group is open for the listeners' clients, and towards the routes'
 * targets.
 *
 * @throws InvalidArgumentsError with every wrong argument, before anything of it is created.
 */
export class LoadBalancer extends pulumi.ComponentResource {
    /** The load balancer, for routes. */
    public readonly loadBalancer: pulumi.Output<LoadBalancerReference>;
    /** The ARN. */
    public readonly loadBalancerArn: pulumi.Output<string>;
    /** The DNS name, for a record of your own: an alias, or a CNAME. */
    public readonly dnsName: pulumi.Output<string>;
    /** The Route 53 hosted zone of the DNS name, for an alias. */
    public readonly zoneId: pulumi.Output<string>;
    /** The ARN of the listener of routes; undefined with a network load balancer. */
    public readonly listenerArn: pulumi.Output<string | undefined>;
    /** The ARN of the listener that redirects to HTTPS; undefined where none does. */
    public readonly redirectListenerArn: pulumi.Output<string | undefined>;
    /** The security groups: let them in where the tasks' ones are yours. */
    public readonly securityGroupIds: pulumi.Output<string[]>;

    constructor(name: string, args: LoadBalancerArgs, opts?: pulumi.ComponentResourceOptions) {
        args = givenArguments("LoadBalancer", name, args);
        super(componentTypes.loadBalancer, name, args, opts);
        const ready = warnOfRegion(this, whenValid("LoadBalancer", name, args, loadBalancerCheck, this));
        const { tags } = args;
        const loadBalancerType = typeOf(args);
        const isApplication = loadBalancerType === LoadBalancerType.Application;
        const lookups = { component: "LoadBalancer", name, ready, opts: { parent: this } };
        const { vpcId, subnetIds, allowedCidrBlocks } = balancerNetworkOf(args, lookups);
        const child = { parent: this, dependsOn: after(ready, vpcId, subnetIds, allowedCidrBlocks) };

        const securityGroup =
            args.securityGroupIds === undefined ? createBalancerSecurityGroup(name, vpcId, tags, child) : undefined;
        const securityGroupIds = pulumi.output(securityGroup ? [securityGroup.id] : (args.securityGroupIds ?? []));
        const balancer = new Balancer(
            balancingName(name),
            {
                loadBalancerType,
                internal: args.internetFacing !== true,
                subnets: subnetIds,
                securityGroups: securityGroupIds,
                enableDeletionProtection: args.enableDeletionProtection ?? false,
                ...(isApplication
                    ? { dropInvalidHeaderFields: true, idleTimeout: args.idleTimeout }
                    : // A service has often fewer tasks than there are zones.
                      { enableCrossZoneLoadBalancing: true }),
                accessLogs: accessLogs(args),
                tags,
            },
            child,
        );
        const listeners = isApplication ? createListeners(name, balancer.arn, args, child) : undefined;
        if (securityGroup !== undefined) {
            for (const port of listeners?.ports ?? []) {
                createClientRules(name, { id: securityGroup.id, port }, allowedCidrBlocks ?? [], tags, child);
            }
        }
        resources.set(this, { loadBalancer: balancer, listener: listeners?.listener, securityGroup });

        const reference = {
            loadBalancerName: name,
            loadBalancerType,
            loadBalancerArn: balancer.arn,
            listenerArn: listeners?.listener.arn,
            protocol: isApplication ? (args.protocol ?? ListenerProtocol.Https) : undefined,
            certificateArn: isApplication ? undefined : args.certificateArn,
            sslPolicy: isApplication ? undefined : (args.sslPolicy ?? defaultSslPolicy),
            idleTimeout: isApplication ? undefined : args.idleTimeout,
            securityGroupIds,
            allowedCidrBlocks: allowedCidrBlocks && pulumi.all([...allowedCidrBlocks]),
            vpcId,
            subnetIds,
        } satisfies { readonly [Key in keyof Split<LoadBalancerReference>]: unknown };
        this.loadBalancer = recordOutput(reference);
        this.loadBalancerArn = balancer.arn;
        this.dnsName = balancer.dnsName;
        this.zoneId = balancer.zoneId;
        this.listenerArn = pulumi.output(listeners?.listener.arn);
        this.redirectListenerArn = pulumi.output(listeners?.redirect?.arn);
        this.securityGroupIds = securityGroupIds;
        const { loadBalancerArn, dnsName, zoneId, listenerArn, redirectListenerArn } = this;
        this.registerOutputs({
            // The record itself: a preview knows an output of it only as a whole.
            loadBalancer: reference,
            loadBalancerArn,
            dnsName,
            zoneId,
            listenerArn,
            redirectListenerArn,
            securityGroupIds,
        });
    }

    /** The load balancer of AWS. */
    get balancer(): Balancer {
        return resources.of(this).loadBalancer;
    }

    /** The listener of routes; undefined with a network load balancer. */
    get listener(): Listener | undefined {
        return resources.of(this).listener;
    }

    /** The security group; undefined where own ones are given. */
    get securityGroup(): SecurityGroup | undefined {
        return resources.of(this).securityGroup;
    }
}

/** AWS takes a bucket for nothing without `enabled`. */
function accessLogs({ accessLogs: given }: LoadBalancerArgs): LoadBalancerArgs["accessLogs"] {
    return given === undefined ? undefined : pulumi.output(given).apply((logs) => ({ enabled: true, ...logs }));
}
