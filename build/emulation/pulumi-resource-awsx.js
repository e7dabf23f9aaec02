"use strict";

// emulation/providers/awsx/main.ts
var import_provider = require("@pulumi/pulumi/provider");
var import_package = require("@pulumi/awsx/package.json");

// emulation/providers/end-with-engine.ts
function endWithEngine() {
  const engine = process.ppid;
  setInterval(() => {
    if (process.ppid !== engine) {
      process.exit(1);
    }
  }, 500).unref();
}

// emulation/providers/awsx/provider.ts
var import_getAvailabilityZones = require("@pulumi/aws/getAvailabilityZones");
var import_pulumi3 = require("@pulumi/pulumi");

// emulation/providers/awsx/network.ts
function sizeOf(bits) {
  return 2 ** (32 - bits);
}
function parseNetwork(cidr) {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
  const [, ...parts] = match ?? [];
  const [bits = 33, ...address] = [parts[4], ...parts.slice(0, 4)].map(Number);
  const base = address.reduce((sum, part) => sum * 256 + part, 0);
  if (match === null || bits > 32 || address.some((part) => part > 255) || base % sizeOf(bits) !== 0) {
    throw new RangeError(`"${cidr}" is no IPv4 network; required is <first address>/<bits>, as 10.0.0.0/16`);
  }
  return { base, bits };
}
function formatNetwork({ base, bits }) {
  const parts = [24, 16, 8, 0].map((shift) => Math.floor(base / 2 ** shift) % 256);
  return `${parts.join(".")}/${bits}`;
}
function nextNetwork(from, bits) {
  return { base: Math.ceil(from / sizeOf(bits)) * sizeOf(bits), bits };
}
function endOf({ base, bits }) {
  return base + sizeOf(bits);
}
function overlap(left, right) {
  return left.base < endOf(right) && right.base < endOf(left);
}

// emulation/providers/awsx/subnet-layout.ts
function planSubnets(vpcName, cidrBlock, zones, specs, strategy) {
  const vpc = parseNetwork(cidrBlock);
  const zoneBits = vpc.bits + Math.ceil(Math.log2(zones.length));
  const inZone = ordered(specs ?? defaultSpecs(zoneBits), strategy);
  const masks = inZone.map((spec) => spec.cidrMask ?? defaultMask(spec, inZone.length, zoneBits, strategy));
  const planned = zones.flatMap((zone, zoneIndex) => {
    const start = vpc.base + zoneIndex * sizeOf(zoneBits);
    const networks = inZone.some((spec) => spec.cidrBlocks !== void 0) ? inZone.map((spec) => parseNetwork(spec.cidrBlocks?.[zoneIndex] ?? "")) : oneAfterTheOther(start, masks);
    return inZone.map((spec, index) => {
      const network = networks[index] ?? vpc;
      const name = `${vpcName}-${spec.name ?? spec.type.toLowerCase()}-${zoneIndex + 1}`;
      return {
        subnet: { name, type: spec.type, zone, zoneIndex, cidrBlock: formatNetwork(network), tags: spec.tags },
        network
      };
    });
  });
  refuseMisfits(vpc, planned, strategy);
  return planned.map(({ subnet }) => subnet);
}
function defaultSpecs(zoneBits) {
  if (zoneBits > 26) {
    throw new RangeError(
      `the default subnets need at least a /26 in each zone, and there is only a /${zoneBits}: widen cidrBlock or give subnetSpecs`
    );
  }
  const bits = Math.max(zoneBits, 16);
  return [
    { type: "Private", cidrMask: bits + 1 },
    { type: "Public", cidrMask: bits + 2 }
  ];
}
var legacyOrder = ["Private", "Public", "Isolated"];
var legacyMasks = { Private: 19, Public: 20, Isolated: 24 };
function ordered(specs, strategy) {
  return strategy === "Legacy" ? legacyOrder.flatMap((type) => specs.filter((spec) => spec.type === type)) : [...specs];
}
function defaultMask(spec, count, zoneBits, strategy) {
  return strategy === "Legacy" ? Math.max(zoneBits + (count === 1 ? 0 : 1), legacyMasks[spec.type] ?? 0) : zoneBits + Math.ceil(Math.log2(count));
}
function oneAfterTheOther(start, masks) {
  let from = start;
  return masks.map((bits) => {
    const network = nextNetwork(from, bits);
    from = endOf(network);
    return network;
  });
}
function refuseMisfits(vpc, planned, strategy) {
  let covered = vpc.base;
  for (const [index, { subnet, network }] of planned.entries()) {
    if (network.base < vpc.base || endOf(network) > endOf(vpc)) {
      throw new RangeError(
        `subnet ${subnet.name} (${subnet.cidrBlock}) does not fit into the VPC's ${formatNetwork(vpc)}`
      );
    }
    const other = planned.slice(0, index).find((earlier) => overlap(earlier.network, network));
    if (other !== void 0) {
      throw new RangeError(
        `subnets ${other.subnet.name} (${other.subnet.cidrBlock}) and ${subnet.name} (${subnet.cidrBlock}) overlap`
      );
    }
    if (strategy === "Exact" && network.base !== covered) {
      throw new RangeError(
        `there is a gap before subnet ${subnet.name} (${subnet.cidrBlock}): the strategy Exact needs a spec of type Unused for it`
      );
    }
    covered = endOf(network);
  }
  if (strategy === "Exact" && covered !== endOf(vpc)) {
    throw new RangeError(
      "there is a gap after the last subnet: the strategy Exact needs a spec of type Unused for it"
    );
  }
}

