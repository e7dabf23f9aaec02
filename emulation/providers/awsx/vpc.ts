import { Eip } from "@pulumi/aws/ec2/eip";
import { InternetGateway } from "@pulumi/aws/ec2/internetGateway";
import { NatGateway } from "@pulumi/aws/ec2/natGateway";
import { Route } from "@pulumi/aws/ec2/route";
import { RouteTable } from "@pulumi/aws/ec2/routeTable";
import { RouteTableAssociation } from "@pulumi/aws/ec2/routeTableAssociation";
import { Subnet } from "@pulumi/aws/ec2/subnet";
import { Vpc as AwsVpc } from "@pulumi/aws/ec2/vpc";
import { all, ComponentResource, type ComponentResourceOptions, type Input, type Inputs, output } from "@pulumi/pulumi";
import type { PlannedSubnet, SubnetType } from "./subnet-layout";
import type { VpcArgs } from "./vpc-args";

const everywhere = "0.0.0.0/0";

type Tags = Record<string, Input<string>>;

/** The component `awsx:ec2:Vpc`, with the children that awsx registers, under the same names and parents. */
export class Vpc extends ComponentResource {
    /** The component's outputs, in the names of the awsx SDK. */
    readonly state: Inputs;

    private readonly vpc: AwsVpc;
    private readonly internetGateway: InternetGateway;
    private readonly subnets: { readonly plan: PlannedSubnet; readonly resource: Subnet }[] = [];
    private readonly routeTables: RouteTable[] = [];
    private readonly routeTableAssociations: RouteTableAssociation[] = [];
    private readonly routes: Route[] = [];
    private readonly eips: Eip[] = [];
    private readonly natGateways: NatGateway[] = [];

    constructor(
        private readonly name: string,
        private readonly args: VpcArgs,
        planned: readonly PlannedSubnet[],
        options: ComponentResourceOptions,
    ) {
        super("awsx:ec2:Vpc", name, {}, options);
        const { cidrBlock, enableDnsHostnames, enableDnsSupport } = args;
        const tags = this.tags({});
        this.vpc = new AwsVpc(name, { cidrBlock, enableDnsHostnames, enableDnsSupport, tags }, { parent: this });
        this.internetGateway = new InternetGateway(name, { vpcId: this.vpc.id, tags }, { parent: this.vpc });
        // A zone's public subnets come first: its private ones lead through the gateway in them.
        const real = planned.filter((one) => one.type !== "Unused");
        const zones = [...new Set(real.map((one) => one.zoneIndex))];
        for (const plan of zones.flatMap((zone) => publicFirst(real.filter((one) => one.zoneIndex === zone)))) {
            this.addSubnet(plan);
        }
        this.state = this.outputs(planned);
        this.registerOutputs(this.state);
    }

    private addSubnet(plan: PlannedSubnet): void {
        const { name, type, zone, cidrBlock } = plan;
        const own = { Name: name, SubnetType: type };
        const subnet = new Subnet(
            name,
            {
                vpcId: this.vpc.id,
                availabilityZone: zone,
                cidrBlock,
                mapPublicIpOnLaunch: type === "Public",
                tags: this.tags(own, plan.tags as Input<Tags> | undefined),
            },
            { parent: this.vpc },
        );
        this.subnets.push({ plan, resource: subnet });
        const table = new RouteTable(name, { vpcId: this.vpc.id, tags: this.tags(own) }, { parent: subnet });
        this.routeTables.push(table);
        this.routeTableAssociations.push(
            new RouteTableAssociation(name, { routeTableId: table.id, subnetId: subnet.id }, { parent: table }),
        );
        if (type === "Public") {
            this.addNatGateway(plan, subnet);
        }
        this.addRoute(plan, table);
    }

    private addNatGateway({ zoneIndex }: PlannedSubnet, subnet: Subnet): void {
        const { natStrategy } = this.args;
        const wanted = { None: 0, Single: 1, OnePerAz: zoneIndex + 1 }[natStrategy];
        if (this.natGateways.length >= wanted) {
            return;
        }
        const name = `${this.name}-${zoneIndex + 1}`;
        const tags = this.tags({ Name: name });
        const eip = new Eip(name, { tags }, { parent: subnet });
        this.eips.push(eip);
        // The gateway's address is of use only once the VPC leads to the internet.
        const options = { parent: subnet, dependsOn: [this.internetGateway] };
        this.natGateways.push(
            new NatGateway(name, { subnetId: subnet.id, allocationId: eip.allocationId, tags }, options),
        );
    }

    private addRoute({ name, type, zoneIndex }: PlannedSubnet, table: RouteTable): void {
        const natGateway = this.natGateways[this.args.natStrategy === "Single" ? 0 : zoneIndex];
        const target =
            type === "Public"
                ? { gatewayId: this.internetGateway.id }
                : type === "Private" && natGateway !== undefined
                  ? { natGatewayId: natGateway.id }
                  : undefined;
        if (target !== undefined) {
            const route = { routeTableId: table.id, destinationCidrBlock: everywhere, ...target };
            this.routes.push(new Route(name, route, { parent: table }));
        }
    }

    /** The VPC's tags, over them those of a part, and over all the names that awsx gives. */
    private tags(own: Tags, ofPart?: Input<Tags>): Input<Tags> {
        return all([output(this.args.tags), output(ofPart)]).apply(([shared, part]) => ({
            Name: this.name,
            ...shared,
            ...part,
            ...own,
        }));
    }

    private outputs(planned: readonly PlannedSubnet[]): Inputs {
        const of = (type: SubnetType): Subnet[] =>
            this.subnets.filter((one) => one.plan.type === type).map((one) => one.resource);
        const ids = (type: SubnetType): Input<string>[] => of(type).map((subnet) => subnet.id);
        return {
            eips: this.eips,
            internetGateway: this.internetGateway,
            isolatedSubnetIds: ids("Isolated"),
            isolatedSubnets: of("Isolated"),
            natGateways: this.natGateways,
            privateSubnetIds: ids("Private"),
            privateSubnets: of("Private"),
            publicSubnetIds: ids("Public"),
            publicSubnets: of("Public"),
            routeTableAssociations: this.routeTableAssociations,
            routeTables: this.routeTables,
            routes: this.routes,
            subnetLayout: subnetLayout(planned),
            subnets: this.subnets.map((one) => one.resource),
            vpc: this.vpc,
            vpcEndpoints: [],
            vpcId: this.vpc.id,
        };
    }
}

function publicFirst(subnets: readonly PlannedSubnet[]): PlannedSubnet[] {
    return [...subnets.filter((one) => one.type === "Public"), ...subnets.filter((one) => one.type !== "Public")];
}

/** What one zone looks like. */
function subnetLayout(planned: readonly PlannedSubnet[]): Inputs[] {
    return planned
        .filter((one) => one.zoneIndex === 0)
        .map(({ name, type, cidrBlock }) => {
            const cidrMask = Number(cidrBlock.split("/")[1]);
            return { cidrMask, name: name.replace(/-\d+$/, ""), size: 2 ** (32 - cidrMask), type };
        });
}