// emulation/providers/awsx/vpc.ts
var import_eip = require("@pulumi/aws/ec2/eip");
var import_internetGateway = require("@pulumi/aws/ec2/internetGateway");
var import_natGateway = require("@pulumi/aws/ec2/natGateway");
var import_route = require("@pulumi/aws/ec2/route");
var import_routeTable = require("@pulumi/aws/ec2/routeTable");
var import_routeTableAssociation = require("@pulumi/aws/ec2/routeTableAssociation");
var import_subnet = require("@pulumi/aws/ec2/subnet");
var import_vpc = require("@pulumi/aws/ec2/vpc");
var import_pulumi = require("@pulumi/pulumi");
var everywhere = "0.0.0.0/0";
var Vpc = class extends import_pulumi.ComponentResource {
  constructor(name, args, planned, options) {
    super("awsx:ec2:Vpc", name, {}, options);
    this.name = name;
    this.args = args;
    const { cidrBlock, enableDnsHostnames, enableDnsSupport } = args;
    const tags = this.tags({});
    this.vpc = new import_vpc.Vpc(name, { cidrBlock, enableDnsHostnames, enableDnsSupport, tags }, { parent: this });
    this.internetGateway = new import_internetGateway.InternetGateway(name, { vpcId: this.vpc.id, tags }, { parent: this.vpc });
    const real = planned.filter((one) => one.type !== "Unused");
    const zones = [...new Set(real.map((one) => one.zoneIndex))];
    for (const plan of zones.flatMap((zone) => publicFirst(real.filter((one) => one.zoneIndex === zone)))) {
      this.addSubnet(plan);
    }
    this.state = this.outputs(planned);
    this.registerOutputs(this.state);
  }
  name;
  args;
  /** The component's outputs, in the names of the awsx SDK. */
  state;
  vpc;
  internetGateway;
  subnets = [];
  routeTables = [];
  routeTableAssociations = [];
  routes = [];
  eips = [];
  natGateways = [];
  addSubnet(plan) {
    const { name, type, zone, cidrBlock } = plan;
    const own = { Name: name, SubnetType: type };
    const subnet = new import_subnet.Subnet(
      name,
      {
        vpcId: this.vpc.id,
        availabilityZone: zone,
        cidrBlock,
        mapPublicIpOnLaunch: type === "Public",
        tags: this.tags(own, plan.tags)
      },
      { parent: this.vpc }
    );
    this.subnets.push({ plan, resource: subnet });
    const table = new import_routeTable.RouteTable(name, { vpcId: this.vpc.id, tags: this.tags(own) }, { parent: subnet });
    this.routeTables.push(table);
    this.routeTableAssociations.push(
      new import_routeTableAssociation.RouteTableAssociation(name, { routeTableId: table.id, subnetId: subnet.id }, { parent: table })
    );
    if (type === "Public") {
      this.addNatGateway(plan, subnet);
    }
    this.addRoute(plan, table);
  }
  addNatGateway({ zoneIndex }, subnet) {
    const { natStrategy } = this.args;
    const wanted = { None: 0, Single: 1, OnePerAz: zoneIndex + 1 }[natStrategy];
    if (this.natGateways.length >= wanted) {
      return;
    }
    const name = `${this.name}-${zoneIndex + 1}`;
    const tags = this.tags({ Name: name });
    const eip = new import_eip.Eip(name, { tags }, { parent: subnet });
    this.eips.push(eip);
    const options = { parent: subnet, dependsOn: [this.internetGateway] };
    this.natGateways.push(
      new import_natGateway.NatGateway(name, { subnetId: subnet.id, allocationId: eip.allocationId, tags }, options)
    );
  }
  addRoute({ name, type, zoneIndex }, table) {
    const natGateway = this.natGateways[this.args.natStrategy === "Single" ? 0 : zoneIndex];
    const target = type === "Public" ? { gatewayId: this.internetGateway.id } : type === "Private" && natGateway !== void 0 ? { natGatewayId: natGateway.id } : void 0;
    if (target !== void 0) {
      const route = { routeTableId: table.id, destinationCidrBlock: everywhere, ...target };
      this.routes.push(new import_route.Route(name, route, { parent: table }));
    }
  }
  /** The VPC's tags, over them those of a part, and over all the names that awsx gives. */
  tags(own, ofPart) {
    return (0, import_pulumi.all)([(0, import_pulumi.output)(this.args.tags), (0, import_pulumi.output)(ofPart)]).apply(([shared, part]) => ({
      Name: this.name,
      ...shared,
      ...part,
      ...own
    }));
  }
  outputs(planned) {
    const of = (type) => this.subnets.filter((one) => one.plan.type === type).map((one) => one.resource);
    const ids = (type) => of(type).map((subnet) => subnet.id);
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
      vpcId: this.vpc.id
    };
  }
};
function publicFirst(subnets) {
  return [...subnets.filter((one) => one.type === "Public"), ...subnets.filter((one) => one.type !== "Public")];
}
function subnetLayout(planned) {
  return planned.filter((one) => one.zoneIndex === 0).map(({ name, type, cidrBlock }) => {
    const cidrMask = Number(cidrBlock.split("/")[1]);
    return { cidrMask, name: name.replace(/-\d+$/, ""), size: 2 ** (32 - cidrMask), type };
  });
}

// emulation/providers/awsx/vpc-args.ts
var import_pulumi2 = require("@pulumi/pulumi");
var natStrategies = ["None", "OnePerAz", "Single"];
var subnetStrategies = ["Auto", "Exact", "Legacy"];
var subnetTypes = ["Isolated", "Private", "Public", "Unused"];
var specKeys = ["cidrBlocks", "cidrMask", "name", "size", "tags", "type"];
var plain = [
  "availabilityZoneNames",
  "cidrBlock",
  "natGateways",
  "numberOfAvailabilityZones",
  "subnetSpecs",
  "subnetStrategy"
];
var served = [...plain, "enableDnsHostnames", "enableDnsSupport", "tags"];
function parseVpcArgs(inputs) {
  const failures = [];
  const fail = (propertyPath, reason) => void failures.push({ propertyPath, reason });
  for (const [name, value] of Object.entries(inputs)) {
    if (value !== void 0 && !served.includes(name)) {
      fail(name, `is not served by this stand-in of awsx; served are ${served.join(", ")}`);
    } else if (plain.includes(name) && import_pulumi2.Output.isInstance(value)) {
      fail(name, "must be known when the VPC is declared: it is the output of another resource, or a secret");
    }
  }
  if (failures.length > 0) {
    return { args: {}, failures };
  }
  const zoneNames = inputs["availabilityZoneNames"];
  const zoneCount = inputs["numberOfAvailabilityZones"];
  if (zoneNames !== void 0 && zoneCount !== void 0) {
    fail("numberOfAvailabilityZones", "is given together with availabilityZoneNames; give one of them");
  }
  if (zoneNames?.length === 0 || zoneCount !== void 0 && !(Number.isInteger(zoneCount) && zoneCount > 0)) {
    fail(
      zoneCount === void 0 ? "availabilityZoneNames" : "numberOfAvailabilityZones",
      "must come to at least one zone"
    );
  }
  const zones = zoneNames ?? zoneCount ?? 3;
  const subnetStrategy = oneOf("subnetStrategy", inputs["subnetStrategy"] ?? "Legacy", subnetStrategies, fail);
  const subnetSpecs = inputs["subnetSpecs"]?.map(
    (spec, index) => parseSpec(spec, `subnetSpecs[${index}]`, zones, fail)
  );
  if (subnetSpecs !== void 0 && new Set(subnetSpecs.map((spec) => spec.cidrBlocks === void 0)).size > 1) {
    fail("subnetSpecs", "has cidrBlocks on some subnets and not on others; give them on all or on none");
  }
  const natStrategy = parseNatStrategy(inputs["natGateways"], subnetSpecs, fail);
  const { enableDnsHostnames, enableDnsSupport, tags } = inputs;
  const cidrBlock = inputs["cidrBlock"] ?? "10.0.0.0/16";
  return {
    args: {
      cidrBlock,
      zones,
      natStrategy,
      subnetSpecs,
      subnetStrategy,
      enableDnsHostnames,
      enableDnsSupport,
      tags
    },
    failures
  };
}
function oneOf(path, value, known, fail) {
  const found = known.find((one) => one === value);
  if (found === void 0) {
    fail(path, `${JSON.stringify(value)} is not served; it must be one of ${known.join(", ")}`);
  }
  return found ?? known[0];
}
function parseSpec(spec, path, zones, fail) {
  for (const key of Object.keys(spec)) {
    if (spec[key] !== void 0 && !specKeys.includes(key)) {
      fail(`${path}.${key}`, `is not served by this stand-in of awsx; served are ${specKeys.join(", ")}`);
    }
  }
  const { name, cidrMask, cidrBlocks, size, tags } = spec;
  const sizeMask = size === void 0 ? void 0 : 32 - Math.log2(size);
  if (sizeMask !== void 0 && !Number.isInteger(sizeMask)) {
    fail(`${path}.size`, `is ${size}; a subnet's size is a power of two`);
  }
  if (sizeMask !== void 0 && cidrMask !== void 0 && sizeMask !== cidrMask) {
    fail(`${path}.size`, `is ${size}, and cidrMask is ${cidrMask}: they contradict each other; give one of them`);
  }
  const count = typeof zones === "number" ? zones : zones.length;
  if (cidrBlocks !== void 0 && cidrBlocks.length !== count) {
    fail(`${path}.cidrBlocks`, `has ${cidrBlocks.length} ranges; one for each of the ${count} zones is required`);
  }
  return {
    type: oneOf(`${path}.type`, spec["type"], subnetTypes, fail),
    name,
    cidrMask: cidrMask ?? sizeMask,
    cidrBlocks,
    tags
  };
}
function parseNatStrategy(natGateways, specs, fail) {
  const has = (type) => specs === void 0 || specs.some((spec) => spec.type === type);
  if (natGateways === void 0) {
    return has("Public") && has("Private") ? "OnePerAz" : "None";
  }
  for (const key of Object.keys(natGateways)) {
    if (natGateways[key] !== void 0 && key !== "strategy") {
      fail(`natGateways.${key}`, "is not served by this stand-in of awsx; served is strategy");
    }
  }
  const strategy = oneOf("natGateways.strategy", natGateways["strategy"], natStrategies, fail);
  if (strategy !== "None" && !has("Public")) {
    fail(
      "natGateways.strategy",
      `is ${strategy}, which requires a public subnet for the gateway: add one, or use None`
    );
  }
  return strategy;
}

// emulation/providers/awsx/provider.ts
var vpcType = "awsx:ec2:Vpc";
var AwsxProvider = class {
  constructor(version2) {
    this.version = version2;
  }
  version;
  async construct(name, type, inputs, options) {
    if (type !== vpcType) {
      throw new Error(`unknown resource type "${type}": this stand-in of the awsx provider serves ${vpcType}`);
    }
    const { args, failures } = parseVpcArgs(inputs);
    if (failures.length > 0) {
      throw new import_pulumi3.InputPropertiesError({ message: `${vpcType} "${name}" has invalid inputs`, errors: failures });
    }
    const zones = typeof args.zones === "number" ? await firstZones(args.zones, options) : args.zones;
    const vpc = new Vpc(
      name,
      args,
      planSubnets(name, args.cidrBlock, zones, args.subnetSpecs, args.subnetStrategy),
      options
    );
    return { urn: vpc.urn, state: vpc.state };
  }
};
async function firstZones(count, options) {
  const { names } = await (0, import_getAvailabilityZones.getAvailabilityZones)({}, awsProvider(options));
  if (names.length < count) {
    throw new Error(
      `the region has ${names.length} availability zones, and ${count} are asked for: lower numberOfAvailabilityZones`
    );
  }
  return names.slice(0, count);
}
function awsProvider({ providers }) {
  const aws = providers?.["aws"];
  return aws === void 0 ? {} : { provider: aws };
}

// emulation/providers/awsx/main.ts
endWithEngine();
(0, import_provider.main)(new AwsxProvider(import_package.version), process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
