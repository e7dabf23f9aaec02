"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// emulation/providers/aws/main.ts
var import_package = require("@pulumi/aws/package.json");

// emulation/providers/end-with-engine.ts
function endWithEngine() {
  const engine = process.ppid;
  setInterval(() => {
    if (process.ppid !== engine) {
      process.exit(1);
    }
  }, 500).unref();
}

// emulation/providers/aws/aws.ts
var credentials = { accessKeyId: "emulation", secretAccessKey: "emulation" };
var Aws = class {
  constructor(endpoint, region2) {
    this.endpoint = endpoint;
    this.region = region2;
  }
  endpoint;
  region;
  clients = /* @__PURE__ */ new Map();
  ecs() {
    return this.client("ecs", async () => new (await import("@aws-sdk/client-ecs")).ECS(this.settings()));
  }
  ec2() {
    return this.client("ec2", async () => new (await import("@aws-sdk/client-ec2")).EC2(this.settings()));
  }
  autoScaling() {
    return this.client(
      "autoscaling",
      async () => new (await import("@aws-sdk/client-auto-scaling")).AutoScaling(this.settings())
    );
  }
  iam() {
    return this.client("iam", async () => new (await import("@aws-sdk/client-iam")).IAM(this.settings()));
  }
  logs() {
    return this.client(
      "logs",
      async () => new (await import("@aws-sdk/client-cloudwatch-logs")).CloudWatchLogs(this.settings())
    );
  }
  ecr() {
    return this.client("ecr", async () => new (await import("@aws-sdk/client-ecr")).ECR(this.settings()));
  }
  ssm() {
    return this.client("ssm", async () => new (await import("@aws-sdk/client-ssm")).SSM(this.settings()));
  }
  sts() {
    return this.client("sts", async () => new (await import("@aws-sdk/client-sts")).STS(this.settings()));
  }
  /** The id of the emulated account. */
  account() {
    return this.client("account", async () => (await (await this.sts()).getCallerIdentity({})).Account ?? "");
  }
  async arn(service2, resource) {
    return `arn:${partitionOf(this.region)}:${service2}:${this.region}:${await this.account()}:${resource}`;
  }
  settings() {
    return { endpoint: this.endpoint, region: this.region, credentials };
  }
  client(name, load) {
    const client = this.clients.get(name) ?? load();
    this.clients.set(name, client);
    return client;
  }
};
function partitionOf(region2) {
  if (region2.startsWith("cn-")) {
    return "aws-cn";
  }
  return region2.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

// emulation/providers/aws/aws-error.ts
function describeError(error) {
  if (!(error instanceof Error)) {
    return String(error);
  }
  return error.name === "Error" ? error.message : `${error.name}: ${error.message}`;
}
function isGone(error) {
  return error instanceof Error && /NotFound|NoSuchEntity|NotActive/.test(error.name);
}
async function unlessGone(operation) {
  try {
    return await operation;
  } catch (error) {
    if (isGone(error)) {
      return void 0;
    }
    throw error;
  }
}
var AwsError = class extends Error {
  constructor(name, message) {
    super(message);
    this.name = name;
  }
};

// emulation/providers/aws/auto-name.ts
var import_node_crypto = require("node:crypto");
var suffixLength = 7;
function autoName(resourceName, rule, seed) {
  const bytes = seed.length === 0 ? (0, import_node_crypto.randomBytes)(suffixLength) : (0, import_node_crypto.createHash)("sha512").update(seed).digest();
  const name = `${resourceName}-${bytes.toString("hex").slice(0, suffixLength)}`;
  if (name.length > rule.maxLength) {
    throw new RangeError(
      `the generated name "${name}" has ${name.length} characters, AWS takes ${rule.maxLength}: name it, or shorten the resource's name`
    );
  }
  return rule.lowerCase === true ? name.toLowerCase() : name;
}
function nameFromPrefix(prefix) {
  const timestamp = (/* @__PURE__ */ new Date()).toISOString().replace(/\D/g, "").padEnd(18, "0");
  return prefix + timestamp + (0, import_node_crypto.randomBytes)(4).toString("hex");
}

// emulation/providers/aws/failure.ts
function join(path, member) {
  if (typeof member === "number") {
    return `${path}[${member}]`;
  }
  return path === "" ? member : `${path}.${member}`;
}
function didYouMean(name, known) {
  let best;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance <= Math.max(1, Math.floor(name.length / 3)) && (best === void 0 || distance < best.distance)) {
      best = { name: candidate, distance };
    }
  }
  return best === void 0 ? "" : ` (did you mean "${best.name}"?)`;
}
function editDistance(left, right) {
  const rows = [Array.from({ length: right.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const at = (up, back) => (up === 0 ? current : rows[row - up] ?? [])[column - back] ?? 0;
      const same = left[row - 1] === right[column - 1];
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current.push(
        Math.min(at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + (same ? 0 : 1), swapped ? at(2, 2) + 1 : Infinity)
      );
    }
    rows.push(current);
  }
  return rows[left.length]?.[right.length] ?? 0;
}

// emulation/providers/aws/unknown.ts
var unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
function isUnknown(value) {
  return value === unknown;
}
function holdsUnknown(value) {
  if (Array.isArray(value)) {
    return value.some(holdsUnknown);
  }
  return typeof value === "object" && value !== null ? Object.values(value).some(holdsUnknown) : isUnknown(value);
}

// emulation/providers/aws/check-inputs.ts
function checkInputs(properties, values2) {
  const failures = [];
  return { inputs: checkObject(properties, values2, "", { failures, unknownKeys: failures, convert }), failures };
}
function checkJson(properties, values2, path) {
  const failures = [];
  const unknownKeys = [];
  checkObject(properties, values2, path, {
    failures,
    unknownKeys,
    convert: (kind, value) => typeof value === kind ? value : void 0
  });
  return { failures: [...unknownKeys, ...failures], isWellTyped: failures.length === 0 };
}
function checkObject(properties, values2, path, judgement) {
  const checked2 = {};
  for (const [name, value] of Object.entries(values2)) {
    const property = Object.hasOwn(properties, name) ? properties[name] : void 0;
    if (name === "__defaults" || value === void 0) {
      continue;
    }
    if (property === void 0) {
      judgement.unknownKeys.push({
        property: join(path, name),
        reason: `"${name}" is no input here${didYouMean(name, Object.keys(properties))}; known are ${Object.keys(properties).join(", ")}`
      });
    } else {
      checked2[name] = checkValue(property, value, join(path, name), judgement);
    }
  }
  for (const [name, property] of Object.entries(properties)) {
    if (property.required === true && values2[name] === void 0) {
      judgement.failures.push({ property: join(path, name), reason: `"${name}" is required and missing` });
    }
  }
  return checked2;
}
function checkValue(property, value, path, judgement) {
  if (isUnknown(value)) {
    return value;
  }
  switch (property.kind) {
    case "unserved":
      judgement.failures.push({
        property: path,
        reason: "Pulumi's provider takes this input, this stand-in does not: leave it out to emulate"
      });
      return value;
    case "list":
      return Array.isArray(value) ? value.map((element, index) => checkValue(property.element, element, join(path, index), judgement)) : wrongType("a list", value, path, judgement);
    case "map":
      return isObject(value) ? Object.fromEntries(
        Object.entries(value).map(([key, one]) => [
          key,
          checkValue(property.element, one, join(path, key), judgement)
        ])
      ) : wrongType("a map", value, path, judgement);
    case "object":
      return isObject(value) ? checkObject(property.properties, value, path, judgement) : wrongType("an object", value, path, judgement);
    default:
      return checkScalar(property, property.kind, value, path, judgement);
  }
}
function checkScalar(property, kind, value, path, judgement) {
  const converted = judgement.convert(kind, value);
  if (converted === void 0) {
    return wrongType(`a ${kind}`, value, path, judgement);
  }
  if (property.oneOf !== void 0 && !property.oneOf.includes(converted)) {
    judgement.failures.push({
      property: path,
      reason: `${JSON.stringify(converted)} is not accepted; it must be one of ${property.oneOf.join(", ")}`
    });
  }
  return converted;
}
function convert(kind, value) {
  if (typeof value === kind) {
    return value;
  }
  if (kind === "string" && (typeof value === "number" || typeof value === "boolean")) {
    return String(value);
  }
  if (kind === "number" && typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))) {
    return Number(value);
  }
  return kind === "boolean" && (value === "true" || value === "false") ? value === "true" : void 0;
}
function wrongType(expected, value, path, judgement) {
  judgement.failures.push({ property: path, reason: `must be ${expected}, not ${nameOfType(value)}` });
  return value;
}
function nameOfType(value) {
  if (value === null) {
    return "null";
  }
  if (Array.isArray(value)) {
    return "a list";
  }
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// emulation/providers/aws/check-resource.ts
var defaultsKey = "__defaults";
function checkResource(type, name, olds, news, seed) {
  const { inputs: inputs20, failures: shape } = checkInputs(type.inputs, news);
  const defaults = [];
  for (const [property, { default: value }] of Object.entries(type.inputs)) {
    if (value !== void 0 && inputs20[property] === void 0) {
      inputs20[property] = value;
      defaults.push(property);
    }
  }
  const naming = [];
  if (type.autoName !== void 0 && inputs20["name"] === void 0 && inputs20["namePrefix"] === void 0) {
    try {
      inputs20["name"] = generatedNameOf(olds) ?? autoName(name, type.autoName, seed);
      defaults.push("name");
    } catch (error) {
      naming.push({ property: "name", reason: error.message });
    }
  }
  const failures = [...shape, ...naming, ...type.check?.(withoutMisshapen(inputs20, shape)) ?? []];
  return { inputs: { ...inputs20, [defaultsKey]: defaults.sort() }, failures };
}
function withoutMisshapen(inputs20, failures) {
  const names = failures.map(({ property }) => /^[^.[]*/.exec(property)?.[0] ?? "");
  return { ...inputs20, ...Object.fromEntries(names.map((name) => [name, unknown])) };
}
function generatedNameOf(inputs20) {
  const defaults = inputs20[defaultsKey];
  return Array.isArray(defaults) && defaults.includes("name") ? inputs20["name"] : void 0;
}

// emulation/providers/aws/configuration.ts
var served = ["region", "defaultTags"];
var ignored = [
  "version",
  "pluginDownloadURL",
  "skipCredentialsValidation",
  "skipMetadataApiCheck",
  "skipRegionValidation",
  "skipRequestingAccountId",
  "s3UsePathStyle",
  "maxRetries",
  "retryMode"
];
function checkConfiguration(args) {
  const known = [...served, ...ignored];
  return Object.keys(args).filter((key) => !known.includes(key) && !key.startsWith("__")).map((key) => ({
    property: key,
    reason: `"${key}" is not served by this stand-in, which talks to an emulator with made-up credentials${didYouMean(key, known)}`
  }));
}
function parseConfiguration(args, environment) {
  const region2 = args["region"] ?? environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"];
  if (typeof region2 !== "string" || region2 === "" || isUnknown(region2)) {
    throw new Error("no AWS region: set it with `pulumi config set aws:region us-west-2`");
  }
  return {
    region: region2,
    defaultTags: parseDefaultTags(args["defaultTags"]),
    endpoint: emulatorOnThisMachine(environment["AWS_ENDPOINT_URL"])
  };
}
function parseDefaultTags(value) {
  const parsed = typeof value === "string" && value !== "" ? JSON.parse(value) : value;
  const tags3 = parsed?.tags ?? {};
  if (typeof tags3 !== "object" || !Object.values(tags3).every((tag) => typeof tag === "string")) {
    throw new Error('aws:defaultTags must be {"tags": {"<key>": "<value>"}}');
  }
  return tags3;
}
var loopback = ["127.0.0.1", "localhost", "[::1]"];
function emulatorOnThisMachine(url) {
  if (url === void 0 || !URL.canParse(url) || !loopback.includes(new URL(url).hostname)) {
    throw new Error(
      `this stand-in of the aws provider serves an emulator on this machine and never a real account: AWS_ENDPOINT_URL must be http://127.0.0.1:<port>, not ${url === void 0 ? "unset" : `"${url}"`}`
    );
  }
  return url;
}

// emulation/providers/aws/differences.ts
var import_node_util = require("node:util");
function differences(properties, olds, news) {
  const found = [];
  for (const [name, property] of Object.entries(properties)) {
    if (isUnchanged(property, olds[name], news[name])) {
      continue;
    }
    found.push({ property: name, replaces: replaces(property, olds[name], news[name]) });
  }
  return found;
}
function isUnchanged(property, old, now) {
  if (property.computed === true && now === void 0) {
    return true;
  }
  return !holdsUnknown(now) && (0, import_node_util.isDeepStrictEqual)(meaning(property, old), meaning(property, now));
}
function replaces(property, old, now) {
  if (property.replaces === true) {
    return true;
  }
  if (property.kind !== "object") {
    return false;
  }
  const inner = differences(property.properties, isObject(old) ? old : {}, isObject(now) ? now : {});
  return inner.some((one) => one.replaces);
}
function meaning(property, value) {
  if (value === void 0 || value === property.default) {
    return void 0;
  }
  if (property.default === void 0 && (value === "" || value === false || value === 0)) {
    return void 0;
  }
  if (property.kind === "list" && Array.isArray(value)) {
    const elements = value.map((element) => meaning(property.element, element));
    const sorted = property.unordered === true ? elements.map((one) => JSON.stringify(one)).sort() : elements;
    return sorted.length === 0 ? void 0 : sorted;
  }
  if (property.kind === "object" && isObject(value)) {
    return meaningOfMembers(
      Object.entries(property.properties).map(([name, inner]) => [name, meaning(inner, value[name])])
    );
  }
  if (property.kind === "map" && isObject(value)) {
    return meaningOfMembers(
      Object.keys(value).sort().map((key) => [key, value[key]])
    );
  }
  return property.meaning !== void 0 && typeof value === "string" ? property.meaning(value) : value;
}
function meaningOfMembers(members3) {
  const present2 = members3.filter(([, value]) => value !== void 0);
  return present2.length === 0 ? void 0 : Object.fromEntries(present2);
}
function jsonMeaning(document) {
  try {
    return JSON.parse(document);
  } catch {
    return document;
  }
}

// emulation/providers/aws/property.ts
function without(values2, ...names) {
  return Object.fromEntries(Object.entries(values2).filter(([name]) => !names.includes(name)));
}
var text = (options = {}) => ({ kind: "string", ...options });
var number = (options = {}) => ({ kind: "number", ...options });
var boolean = (options = {}) => ({ kind: "boolean", ...options });
var list = (element, options = {}) => ({
  kind: "list",
  element,
  ...options
});
var map = (element, options = {}) => ({
  kind: "map",
  element,
  ...options
});
var object = (properties, options = {}) => ({
  kind: "object",
  properties,
  ...options
});
var flagText = (options = {}) => ({
  kind: "string",
  apiKind: "boolean",
  oneOf: ["true", "false"],
  ...options
});
var tagMap = (options = {}) => ({
  kind: "map",
  element: text(),
  apiKind: "tags",
  ...options
});
var unserved = (options = {}) => ({ kind: "unserved", ...options });
function allUnserved(...names) {
  return Object.fromEntries(names.map((name) => [name, unserved()]));
}

// emulation/providers/aws/diff-resource.ts
function diffResource(type, olds, news, tagsAll) {
  const found = differences(type.inputs, olds, news);
  const changed = found.map((one) => one.property);
  const always = found.filter((one) => one.replaces || type.update === void 0).map((one) => one.property);
  const replaces3 = [.../* @__PURE__ */ new Set([...always, ...type.replacedBy?.(changed, olds, news) ?? []])];
  const tagged = tagsAll !== void 0 && !changed.includes("tags") && differ(tagsAll);
  return {
    changed: tagged ? [...changed, "tagsAll"] : changed,
    replaces: replaces3,
    deleteBeforeReplace: replaces3.length > 0 && cannotStandBeside(type, olds, news)
  };
}
function differ({ before, after }) {
  return differences({ tagsAll: map(text()) }, { tagsAll: before }, { tagsAll: after }).length > 0;
}
function cannotStandBeside(type, olds, news) {
  const isOwnName = type.autoName !== void 0 && generatedNameOf(news) === void 0 && news["name"] !== void 0;
  return type.deleteBeforeReplace === true || isOwnName && news["name"] === olds["name"];
}

// emulation/providers/aws/functions/filters.ts
var filterInput = list(
  object({ name: text({ required: true }), values: list(text(), { required: true }) })
);
function toFilters(filters, tags3) {
  const given = (filters ?? []).map(({ name, values: values2 }) => ({
    Name: name,
    Values: values2
  }));
  const tagged = Object.entries(tags3 ?? {}).map(([key, value]) => ({
    Name: `tag:${key}`,
    Values: [value]
  }));
  return [...given, ...tagged];
}

// emulation/providers/aws/functions/account.ts
var dnsSuffixes = {
  aws: "amazonaws.com",
  "aws-cn": "amazonaws.com.cn",
  "aws-us-gov": "amazonaws.com"
};
function dnsSuffixOf(region2) {
  return dnsSuffixes[partitionOf(region2)] ?? "amazonaws.com";
}
var accountFunctions = {
  "aws:index/getRegion:getRegion": {
    inputs: { endpoint: text(), id: text(), name: text(), region: text() },
    async call(aws, { endpoint, name, region: region2 }) {
      const { Regions: regions = [] } = await (await aws.ec2()).describeRegions({ AllRegions: true });
      const wanted = endpoint ?? region2 ?? name ?? aws.region;
      const found = regions.find((one) => (endpoint === void 0 ? one.RegionName : one.Endpoint) === wanted);
      if (found?.RegionName === void 0) {
        throw new AwsError("InvalidParameterValue", `no region "${wanted}"`);
      }
      return {
        description: found.RegionName,
        endpoint: found.Endpoint ?? `ec2.${found.RegionName}.${dnsSuffixOf(found.RegionName)}`,
        id: found.RegionName,
        name: found.RegionName,
        region: found.RegionName
      };
    }
  },
  "aws:index/getPartition:getPartition": {
    inputs: { id: text() },
    call: (aws) => {
      const partition = partitionOf(aws.region);
      const dnsSuffix = dnsSuffixOf(aws.region);
      return Promise.resolve({
        dnsSuffix,
        id: partition,
        partition,
        reverseDnsPrefix: dnsSuffix.split(".").reverse().join(".")
      });
    }
  },
  "aws:index/getCallerIdentity:getCallerIdentity": {
    inputs: { id: text() },
    async call(aws) {
      const { Account: account, Arn: arn, UserId: userId } = await (await aws.sts()).getCallerIdentity({});
      return { accountId: account, arn, id: account, userId };
    }
  },
  "aws:index/getAvailabilityZones:getAvailabilityZones": {
    inputs: {
      allAvailabilityZones: boolean(),
      excludeNames: list(text()),
      excludeZoneIds: list(text()),
      filters: filterInput,
      region: text(),
      state: text({ oneOf: ["available", "information", "impaired", "unavailable", "constrained"] })
    },
    async call(aws, inputs20) {
      const { AvailabilityZones: zones = [] } = await (await aws.ec2()).describeAvailabilityZones({
        AllAvailabilityZones: inputs20["allAvailabilityZones"],
        Filters: toFilters(inputs20["filters"])
      });
      const excluded = (name) => inputs20[name] ?? [];
      const found = zones.filter((zone) => inputs20["state"] === void 0 || zone.State === inputs20["state"]).filter(
        (zone) => !excluded("excludeNames").includes(zone.ZoneName ?? "") && !excluded("excludeZoneIds").includes(zone.ZoneId ?? "")
      ).sort((left, right) => (left.ZoneName ?? "").localeCompare(right.ZoneName ?? ""));
      return {
        ...inputs20,
        groupNames: [...new Set(found.map((zone) => zone.GroupName ?? aws.region))],
        id: aws.region,
        names: found.map((zone) => zone.ZoneName),
        region: aws.region,
        zoneIds: found.map((zone) => zone.ZoneId)
      };
    }
  }
};

// emulation/providers/aws/tags.ts
function tagsOf(state) {
  return state["tagsAll"] ?? {};
}
function toKeyValues(tags3) {
  return Object.entries(tags3).map(([Key, Value]) => ({ Key, Value }));
}
function fromKeyValues(tags3) {
  return Object.fromEntries((tags3 ?? []).map((tag) => [tag.Key ?? "", tag.Value ?? ""]));
}
function toEcsTags(tags3) {
  return Object.entries(tags3).map(([key, value]) => ({ key, value }));
}
function fromEcsTags(tags3) {
  return Object.fromEntries((tags3 ?? []).map((tag) => [tag.key ?? "", tag.value ?? ""]));
}
function tagChanges(olds, news) {
  const before = tagsOf(olds);
  const after = tagsOf(news);
  return {
    removed: Object.keys(before).filter((key) => !(key in after)),
    set: Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value))
  };
}
function tagSpecification(resourceType, state) {
  const tags3 = toKeyValues(tagsOf(state));
  return tags3.length === 0 ? {} : { TagSpecifications: [{ ResourceType: resourceType, Tags: tags3 }] };
}
async function updateEc2Tags(aws, id, news, olds) {
  const { removed, set } = tagChanges(olds, news);
  const ec2 = await aws.ec2();
  if (removed.length > 0) {
    await ec2.deleteTags({ Resources: [id], Tags: removed.map((Key) => ({ Key })) });
  }
  if (Object.keys(set).length > 0) {
    await ec2.createTags({ Resources: [id], Tags: toKeyValues(set) });
  }
}

// emulation/providers/aws/functions/ami.ts
var getAmi = {
  inputs: {
    allowUnsafeFilter: boolean(),
    executableUsers: list(text()),
    filters: filterInput,
    includeDeprecated: boolean(),
    mostRecent: boolean(),
    nameRegex: text(),
    owners: list(text()),
    region: text(),
    tags: map(text()),
    uefiData: unserved()
  },
  async call(aws, inputs20) {
    const { Images: images = [] } = await (await aws.ec2()).describeImages({
      ExecutableUsers: inputs20["executableUsers"],
      Filters: toFilters(inputs20["filters"], inputs20["tags"]),
      IncludeDeprecated: inputs20["includeDeprecated"],
      Owners: inputs20["owners"]
    });
    const pattern = new RegExp(inputs20["nameRegex"] ?? "");
    const found = images.filter((image2) => pattern.test(image2.Name ?? "")).sort((left, right) => (right.CreationDate ?? "").localeCompare(left.CreationDate ?? ""));
    const [image] = found;
    if (image === void 0) {
      throw new AwsError(
        "InvalidParameterValue",
        "Your query returned no results. Please change your search criteria and try again."
      );
    }
    if (found.length > 1 && inputs20["mostRecent"] !== true) {
      throw new AwsError(
        "InvalidParameterValue",
        "Your query returned more than one result. Please try a more specific search criteria, or set mostRecent to true."
      );
    }
    return { ...inputs20, ...await described(aws, image) };
  }
};
async function described(aws, image) {
  const root2 = image.BlockDeviceMappings?.find((one) => one.DeviceName === image.RootDeviceName);
  return {
    architecture: image.Architecture,
    arn: (await aws.arn("ec2", `image/${image.ImageId ?? ""}`)).replace(/:\d+:image/, "::image"),
    blockDeviceMappings: (image.BlockDeviceMappings ?? []).map((one) => ({
      deviceName: one.DeviceName ?? "",
      ebs: Object.fromEntries(
        Object.entries(one.Ebs ?? {}).map(([key, value]) => [
          key.charAt(0).toLowerCase() + key.slice(1),
          String(value)
        ])
      ),
      noDevice: one.NoDevice ?? "",
      virtualName: one.VirtualName ?? ""
    })),
    bootMode: image.BootMode ?? "",
    creationDate: image.CreationDate ?? "",
    deprecationTime: image.DeprecationTime ?? "",
    description: image.Description ?? "",
    enaSupport: image.EnaSupport ?? false,
    hypervisor: image.Hypervisor ?? "",
    id: image.ImageId,
    imageId: image.ImageId,
    imageLocation: image.ImageLocation ?? "",
    imageOwnerAlias: image.ImageOwnerAlias ?? "",
    imageType: image.ImageType ?? "",
    imdsSupport: image.ImdsSupport ?? "",
    kernelId: image.KernelId ?? "",
    lastLaunchedTime: image.LastLaunchedTime ?? "",
    name: image.Name ?? "",
    ownerId: image.OwnerId ?? "",
    platform: image.Platform ?? "",
    platformDetails: image.PlatformDetails ?? "",
    productCodes: (image.ProductCodes ?? []).map((one) => ({
      productCodeId: one.ProductCodeId,
      productCodeType: one.ProductCodeType
    })),
    public: image.Public ?? false,
    ramdiskId: image.RamdiskId ?? "",
    region: aws.region,
    rootDeviceName: image.RootDeviceName ?? "",
    rootDeviceType: image.RootDeviceType ?? "",
    rootSnapshotId: root2?.Ebs?.SnapshotId ?? "",
    sriovNetSupport: image.SriovNetSupport ?? "",
    state: image.State ?? "",
    stateReason: { code: image.StateReason?.Code ?? "UNSET", message: image.StateReason?.Message ?? "UNSET" },
    tags: fromKeyValues(image.Tags),
    tpmSupport: image.TpmSupport ?? "",
    usageOperation: image.UsageOperation ?? "",
    virtualizationType: image.VirtualizationType ?? ""
  };
}

// emulation/providers/aws/ec2/vpc-attributes.ts
async function setVpcAttributes(aws, VpcId, news, olds) {
  const ec2 = await aws.ec2();
  const changed = (name) => news[name] !== void 0 && news[name] !== olds[name];
  if (changed("enableDnsSupport")) {
    await ec2.modifyVpcAttribute({ VpcId, EnableDnsSupport: { Value: news["enableDnsSupport"] === true } });
  }
  if (changed("enableDnsHostnames")) {
    await ec2.modifyVpcAttribute({ VpcId, EnableDnsHostnames: { Value: news["enableDnsHostnames"] === true } });
  }
  if (changed("enableNetworkAddressUsageMetrics")) {
    await ec2.modifyVpcAttribute({
      VpcId,
      EnableNetworkAddressUsageMetrics: { Value: news["enableNetworkAddressUsageMetrics"] === true }
    });
  }
}
async function vpcDefaults(aws, VpcId) {
  const ec2 = await aws.ec2();
  const ofVpc = { Name: "vpc-id", Values: [VpcId] };
  const [support, hostnames, metrics, tables, lists, groups] = await Promise.all([
    ec2.describeVpcAttribute({ VpcId, Attribute: "enableDnsSupport" }),
    ec2.describeVpcAttribute({ VpcId, Attribute: "enableDnsHostnames" }),
    ec2.describeVpcAttribute({ VpcId, Attribute: "enableNetworkAddressUsageMetrics" }),
    ec2.describeRouteTables({ Filters: [ofVpc, { Name: "association.main", Values: ["true"] }] }),
    ec2.describeNetworkAcls({ Filters: [ofVpc, { Name: "default", Values: ["true"] }] }),
    ec2.describeSecurityGroups({ Filters: [ofVpc, { Name: "group-name", Values: ["default"] }] })
  ]);
  const mainRouteTableId = tables.RouteTables?.[0]?.RouteTableId;
  return {
    defaultNetworkAclId: lists.NetworkAcls?.[0]?.NetworkAclId,
    defaultRouteTableId: mainRouteTableId,
    defaultSecurityGroupId: groups.SecurityGroups?.[0]?.GroupId,
    enableDnsHostnames: hostnames.EnableDnsHostnames?.Value ?? false,
    enableDnsSupport: support.EnableDnsSupport?.Value ?? false,
    enableNetworkAddressUsageMetrics: metrics.EnableNetworkAddressUsageMetrics?.Value ?? false,
    mainRouteTableId
  };
}

// emulation/providers/aws/functions/network.ts
var networkFunctions = {
  "aws:ec2/getVpc:getVpc": {
    inputs: {
      cidrBlock: text(),
      default: boolean(),
      dhcpOptionsId: text(),
      filters: filterInput,
      id: text(),
      region: text(),
      state: text(),
      tags: map(text())
    },
    async call(aws, inputs20) {
      const asked = {
        cidr: inputs20["cidrBlock"],
        "dhcp-options-id": inputs20["dhcpOptionsId"],
        state: inputs20["state"]
      };
      const filters = Object.entries({
        ...asked,
        ...inputs20["default"] === true ? { "is-default": "true" } : {}
      });
      const { Vpcs: found = [] } = await (await aws.ec2()).describeVpcs({
        VpcIds: inputs20["id"] === void 0 ? void 0 : [inputs20["id"]],
        Filters: [
          ...filters.filter(([, value]) => value !== void 0).map(([Name, value]) => ({ Name, Values: [String(value)] })),
          ...toFilters(inputs20["filters"], inputs20["tags"])
        ]
      });
      const [vpc2] = found;
      if (vpc2?.VpcId === void 0 || found.length > 1) {
        throw new AwsError(
          "InvalidParameterValue",
          `${found.length === 0 ? "no" : "more than one"} matching EC2 VPC found`
        );
      }
      const { enableDnsHostnames, enableDnsSupport, enableNetworkAddressUsageMetrics, mainRouteTableId } = await vpcDefaults(aws, vpc2.VpcId);
      return {
        arn: await aws.arn("ec2", `vpc/${vpc2.VpcId}`),
        cidrBlock: vpc2.CidrBlock,
        cidrBlockAssociations: (vpc2.CidrBlockAssociationSet ?? []).map((one) => ({
          associationId: one.AssociationId,
          cidrBlock: one.CidrBlock,
          state: one.CidrBlockState?.State
        })),
        default: vpc2.IsDefault ?? false,
        dhcpOptionsId: vpc2.DhcpOptionsId,
        enableDnsHostnames,
        enableDnsSupport,
        enableNetworkAddressUsageMetrics,
        filters: inputs20["filters"],
        id: vpc2.VpcId,
        instanceTenancy: vpc2.InstanceTenancy,
        ipv6AssociationId: "",
        ipv6CidrBlock: "",
        ipv6CidrBlockAssociations: [],
        mainRouteTableId,
        ownerId: vpc2.OwnerId,
        region: aws.region,
        state: vpc2.State,
        tags: fromKeyValues(vpc2.Tags)
      };
    }
  },
  "aws:ec2/getSubnets:getSubnets": {
    inputs: { filters: filterInput, region: text(), tags: map(text()) },
    async call(aws, inputs20) {
      const { Subnets: found = [] } = await (await aws.ec2()).describeSubnets({ Filters: toFilters(inputs20["filters"], inputs20["tags"]) });
      return {
        filters: inputs20["filters"],
        id: aws.region,
        ids: found.map((one) => one.SubnetId),
        region: aws.region,
        tags: inputs20["tags"] ?? {}
      };
    }
  }
};

// emulation/providers/aws/functions/parameter.ts
var getParameter = {
  inputs: { name: text({ required: true }), region: text(), withDecryption: boolean() },
  async call(aws, inputs20) {
    const WithDecryption = inputs20["withDecryption"] !== false;
    const { Parameter: found } = await (await aws.ssm()).getParameter({ Name: String(inputs20["name"]), WithDecryption });
    const value = await documentOf(aws, String(inputs20["name"]), found?.Value ?? "");
    return {
      arn: found?.ARN ?? `arn:${partitionOf(aws.region)}:ssm:${aws.region}::parameter${String(inputs20["name"])}`,
      id: found?.Name,
      insecureValue: found?.Type === "SecureString" ? "" : value,
      name: found?.Name,
      region: aws.region,
      type: found?.Type,
      value,
      version: found?.Version,
      ...inputs20["withDecryption"] === void 0 ? {} : { withDecryption: inputs20["withDecryption"] }
    };
  }
};
async function documentOf(aws, name, value) {
  if (!value.startsWith("{'")) {
    return value;
  }
  const { Parameters: members3 = [] } = await (await aws.ssm()).getParametersByPath({ Path: name });
  const entries = members3.map((member) => [(member.Name ?? "").slice(name.length + 1), member.Value ?? ""]);
  return JSON.stringify(
    Object.fromEntries(entries.map(([key, text2]) => [key, key === "schema_version" ? Number(text2) : text2]))
  );
}

// emulation/providers/aws/functions.ts
var functions = {
  ...accountFunctions,
  ...networkFunctions,
  "aws:ec2/getAmi:getAmi": getAmi,
  "aws:ssm/getParameter:getParameter": getParameter
};

// emulation/providers/aws/api-shape.ts
var camelCase = (name) => name;
var pascalCase = (name) => name.charAt(0).toUpperCase() + name.slice(1);
function toApi(properties, values2, casing) {
  const members3 = {};
  for (const [name, property] of Object.entries(properties)) {
    const value = values2[name];
    if (value !== void 0 && property.api !== false && property.kind !== "unserved") {
      members3[property.api ?? casing(name)] = valueToApi(property, value, casing);
    }
  }
  return members3;
}
function valueToApi(property, value, casing) {
  if (property.kind === "list" && Array.isArray(value)) {
    return value.map((element) => valueToApi(property.element, element, casing));
  }
  if (property.kind === "object" && isObject(value)) {
    return toApi(property.properties, value, casing);
  }
  if (property.kind === "map" && property.apiKind === "tags") {
    return toKeyValues(value);
  }
  if (property.kind === "string" && property.apiKind !== void 0 && typeof value === "string") {
    return property.apiKind === "boolean" ? value === "true" : Number(value);
  }
  return value;
}
function fromApi(properties, members3, casing) {
  const values2 = {};
  for (const [name, property] of Object.entries(properties)) {
    if (property.api === false || property.kind === "unserved") {
      continue;
    }
    const member = members3?.[property.api ?? casing(name)];
    if (member !== void 0 && member !== null) {
      values2[name] = valueFromApi(property, member, casing);
    }
  }
  return values2;
}
function valueFromApi(property, member, casing) {
  if (property.kind === "list" && Array.isArray(member)) {
    return member.map((element) => valueFromApi(property.element, element, casing));
  }
  if (property.kind === "map" && property.apiKind === "tags" && Array.isArray(member)) {
    return fromKeyValues(member);
  }
  if (property.kind === "object" && isObject(member)) {
    return fromApi(property.properties, member, casing);
  }
  if (property.kind === "string" && (typeof member === "number" || typeof member === "boolean")) {
    return String(member);
  }
  return member;
}
function cleared(emptied3, olds, news) {
  const gone = Object.keys(emptied3).filter((name) => olds[name] !== void 0 && news[name] === void 0);
  return Object.assign({}, ...gone.map((name) => emptied3[name]));
}

// emulation/providers/aws/autoscaling/capacity.ts
var import_promises = require("node:timers/promises");
var drainTimeoutSeconds = 10 * 60;
async function instancesOf(aws, name) {
  const answer = await (await aws.autoScaling()).describeAutoScalingGroups({ AutoScalingGroupNames: [name] });
  return answer.AutoScalingGroups?.[0]?.Instances ?? [];
}
async function waitForCapacity(aws, name, values2, timeoutSeconds) {
  const wanted = Number(values2["desiredCapacity"] ?? values2["minSize"]);
  const seconds = secondsOf(String(values2["waitForCapacityTimeout"]));
  const deadline = Date.now() + (timeoutSeconds > 0 ? Math.min(timeoutSeconds, seconds) : seconds) * 1e3;
  for (let running = 0; seconds > 0; ) {
    running = (await instancesOf(aws, name)).filter((one) => one.LifecycleState === "InService").length;
    if (running >= wanted) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `waiting for Auto Scaling Group (${name}) capacity satisfied: want at least ${wanted} healthy instances, have ${running}`
      );
    }
    await (0, import_promises.setTimeout)(500);
  }
}
function secondsOf(duration) {
  const unit = { h: 3600, m: 60, s: 1 };
  return [...duration.matchAll(/(\d+)([hms])/g)].reduce(
    (sum, [, count, name]) => sum + Number(count) * (unit[name ?? ""] ?? 0),
    0
  );
}
async function releaseInstances(aws, AutoScalingGroupName) {
  const instances = await instancesOf(aws, AutoScalingGroupName);
  const InstanceIds = instances.filter((one) => one.ProtectedFromScaleIn === true).map((one) => one.InstanceId ?? "");
  if (InstanceIds.length > 0) {
    await (await aws.autoScaling()).setInstanceProtection({ AutoScalingGroupName, InstanceIds, ProtectedFromScaleIn: false });
  }
}
async function drain(aws, name, timeoutSeconds) {
  const scaling = await aws.autoScaling();
  const protectedOnes = (await instancesOf(aws, name)).filter((one) => one.ProtectedFromScaleIn === true);
  if (protectedOnes.length > 0) {
    throw new Error(
      `waiting for Auto Scaling Group (${name}) drain: ${protectedOnes.length} instance(s) are protected from scale-in and stay (${protectedOnes.map((one) => one.InstanceId).join(", ")}): set forceDelete, or protectFromScaleIn to false before`
    );
  }
  await scaling.updateAutoScalingGroup({ AutoScalingGroupName: name, DesiredCapacity: 0, MinSize: 0, MaxSize: 0 });
  const deadline = Date.now() + (timeoutSeconds > 0 ? timeoutSeconds : drainTimeoutSeconds) * 1e3;
  for (let left = await instancesOf(aws, name); left.length > 0; left = await instancesOf(aws, name)) {
    if (Date.now() > deadline) {
      throw new Error(`waiting for Auto Scaling Group (${name}) drain: ${left.length} instance(s) are left`);
    }
    await (0, import_promises.setTimeout)(500);
  }
}

// emulation/providers/aws/autoscaling/group-failures.ts
function groupFailures(values2) {
  return [...templateFailures(values2), ...placeFailures(values2), ...sizeFailures(values2)];
}
function templateFailures(values2) {
  const sources = ["launchTemplate", "mixedInstancesPolicy"].filter((name) => values2[name] !== void 0);
  if (sources.length !== 1) {
    return [
      { property: "launchTemplate", reason: "exactly one of launchTemplate, mixedInstancesPolicy is required" }
    ];
  }
  const template = values2["launchTemplate"];
  const named = template !== void 0 && template["id"] === void 0 === (template["name"] === void 0);
  return named && !isUnknown(template) ? [{ property: "launchTemplate.id", reason: "exactly one of id, name is required" }] : [];
}
function placeFailures(values2) {
  const places = ["availabilityZones", "vpcZoneIdentifiers"].filter((name) => values2[name] !== void 0);
  if (places.length !== 1) {
    return [
      {
        property: "vpcZoneIdentifiers",
        reason: "exactly one of vpcZoneIdentifiers (subnets), availabilityZones is required"
      }
    ];
  }
  const place = places[0] ?? "";
  return Array.isArray(values2[place]) && values2[place].length === 0 ? [{ property: place, reason: "is an empty list; at least one is required" }] : [];
}
function sizeFailures(values2) {
  const size = (name) => typeof values2[name] === "number" ? values2[name] : void 0;
  const [min, max, desired] = [size("minSize"), size("maxSize"), size("desiredCapacity")];
  const failures = [];
  if (min !== void 0 && max !== void 0 && min > max) {
    failures.push({ property: "minSize", reason: `is ${min}, more than the maxSize of ${max}` });
  }
  if (desired !== void 0 && min !== void 0 && desired < min) {
    failures.push({ property: "desiredCapacity", reason: `is ${desired}, less than the minSize of ${min}` });
  }
  if (desired !== void 0 && max !== void 0 && desired > max) {
    failures.push({ property: "desiredCapacity", reason: `is ${desired}, more than the maxSize of ${max}` });
  }
  return failures;
}

// emulation/providers/aws/common-inputs.ts
var region = text({ replaces: true, computed: true, api: false });
var tags = map(text(), { api: false });

// emulation/providers/aws/autoscaling/group-inputs.ts
var launchTemplateSpecification = object(
  { launchTemplateId: text(), launchTemplateName: text(), version: text() },
  { required: true }
);
var groupInputs = {
  availabilityZones: list(text(), { computed: true, unordered: true }),
  capacityRebalance: boolean(),
  context: text(),
  defaultCooldown: number({ computed: true }),
  defaultInstanceWarmup: number(),
  desiredCapacity: number({ computed: true }),
  desiredCapacityType: text({ oneOf: ["memory-mib", "units", "vcpu"] }),
  enabledMetrics: list(text(), { api: false, unordered: true }),
  forceDelete: boolean({ default: false, api: false }),
  forceDeleteWarmPool: boolean({ default: false, api: false }),
  healthCheckGracePeriod: number({ default: 300 }),
  healthCheckType: text({ computed: true }),
  ignoreFailedScalingActivities: boolean({ default: false, api: false }),
  instanceMaintenancePolicy: object({
    maxHealthyPercentage: number({ required: true }),
    minHealthyPercentage: number({ required: true })
  }),
  launchTemplate: object({
    id: text({ computed: true, api: "LaunchTemplateId" }),
    name: text({ computed: true, api: "LaunchTemplateName" }),
    version: text({ computed: true })
  }),
  maxInstanceLifetime: number(),
  maxSize: number({ required: true }),
  metricsGranularity: text({ default: "1Minute", oneOf: ["1Minute"], api: false }),
  minElbCapacity: number({ api: false }),
  minSize: number({ required: true }),
  mixedInstancesPolicy: object({
    instancesDistribution: object(
      {
        onDemandAllocationStrategy: text({ computed: true, oneOf: ["lowest-price", "prioritized"] }),
        onDemandBaseCapacity: number({ computed: true }),
        onDemandPercentageAboveBaseCapacity: number({ computed: true }),
        spotAllocationStrategy: text({
          computed: true,
          oneOf: [
            "capacity-optimized",
            "capacity-optimized-prioritized",
            "lowest-price",
            "price-capacity-optimized"
          ]
        }),
        spotInstancePools: number({ computed: true }),
        spotMaxPrice: text()
      },
      { computed: true }
    ),
    launchTemplate: object(
      {
        launchTemplateSpecification,
        overrides: list(
          object({
            instanceRequirements: unserved(),
            instanceType: text(),
            launchTemplateSpecification: object({
              launchTemplateId: text(),
              launchTemplateName: text(),
              version: text()
            }),
            weightedCapacity: text()
          }),
          { computed: true }
        )
      },
      { required: true }
    )
  }),
  name: text({ replaces: true, api: "AutoScalingGroupName" }),
  namePrefix: text({ replaces: true, api: false }),
  placementGroup: text(),
  protectFromScaleIn: boolean({ default: false, api: "NewInstancesProtectedFromScaleIn" }),
  region,
  serviceLinkedRoleArn: text({ computed: true, api: "ServiceLinkedRoleARN" }),
  suspendedProcesses: list(text(), { api: false, unordered: true }),
  tags: list(
    object({
      key: text({ required: true }),
      propagateAtLaunch: boolean({ required: true }),
      value: text({ required: true })
    }),
    { unordered: true }
  ),
  targetGroupArns: list(text(), { computed: true, api: "TargetGroupARNs", unordered: true }),
  terminationPolicies: list(text()),
  vpcZoneIdentifiers: list(text(), { computed: true, api: false, unordered: true }),
  waitForCapacityTimeout: text({ default: "10m", api: false }),
  waitForElbCapacity: number({ api: false }),
  ...allUnserved(
    "availabilityZoneDistribution",
    "capacityReservationSpecification",
    "initialLifecycleHooks",
    "instanceLifecyclePolicy",
    "instanceRefresh",
    "launchConfiguration",
    "loadBalancers",
    "trafficSources",
    "warmPool"
  )
};

// emulation/providers/aws/autoscaling/group.ts
var emptied = {
  capacityRebalance: { CapacityRebalance: false },
  defaultInstanceWarmup: { DefaultInstanceWarmup: -1 },
  maxInstanceLifetime: { MaxInstanceLifetime: 0 },
  placementGroup: { PlacementGroup: "" },
  terminationPolicies: { TerminationPolicies: ["Default"] }
};
var group = {
  inputs: groupInputs,
  outputs: ["arn", "predictedCapacity", "warmPoolSize"],
  autoName: { maxLength: 255 },
  check: groupFailures,
  async create(aws, values2) {
    const name = String(values2["name"]);
    await (await aws.autoScaling()).createAutoScalingGroup({ ...members(values2), Tags: tags2(name, values2) });
    return name;
  },
  async finish(aws, id, values2, timeoutSeconds) {
    const scaling = await aws.autoScaling();
    await setMetrics(scaling, id, [], values2["enabledMetrics"]);
    await setProcesses(scaling, id, [], values2["suspendedProcesses"]);
    await waitForCapacity(aws, id, values2, timeoutSeconds);
  },
  async read(aws, id) {
    const found = await describe(aws, id);
    return found && described2(found);
  },
  async update(aws, id, news, olds, timeoutSeconds) {
    const scaling = await aws.autoScaling();
    await scaling.updateAutoScalingGroup({
      AutoScalingGroupName: id,
      ...without(members(news), "Tags"),
      ...cleared(emptied, olds, news)
    });
    await setTags(scaling, id, olds, news);
    await setMetrics(scaling, id, olds["enabledMetrics"], news["enabledMetrics"]);
    await setProcesses(scaling, id, olds["suspendedProcesses"], news["suspendedProcesses"]);
    await waitForCapacity(aws, id, news, timeoutSeconds);
  },
  async delete(aws, id, state, timeoutSeconds) {
    if (await describe(aws, id) === void 0) {
      return;
    }
    const ForceDelete = state["forceDelete"] === true;
    await (ForceDelete ? releaseInstances(aws, id) : drain(aws, id, timeoutSeconds));
    await (await aws.autoScaling()).deleteAutoScalingGroup({ AutoScalingGroupName: id, ForceDelete });
  }
};
function members(values2) {
  const subnets = values2["vpcZoneIdentifiers"];
  return {
    ...toApi(groupInputs, values2, pascalCase),
    ...subnets === void 0 ? {} : { VPCZoneIdentifier: subnets.join(",") }
  };
}
async function describe(aws, name) {
  const answer = await (await aws.autoScaling()).describeAutoScalingGroups({ AutoScalingGroupNames: [name] });
  return answer.AutoScalingGroups?.[0];
}
function described2(found) {
  const subnets = found.VPCZoneIdentifier;
  return {
    ...fromApi(groupInputs, found, pascalCase),
    arn: found.AutoScalingGroupARN,
    enabledMetrics: found.EnabledMetrics?.map((one) => one.Metric),
    predictedCapacity: found.PredictedCapacity ?? 0,
    suspendedProcesses: found.SuspendedProcesses?.map((one) => one.ProcessName),
    vpcZoneIdentifiers: subnets === void 0 || subnets === "" ? [] : subnets.split(","),
    warmPoolSize: found.WarmPoolSize ?? 0
  };
}
function tags2(group2, values2) {
  return (members(values2).Tags ?? []).map((tag) => ({
    ...tag,
    ResourceId: group2,
    ResourceType: "auto-scaling-group"
  }));
}
async function setTags(scaling, name, olds, news) {
  const after = tags2(name, news);
  const gone = tags2(name, olds).filter((tag) => !after.some((other) => other.Key === tag.Key));
  if (gone.length > 0) {
    await scaling.deleteTags({ Tags: gone });
  }
  if (after.length > 0) {
    await scaling.createOrUpdateTags({ Tags: after });
  }
}
async function setMetrics(scaling, AutoScalingGroupName, olds, news) {
  const [before, after] = [olds, news].map((metrics) => metrics ?? []);
  if (before.some((metric) => !after.includes(metric))) {
    throw new AwsError(
      "NotImplemented",
      "the emulator cannot disable the collection of metrics: keep enabledMetrics as they were"
    );
  }
  const Metrics = after.filter((metric) => !before.includes(metric));
  if (Metrics.length > 0) {
    await scaling.enableMetricsCollection({ AutoScalingGroupName, Granularity: "1Minute", Metrics });
  }
}
async function setProcesses(scaling, AutoScalingGroupName, olds, news) {
  const [before, after] = [olds, news].map((processes) => processes ?? []);
  const resumed = before.filter((process2) => !after.includes(process2));
  if (resumed.length > 0) {
    await scaling.resumeProcesses({ AutoScalingGroupName, ScalingProcesses: resumed });
  }
  const suspended = after.filter((process2) => !before.includes(process2));
  if (suspended.length > 0) {
    await scaling.suspendProcesses({ AutoScalingGroupName, ScalingProcesses: suspended });
  }
}

// emulation/providers/aws/autoscaling.ts
var autoScalingTypes = { "aws:autoscaling/group:Group": group };

// emulation/providers/aws/cloudwatch.ts
var retentionDays = [
  0,
  1,
  3,
  5,
  7,
  14,
  30,
  60,
  90,
  120,
  150,
  180,
  365,
  400,
  545,
  731,
  1096,
  1827,
  2192,
  2557,
  2922,
  3288,
  3653
];
var inputs = {
  deletionProtectionEnabled: boolean({ computed: true }),
  kmsKeyId: text(),
  logGroupClass: text({ replaces: true, computed: true, oneOf: ["DELIVERY", "INFREQUENT_ACCESS", "STANDARD"] }),
  name: text({ replaces: true }),
  namePrefix: text({ replaces: true }),
  region,
  retentionInDays: number({ default: 0, oneOf: retentionDays }),
  skipDestroy: boolean({ default: false }),
  tags
};
var logGroup = {
  inputs,
  outputs: ["arn", "tagsAll"],
  autoName: { maxLength: 512 },
  async create(aws, values2) {
    const name = String(values2["name"]);
    await (await aws.logs()).createLogGroup({
      kmsKeyId: values2["kmsKeyId"],
      logGroupClass: values2["logGroupClass"],
      logGroupName: name,
      tags: { ...tagsOf(values2) }
    });
    return name;
  },
  async finish(aws, id, values2) {
    if (values2["deletionProtectionEnabled"] === true) {
      throw new AwsError(
        "NotImplemented",
        "the emulator does not protect log groups from deletion: leave deletionProtectionEnabled out"
      );
    }
    if (values2["retentionInDays"] !== 0) {
      await setRetention(await aws.logs(), id, values2["retentionInDays"]);
    }
  },
  async read(aws, id) {
    const found = await describe2(aws, id);
    const arn = found?.arn?.replace(/:\*$/, "");
    return found && {
      arn,
      deletionProtectionEnabled: false,
      kmsKeyId: found.kmsKeyId,
      logGroupClass: found.logGroupClass ?? "STANDARD",
      name: found.logGroupName,
      retentionInDays: found.retentionInDays ?? 0,
      tagsAll: (await (await aws.logs()).listTagsForResource({ resourceArn: arn })).tags
    };
  },
  async update(aws, id, news, olds) {
    const logs = await aws.logs();
    if (news["retentionInDays"] !== olds["retentionInDays"]) {
      await setRetention(logs, id, news["retentionInDays"]);
    }
    if (news["kmsKeyId"] !== olds["kmsKeyId"]) {
      const kmsKeyId = news["kmsKeyId"];
      await (typeof kmsKeyId === "string" ? logs.associateKmsKey({ logGroupName: id, kmsKeyId }) : logs.disassociateKmsKey({ logGroupName: id }));
    }
    const resourceArn = String(olds["arn"]);
    const { removed, set } = tagChanges(olds, news);
    if (removed.length > 0) {
      await logs.untagResource({ resourceArn, tagKeys: removed });
    }
    if (Object.keys(set).length > 0) {
      await logs.tagResource({ resourceArn, tags: { ...set } });
    }
  },
  async delete(aws, id, state) {
    if (state["skipDestroy"] === true) {
      return;
    }
    const logs = await aws.logs();
    const tagKeys = Object.keys(tagsOf(state));
    if (tagKeys.length > 0) {
      await logs.untagResource({ resourceArn: String(state["arn"]), tagKeys });
    }
    await logs.deleteLogGroup({ logGroupName: id });
  }
};
async function describe2(aws, name) {
  const answer = await (await aws.logs()).describeLogGroups({ logGroupNamePrefix: name });
  return answer.logGroups?.find((one) => one.logGroupName === name);
}
async function setRetention(logs, logGroupName, days) {
  await (days === 0 ? logs.deleteRetentionPolicy({ logGroupName }) : logs.putRetentionPolicy({ logGroupName, retentionInDays: Number(days) }));
}
var cloudWatchTypes = { "aws:cloudwatch/logGroup:LogGroup": logGroup };

// emulation/providers/aws/ec2/eip.ts
var inputs2 = {
  domain: text({ replaces: true, computed: true, oneOf: ["vpc"] }),
  region,
  tags,
  ...allUnserved(
    "address",
    "associateWithPrivateIp",
    "customerOwnedIpv4Pool",
    "instance",
    "ipamPoolId",
    "networkBorderGroup",
    "networkInterface",
    "publicIpv4Pool"
  )
};
var eip = {
  inputs: inputs2,
  outputs: [
    "allocationId",
    "arn",
    "associationId",
    "carrierIp",
    "customerOwnedIp",
    "privateDns",
    "privateIp",
    "ptrRecord",
    "publicDns",
    "publicIp",
    "tagsAll"
  ],
  async create(aws, values2) {
    const created = await (await aws.ec2()).allocateAddress({ Domain: "vpc", ...tagSpecification("elastic-ip", values2) });
    return created.AllocationId ?? "";
  },
  async read(aws, id) {
    const { Addresses: [found] = [] } = await (await aws.ec2()).describeAddresses({ AllocationIds: [id] });
    return found && {
      allocationId: id,
      arn: await aws.arn("ec2", `elastic-ip/${id}`),
      associationId: found.AssociationId ?? "",
      carrierIp: found.CarrierIp ?? "",
      customerOwnedIp: found.CustomerOwnedIp ?? "",
      domain: found.Domain,
      privateDns: "",
      privateIp: found.PrivateIpAddress ?? "",
      ptrRecord: "",
      publicDns: publicDns(found.PublicIp ?? "", aws.region),
      publicIp: found.PublicIp,
      tagsAll: fromKeyValues(found.Tags)
    };
  },
  async update(aws, id, news, olds) {
    await updateEc2Tags(aws, id, news, olds);
  },
  async delete(aws, id) {
    await (await aws.ec2()).releaseAddress({ AllocationId: id });
  }
};
function publicDns(address, region2) {
  const zone = region2 === "us-east-1" ? "compute-1" : `${region2}.compute`;
  return `ec2-${address.replaceAll(".", "-")}.${zone}.amazonaws.com`;
}

// emulation/providers/aws/ec2/internet-gateway.ts
var inputs3 = { region, tags, vpcId: text({ computed: true }) };
var internetGateway = {
  inputs: inputs3,
  outputs: ["arn", "ownerId", "tagsAll"],
  async create(aws, values2) {
    const created = await (await aws.ec2()).createInternetGateway(tagSpecification("internet-gateway", values2));
    return created.InternetGateway?.InternetGatewayId ?? "";
  },
  async finish(aws, id, values2) {
    await move(await aws.ec2(), id, void 0, values2["vpcId"]);
  },
  async read(aws, id) {
    const { InternetGateways: [found] = [] } = await (await aws.ec2()).describeInternetGateways({ InternetGatewayIds: [id] });
    return found && {
      arn: await aws.arn("ec2", `internet-gateway/${id}`),
      ownerId: found.OwnerId,
      tagsAll: fromKeyValues(found.Tags),
      vpcId: found.Attachments?.[0]?.VpcId
    };
  },
  async update(aws, id, news, olds) {
    if (news["vpcId"] !== void 0) {
      await move(await aws.ec2(), id, olds["vpcId"], news["vpcId"]);
    }
    await updateEc2Tags(aws, id, news, olds);
  },
  async delete(aws, id, state) {
    const ec2 = await aws.ec2();
    await move(ec2, id, state["vpcId"], void 0);
    await ec2.deleteInternetGateway({ InternetGatewayId: id });
  }
};
async function move(ec2, InternetGatewayId, from, to) {
  if (from === to) {
    return;
  }
  if (typeof from === "string") {
    await ec2.detachInternetGateway({ InternetGatewayId, VpcId: from });
  }
  if (typeof to === "string") {
    await ec2.attachInternetGateway({ InternetGatewayId, VpcId: to });
  }
}

// emulation/providers/aws/ec2/launch-template-inputs.ts
var versionInputs = {
  blockDeviceMappings: list(
    object({
      deviceName: text(),
      ebs: object({
        deleteOnTermination: flagText(),
        encrypted: flagText(),
        iops: number(),
        kmsKeyId: text(),
        snapshotId: text(),
        throughput: number(),
        volumeInitializationRate: number(),
        volumeSize: number(),
        volumeType: text({ oneOf: ["gp2", "gp3", "io1", "io2", "sc1", "st1", "standard"] })
      }),
      noDevice: text(),
      virtualName: text()
    })
  ),
  creditSpecification: object({ cpuCredits: text({ oneOf: ["standard", "unlimited"] }) }),
  disableApiStop: boolean(),
  disableApiTermination: boolean(),
  ebsOptimized: flagText(),
  enclaveOptions: object({ enabled: boolean() }),
  hibernationOptions: object({ configured: boolean({ required: true }) }),
  iamInstanceProfile: object({ arn: text(), name: text() }),
  imageId: text(),
  instanceInitiatedShutdownBehavior: text({ oneOf: ["stop", "terminate"] }),
  instanceMarketOptions: object({
    marketType: text({ oneOf: ["spot", "capacity-block"] }),
    spotOptions: object({
      blockDurationMinutes: number(),
      instanceInterruptionBehavior: text({ oneOf: ["hibernate", "stop", "terminate"] }),
      maxPrice: text(),
      spotInstanceType: text({ oneOf: ["one-time", "persistent"] }),
      validUntil: text()
    })
  }),
  instanceType: text(),
  kernelId: text(),
  keyName: text(),
  maintenanceOptions: object({ autoRecovery: text({ oneOf: ["default", "disabled"] }) }),
  metadataOptions: object(
    {
      httpEndpoint: text({ oneOf: ["enabled", "disabled"] }),
      httpProtocolIpv6: text({ oneOf: ["enabled", "disabled"] }),
      httpPutResponseHopLimit: number(),
      httpTokens: text({ oneOf: ["optional", "required"] }),
      instanceMetadataTags: text({ oneOf: ["enabled", "disabled"] })
    },
    { computed: true }
  ),
  monitoring: object({ enabled: boolean() }),
  networkInterfaces: list(
    object({
      associatePublicIpAddress: flagText(),
      deleteOnTermination: flagText(),
      description: text(),
      deviceIndex: number(),
      interfaceType: text(),
      networkCardIndex: number(),
      networkInterfaceId: text(),
      privateIpAddress: text(),
      securityGroups: list(text(), { api: "Groups", unordered: true }),
      subnetId: text(),
      ...allUnserved(
        "associateCarrierIpAddress",
        "connectionTrackingSpecification",
        "enaQueueCount",
        "enaSrdSpecification",
        "ipv4AddressCount",
        "ipv4Addresses",
        "ipv4PrefixCount",
        "ipv4Prefixes",
        "ipv6AddressCount",
        "ipv6Addresses",
        "ipv6PrefixCount",
        "ipv6Prefixes",
        "primaryIpv6"
      )
    })
  ),
  placement: object({
    affinity: text(),
    availabilityZone: text(),
    groupId: text(),
    groupName: text(),
    hostId: text(),
    hostResourceGroupArn: text(),
    partitionNumber: number(),
    spreadDomain: text(),
    tenancy: text({ oneOf: ["dedicated", "default", "host"] })
  }),
  ramDiskId: text(),
  securityGroupNames: list(text(), { api: "SecurityGroups", unordered: true }),
  tagSpecifications: list(object({ resourceType: text(), tags: tagMap() })),
  userData: text(),
  vpcSecurityGroupIds: list(text(), { api: "SecurityGroupIds", unordered: true })
};
var launchTemplateInputs = {
  ...versionInputs,
  defaultVersion: number({ computed: true, api: false }),
  description: text({ api: false }),
  name: text({ replaces: true, api: false }),
  namePrefix: text({ replaces: true, api: false }),
  region,
  tags,
  updateDefaultVersion: boolean({ api: false }),
  ...allUnserved(
    "capacityReservationSpecification",
    "cpuOptions",
    "instanceRequirements",
    "licenseSpecifications",
    "networkPerformanceOptions",
    "privateDnsNameOptions",
    "secondaryInterfaces"
  )
};

// emulation/providers/aws/ec2/launch-template.ts
var launchTemplate = {
  inputs: launchTemplateInputs,
  outputs: ["arn", "latestVersion", "tagsAll"],
  autoName: { maxLength: 125 },
  check: (values2) => [
    ...imageFailures(values2["imageId"]),
    ...userDataFailures(values2["userData"]),
    ...hopLimitFailures(values2["metadataOptions"]),
    ...exclusiveFailures(values2)
  ],
  changedByUpdate(olds, news) {
    if (!makesVersion(olds, news)) {
      return [];
    }
    return news["updateDefaultVersion"] === true ? ["latestVersion", "defaultVersion"] : ["latestVersion"];
  },
  async create(aws, values2) {
    const created = await (await aws.ec2()).createLaunchTemplate({
      LaunchTemplateName: String(values2["name"]),
      ...versionOf(values2),
      ...tagSpecification("launch-template", values2)
    });
    return created.LaunchTemplate?.LaunchTemplateId ?? "";
  },
  async read(aws, id) {
    const ec2 = await aws.ec2();
    const { LaunchTemplates: [found] = [] } = await ec2.describeLaunchTemplates({ LaunchTemplateIds: [id] });
    if (found === void 0) {
      return void 0;
    }
    const { LaunchTemplateVersions: [latest] = [] } = await ec2.describeLaunchTemplateVersions({
      LaunchTemplateId: id,
      Versions: ["$Latest"]
    });
    const data = fromApi(versionInputs, latest?.LaunchTemplateData, pascalCase);
    const { Tags: own } = await ec2.describeTags({ Filters: [{ Name: "resource-id", Values: [id] }] });
    return {
      ...data,
      tagSpecifications: withoutOwnTags(data["tagSpecifications"]),
      arn: await aws.arn("ec2", `launch-template/${id}`),
      defaultVersion: found.DefaultVersionNumber,
      description: latest?.VersionDescription,
      latestVersion: found.LatestVersionNumber,
      name: found.LaunchTemplateName,
      tagsAll: fromKeyValues(own)
    };
  },
  async update(aws, id, news, olds) {
    const ec2 = await aws.ec2();
    let latest = olds["latestVersion"];
    if (makesVersion(olds, news)) {
      const made = await ec2.createLaunchTemplateVersion({ LaunchTemplateId: id, ...versionOf(news) });
      latest = made.LaunchTemplateVersion?.VersionNumber;
    }
    const wanted = news["updateDefaultVersion"] === true ? latest : news["defaultVersion"];
    if (wanted !== void 0 && wanted !== olds["defaultVersion"]) {
      await ec2.modifyLaunchTemplate({ LaunchTemplateId: id, DefaultVersion: String(wanted) });
    }
    await updateEc2Tags(aws, id, news, olds);
  },
  async delete(aws, id) {
    await (await aws.ec2()).deleteLaunchTemplate({ LaunchTemplateId: id });
  }
};
function versionOf(values2) {
  const { description } = values2;
  return {
    ...typeof description === "string" ? { VersionDescription: description } : {},
    LaunchTemplateData: toApi(versionInputs, values2, pascalCase)
  };
}
function makesVersion(olds, news) {
  const { description } = launchTemplateInputs;
  return differences({ ...versionInputs, ...description && { description } }, olds, news).length > 0;
}
function withoutOwnTags(specifications) {
  const others = (specifications ?? []).filter((one) => one["resourceType"] !== "launch-template");
  return others.length === 0 ? void 0 : others;
}
function imageFailures(imageId) {
  return typeof imageId !== "string" || isUnknown(imageId) || /^(ami-[0-9a-f]{8,17}|resolve:ssm:.+)$/.test(imageId) ? [] : [
    {
      property: "imageId",
      reason: `"${imageId}" is no AMI; required is ami-<hexadecimal digits> or resolve:ssm:<parameter>`
    }
  ];
}
function userDataFailures(userData) {
  const isBase64 = (text2) => /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text2) && text2.replace(/\s/g, "").length % 4 === 0;
  return typeof userData !== "string" || isUnknown(userData) || isBase64(userData) ? [] : [
    {
      property: "userData",
      reason: 'is not Base64; a launch template takes user data encoded: Buffer.from(script).toString("base64")'
    }
  ];
}
function hopLimitFailures(metadataOptions) {
  const limit = metadataOptions?.["httpPutResponseHopLimit"];
  return typeof limit !== "number" || limit >= 1 && limit <= 64 ? [] : [{ property: "metadataOptions.httpPutResponseHopLimit", reason: `is ${limit}; it lies between 1 and 64` }];
}
function exclusiveFailures(values2) {
  const failures = [];
  if (values2["defaultVersion"] !== void 0 && values2["updateDefaultVersion"] !== void 0) {
    failures.push({
      property: "updateDefaultVersion",
      reason: "is given together with defaultVersion; give one of them"
    });
  }
  if (values2["vpcSecurityGroupIds"] !== void 0 && values2["securityGroupNames"] !== void 0) {
    failures.push({
      property: "securityGroupNames",
      reason: "is given together with vpcSecurityGroupIds; give one of them"
    });
  }
  return failures;
}

// emulation/providers/aws/ec2/nat-gateway.ts
var import_promises2 = require("node:timers/promises");
var inputs4 = {
  allocationId: text({ replaces: true }),
  connectivityType: text({ replaces: true, default: "public", oneOf: ["private", "public"] }),
  privateIp: text({ replaces: true, computed: true }),
  region,
  subnetId: text({ replaces: true }),
  tags,
  ...allUnserved(
    "availabilityMode",
    "availabilityZoneAddresses",
    "secondaryAllocationIds",
    "secondaryPrivateIpAddressCount",
    "secondaryPrivateIpAddresses",
    "vpcId"
  )
};
var natGateway = {
  inputs: inputs4,
  outputs: [
    "associationId",
    "autoProvisionZones",
    "autoScalingIps",
    "networkInterfaceId",
    "publicIp",
    "regionalNatGatewayAddresses",
    "regionalNatGatewayAutoMode",
    "routeTableId",
    "tagsAll"
  ],
  check: ({ allocationId, connectivityType, subnetId }) => [
    ...subnetId === void 0 ? [{ property: "subnetId", reason: "is required" }] : [],
    ...connectivityType === "public" && allocationId === void 0 ? [
      {
        property: "allocationId",
        reason: "is required for a public NAT gateway: the id of an Elastic IP address"
      }
    ] : [],
    ...connectivityType === "private" && allocationId !== void 0 ? [{ property: "allocationId", reason: "is given, but a private NAT gateway takes none: leave it out" }] : []
  ],
  async create(aws, values2) {
    const created = await (await aws.ec2()).createNatGateway({
      AllocationId: values2["allocationId"],
      ConnectivityType: values2["connectivityType"],
      PrivateIpAddress: values2["privateIp"],
      SubnetId: String(values2["subnetId"]),
      ...tagSpecification("natgateway", values2)
    });
    return created.NatGateway?.NatGatewayId ?? "";
  },
  finish: (aws, id) => waitUntil(aws, id, (found) => found?.State !== "pending"),
  async read(aws, id) {
    const found = await describe3(aws, id);
    const address = found?.NatGatewayAddresses?.[0];
    return found && {
      allocationId: address?.AllocationId,
      associationId: address?.AssociationId ?? "",
      autoProvisionZones: "",
      autoScalingIps: "",
      connectivityType: found.ConnectivityType,
      networkInterfaceId: address?.NetworkInterfaceId,
      privateIp: address?.PrivateIp,
      publicIp: address?.PublicIp ?? "",
      regionalNatGatewayAddresses: [],
      regionalNatGatewayAutoMode: "",
      routeTableId: "",
      subnetId: found.SubnetId,
      tagsAll: fromKeyValues(found.Tags)
    };
  },
  async update(aws, id, news, olds) {
    await updateEc2Tags(aws, id, news, olds);
  },
  async delete(aws, id) {
    await (await aws.ec2()).deleteNatGateway({ NatGatewayId: id });
    await waitUntil(aws, id, (found) => found === void 0);
  }
};
async function describe3(aws, id) {
  const { NatGateways: [found] = [] } = await (await aws.ec2()).describeNatGateways({ NatGatewayIds: [id] });
  return found?.State === "deleted" ? void 0 : found;
}
async function waitUntil(aws, id, done) {
  while (!done(await describe3(aws, id))) {
    await (0, import_promises2.setTimeout)(200);
  }
}

// emulation/providers/aws/ec2/route.ts
var import_node_crypto2 = require("node:crypto");

// emulation/providers/aws/ec2/route-members.ts
var destinationNames = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"];
var destinations = Object.fromEntries(
  destinationNames.map((name) => [name, text({ replaces: true })])
);
var targets = {
  carrierGatewayId: text(),
  coreNetworkArn: text(),
  egressOnlyGatewayId: text({ api: "EgressOnlyInternetGatewayId" }),
  gatewayId: text(),
  localGatewayId: text(),
  natGatewayId: text(),
  networkInterfaceId: text(),
  odbNetworkArn: text(),
  transitGatewayId: text(),
  vpcEndpointId: text(),
  vpcPeeringConnectionId: text()
};
var members2 = { ...destinations, ...targets };
function routeMembers(RouteTableId, values2) {
  return { ...toApi(members2, values2, pascalCase), RouteTableId };
}
function routeValues(route2) {
  return fromApi(members2, route2, pascalCase);
}
function destinationOf(values2) {
  return String(destinationNames.map((name) => values2[name]).find((value) => value !== void 0 && value !== ""));
}
function routeFailures(values2) {
  return [destinationNames, Object.keys(targets)].flatMap((names) => {
    const given = names.filter((name) => values2[name] !== void 0 && values2[name] !== "");
    return given.length === 1 ? [] : [
      {
        property: names[0] ?? "",
        reason: `exactly one of ${names.join(", ")} is required; given are ${given.join(", ") || "none"}`
      }
    ];
  });
}

// emulation/providers/aws/ec2/route.ts
var inputs5 = {
  ...destinations,
  ...targets,
  region,
  routeTableId: text({ required: true, replaces: true })
};
var route = {
  inputs: inputs5,
  outputs: ["instanceId", "instanceOwnerId", "origin", "state"],
  check: routeFailures,
  async create(aws, values2) {
    const table = String(values2["routeTableId"]);
    await (await aws.ec2()).createRoute(routeMembers(table, values2));
    return `r-${table}${(0, import_node_crypto2.createHash)("sha256").update(destinationOf(values2)).digest("hex").slice(0, 8)}`;
  },
  async read(aws, _id, state) {
    const table = String(state["routeTableId"]);
    const { RouteTables: [found] = [] } = await (await aws.ec2()).describeRouteTables({ RouteTableIds: [table] });
    const own = found?.Routes?.find((one) => destinationOf(routeValues(one)) === destinationOf(state));
    return own && {
      ...routeValues(own),
      instanceId: own.InstanceId ?? "",
      instanceOwnerId: own.InstanceOwnerId ?? "",
      origin: own.Origin,
      routeTableId: table,
      state: own.State
    };
  },
  async update(aws, _id, news) {
    await (await aws.ec2()).replaceRoute(routeMembers(String(news["routeTableId"]), news));
  },
  async delete(aws, _id, state) {
    const { RouteTableId, DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId } = routeMembers(
      String(state["routeTableId"]),
      state
    );
    await (await aws.ec2()).deleteRoute({ RouteTableId, DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId });
  }
};

// emulation/providers/aws/ec2/route-table.ts
var inputs6 = {
  propagatingVgws: unserved(),
  region,
  routes: list(object({ cidrBlock: text(), destinationPrefixListId: text(), ipv6CidrBlock: text(), ...targets }), {
    computed: true,
    unordered: true
  }),
  tags,
  vpcId: text({ required: true, replaces: true })
};
var routeTable = {
  inputs: inputs6,
  outputs: ["arn", "ownerId", "tagsAll"],
  check: (values2) => routesOf(values2).flatMap(
    (route2, index) => isUnknown(route2) ? [] : routeFailures(asRoute(route2)).map(({ property, reason }) => ({
      property: join(`routes[${index}]`, property),
      reason
    }))
  ),
  async create(aws, values2) {
    const created = await (await aws.ec2()).createRouteTable({ VpcId: String(values2["vpcId"]), ...tagSpecification("route-table", values2) });
    return created.RouteTable?.RouteTableId ?? "";
  },
  finish: (aws, id, values2) => setRoutes(aws, id, [], routesOf(values2)),
  async read(aws, id) {
    const { RouteTables: [found] = [] } = await (await aws.ec2()).describeRouteTables({ RouteTableIds: [id] });
    return found && {
      arn: await aws.arn("ec2", `route-table/${id}`),
      ownerId: found.OwnerId,
      propagatingVgws: [],
      routes: (found.Routes ?? []).filter((one) => one.GatewayId !== "local").map((one) => {
        const { destinationCidrBlock, destinationIpv6CidrBlock, ...rest } = routeValues(one);
        return {
          ...rest,
          cidrBlock: destinationCidrBlock ?? "",
          ipv6CidrBlock: destinationIpv6CidrBlock ?? ""
        };
      }),
      tagsAll: fromKeyValues(found.Tags),
      vpcId: found.VpcId
    };
  },
  async update(aws, id, news, olds) {
    if (news["routes"] !== void 0) {
      await setRoutes(aws, id, routesOf(olds), routesOf(news));
    }
    await updateEc2Tags(aws, id, news, olds);
  },
  async delete(aws, id) {
    await (await aws.ec2()).deleteRouteTable({ RouteTableId: id });
  }
};
function routesOf(values2) {
  return Array.isArray(values2["routes"]) ? values2["routes"] : [];
}
function asRoute({ cidrBlock, ipv6CidrBlock, ...rest }) {
  const given = Object.entries({ ...rest, destinationCidrBlock: cidrBlock, destinationIpv6CidrBlock: ipv6CidrBlock });
  return Object.fromEntries(given.filter(([, value]) => value !== void 0 && value !== ""));
}
async function setRoutes(aws, id, before, after) {
  const ec2 = await aws.ec2();
  const { routes } = inputs6;
  const isSame = (left, right) => routes !== void 0 && differences({ routes }, { routes: [left] }, { routes: [right] }).length === 0;
  for (const gone of before.filter((one) => !after.some((other) => isSame(one, other)))) {
    const { RouteTableId, DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId } = routeMembers(
      id,
      asRoute(gone)
    );
    await ec2.deleteRoute({
      RouteTableId,
      DestinationCidrBlock,
      DestinationIpv6CidrBlock,
      DestinationPrefixListId
    });
  }
  for (const added of after.filter((one) => !before.some((other) => isSame(one, other)))) {
    await ec2.createRoute(routeMembers(id, asRoute(added)));
  }
}

// emulation/providers/aws/ec2/route-table-association.ts
var inputs7 = {
  gatewayId: text({ replaces: true }),
  region,
  routeTableId: text({ required: true, replaces: true }),
  subnetId: text({ replaces: true })
};
var routeTableAssociation = {
  inputs: inputs7,
  outputs: [],
  deleteBeforeReplace: true,
  check: ({ subnetId, gatewayId }) => subnetId === void 0 === (gatewayId === void 0) ? [{ property: "subnetId", reason: "exactly one of subnetId, gatewayId is required" }] : [],
  async create(aws, { routeTableId, subnetId, gatewayId }) {
    const created = await (await aws.ec2()).associateRouteTable({
      RouteTableId: String(routeTableId),
      SubnetId: subnetId,
      GatewayId: gatewayId
    });
    return created.AssociationId ?? "";
  },
  async read(aws, id) {
    const { RouteTables: [table] = [] } = await (await aws.ec2()).describeRouteTables({
      Filters: [{ Name: "association.route-table-association-id", Values: [id] }]
    });
    const found = table?.Associations?.find((one) => one.RouteTableAssociationId === id);
    return found && { gatewayId: found.GatewayId, routeTableId: found.RouteTableId, subnetId: found.SubnetId };
  },
  async delete(aws, id) {
    await (await aws.ec2()).disassociateRouteTable({ AssociationId: id });
  }
};

// emulation/providers/aws/ec2/dependents.ts
async function refuseWhileUsed(aws, filter, id, message) {
  const { Reservations: reservations = [] } = await (await aws.ec2()).describeInstances({ Filters: [{ Name: filter, Values: [id] }] });
  const instances = reservations.flatMap((one) => one.Instances ?? []);
  if (instances.some((one) => one.State?.Name !== "terminated")) {
    throw new AwsError("DependencyViolation", message);
  }
}

// emulation/providers/aws/ec2/ip-permission.ts
var inlineRules = list(
  object({
    cidrBlocks: list(text(), { unordered: true }),
    description: text(),
    fromPort: number({ required: true }),
    ipv6CidrBlocks: list(text(), { unordered: true }),
    prefixListIds: list(text(), { unordered: true }),
    protocol: text({ required: true, meaning: protocolMeaning }),
    securityGroups: list(text(), { unordered: true }),
    self: boolean(),
    toPort: number({ required: true })
  }),
  { computed: true, unordered: true }
);
function protocolMeaning(protocol) {
  return protocol === "all" ? "-1" : protocol.toLowerCase();
}
function toIpPermission(rule, groupId) {
  const description = rule["description"];
  const text2 = description === void 0 || description === "" ? {} : { Description: description };
  const members3 = (name) => rule[name] ?? [];
  const groups = [...members3("securityGroups"), ...rule["self"] === true ? [groupId] : []];
  const protocol = protocolMeaning(String(rule["protocol"]));
  return {
    IpProtocol: protocol,
    ...protocol === "-1" ? {} : { FromPort: Number(rule["fromPort"]), ToPort: Number(rule["toPort"]) },
    ...present(
      "IpRanges",
      members3("cidrBlocks").map((CidrIp) => ({ CidrIp, ...text2 }))
    ),
    ...present(
      "Ipv6Ranges",
      members3("ipv6CidrBlocks").map((CidrIpv6) => ({ CidrIpv6, ...text2 }))
    ),
    ...present(
      "PrefixListIds",
      members3("prefixListIds").map((PrefixListId) => ({ PrefixListId, ...text2 }))
    ),
    ...present(
      "UserIdGroupPairs",
      groups.map((GroupId) => ({ GroupId, ...text2 }))
    )
  };
}
function present(name, items) {
  return items.length === 0 ? {} : { [name]: items };
}
function fromIpPermission(permission2, groupId) {
  const groups = (permission2.UserIdGroupPairs ?? []).map((pair) => pair.GroupId);
  const first = [
    ...permission2.IpRanges ?? [],
    ...permission2.Ipv6Ranges ?? [],
    ...permission2.UserIdGroupPairs ?? []
  ][0];
  return {
    cidrBlocks: (permission2.IpRanges ?? []).map((range) => range.CidrIp),
    description: first?.Description ?? "",
    fromPort: permission2.FromPort ?? 0,
    ipv6CidrBlocks: (permission2.Ipv6Ranges ?? []).map((range) => range.CidrIpv6),
    prefixListIds: (permission2.PrefixListIds ?? []).map((one) => one.PrefixListId),
    protocol: permission2.IpProtocol,
    securityGroups: groups.filter((id) => id !== groupId),
    self: groups.includes(groupId),
    toPort: permission2.ToPort ?? 0
  };
}

// emulation/providers/aws/ec2/security-group.ts
var inputs8 = {
  description: text({ replaces: true, default: "Managed by Pulumi" }),
  egress: inlineRules,
  ingress: inlineRules,
  name: text({ replaces: true }),
  namePrefix: text({ replaces: true }),
  region,
  revokeRulesOnDelete: boolean({ default: false }),
  tags,
  vpcId: text({ replaces: true, computed: true })
};
var securityGroup = {
  inputs: inputs8,
  outputs: ["arn", "ownerId", "tagsAll"],
  autoName: { maxLength: 255 },
  async create(aws, values2) {
    const { vpcId } = values2;
    const created = await (await aws.ec2()).createSecurityGroup({
      GroupName: String(values2["name"]),
      Description: String(values2["description"]),
      ...typeof vpcId === "string" ? { VpcId: vpcId } : {},
      ...tagSpecification("security-group", values2)
    });
    return created.GroupId ?? "";
  },
  async finish(aws, id, values2) {
    const ec2 = await aws.ec2();
    const open = (await describe4(aws, id))?.IpPermissionsEgress ?? [];
    if (open.length > 0) {
      await ec2.revokeSecurityGroupEgress({ GroupId: id, IpPermissions: open });
    }
    await setRules(ec2, id, {}, values2);
  },
  async read(aws, id) {
    const found = await describe4(aws, id);
    return found && {
      arn: await aws.arn("ec2", `security-group/${id}`),
      description: found.Description,
      egress: (found.IpPermissionsEgress ?? []).map((one) => fromIpPermission(one, id)),
      ingress: (found.IpPermissions ?? []).map((one) => fromIpPermission(one, id)),
      name: found.GroupName,
      ownerId: found.OwnerId,
      tagsAll: fromKeyValues(found.Tags),
      vpcId: found.VpcId
    };
  },
  async update(aws, id, news, olds) {
    await setRules(await aws.ec2(), id, olds, news);
    await updateEc2Tags(aws, id, news, olds);
  },
  async delete(aws, id, state) {
    await refuseWhileUsed(aws, "instance.group-id", id, `resource ${id} has a dependent object`);
    const ec2 = await aws.ec2();
    if (state["revokeRulesOnDelete"] === true) {
      const found = await describe4(aws, id);
      await change(ec2, "revoke", "ingress", id, found?.IpPermissions ?? []);
      await change(ec2, "revoke", "egress", id, found?.IpPermissionsEgress ?? []);
    }
    await ec2.deleteSecurityGroup({ GroupId: id });
  }
};
async function describe4(aws, id) {
  const { SecurityGroups: [found] = [] } = await (await aws.ec2()).describeSecurityGroups({ GroupIds: [id] });
  return found;
}
async function setRules(ec2, id, olds, news) {
  for (const direction of ["ingress", "egress"]) {
    if (news[direction] === void 0) {
      continue;
    }
    const before = olds[direction] ?? [];
    const after = news[direction];
    const without2 = (rules, others) => rules.filter((rule) => !others.some((other) => isSameRule(rule, other)));
    await change(
      ec2,
      "revoke",
      direction,
      id,
      without2(before, after).map((rule) => toIpPermission(rule, id))
    );
    await change(
      ec2,
      "authorize",
      direction,
      id,
      without2(after, before).map((rule) => toIpPermission(rule, id))
    );
  }
}
function isSameRule(left, right) {
  return differences({ rule: inlineRules }, { rule: [left] }, { rule: [right] }).length === 0;
}
async function change(ec2, verb, direction, GroupId, IpPermissions) {
  if (IpPermissions.length === 0) {
    return;
  }
  const request3 = { GroupId, IpPermissions };
  if (direction === "ingress") {
    await (verb === "authorize" ? ec2.authorizeSecurityGroupIngress(request3) : ec2.revokeSecurityGroupIngress(request3));
  } else {
    await (verb === "authorize" ? ec2.authorizeSecurityGroupEgress(request3) : ec2.revokeSecurityGroupEgress(request3));
  }
}

// emulation/providers/aws/ec2/security-group-rule.ts
var inputs9 = {
  cidrIpv4: text(),
  cidrIpv6: text(),
  description: text(),
  fromPort: number(),
  ipProtocol: text({ required: true }),
  prefixListId: text(),
  referencedSecurityGroupId: text(),
  region,
  securityGroupId: text({ required: true, replaces: true }),
  tags,
  toPort: number()
};
var peers = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];
function securityGroupRule(direction) {
  return {
    inputs: inputs9,
    outputs: ["arn", "securityGroupRuleId", "tagsAll"],
    check: (values2) => [...peerFailures(values2), ...portFailures(values2)],
    async create(aws, values2) {
      const ec2 = await aws.ec2();
      const request3 = {
        GroupId: String(values2["securityGroupId"]),
        IpPermissions: [permission(values2)],
        ...tagSpecification("security-group-rule", values2)
      };
      const answer = await (direction === "egress" ? ec2.authorizeSecurityGroupEgress(request3) : ec2.authorizeSecurityGroupIngress(request3));
      return answer.SecurityGroupRules?.[0]?.SecurityGroupRuleId ?? "";
    },
    async read(aws, id) {
      const { SecurityGroupRules: [found] = [] } = await (await aws.ec2()).describeSecurityGroupRules({ SecurityGroupRuleIds: [id] });
      return found && {
        arn: await aws.arn("ec2", `security-group-rule/${id}`),
        cidrIpv4: found.CidrIpv4,
        cidrIpv6: found.CidrIpv6,
        description: found.Description,
        ipProtocol: found.IpProtocol,
        // EC2 answers -1 where a rule is for all ports.
        ...found.FromPort === -1 ? {} : { fromPort: found.FromPort, toPort: found.ToPort },
        prefixListId: found.PrefixListId,
        referencedSecurityGroupId: found.ReferencedGroupInfo?.GroupId,
        securityGroupId: found.GroupId,
        securityGroupRuleId: id,
        tagsAll: fromKeyValues(found.Tags)
      };
    },
    async update(aws, id, news, olds) {
      const text2 = (name) => news[name];
      await (await aws.ec2()).modifySecurityGroupRules({
        GroupId: String(news["securityGroupId"]),
        SecurityGroupRules: [
          {
            SecurityGroupRuleId: id,
            SecurityGroupRule: {
              CidrIpv4: text2("cidrIpv4"),
              CidrIpv6: text2("cidrIpv6"),
              Description: text2("description"),
              FromPort: news["fromPort"] ?? -1,
              IpProtocol: text2("ipProtocol"),
              PrefixListId: text2("prefixListId"),
              ReferencedGroupId: text2("referencedSecurityGroupId"),
              ToPort: news["toPort"] ?? -1
            }
          }
        ]
      });
      await updateEc2Tags(aws, id, news, olds);
    },
    async delete(aws, id, state) {
      const ec2 = await aws.ec2();
      const request3 = { GroupId: String(state["securityGroupId"]), SecurityGroupRuleIds: [id] };
      await (direction === "egress" ? ec2.revokeSecurityGroupEgress(request3) : ec2.revokeSecurityGroupIngress(request3));
    }
  };
}
function permission(values2) {
  const description = values2["description"];
  const text2 = description === void 0 ? {} : { Description: description };
  const peer = peers.find((name) => values2[name] !== void 0) ?? "";
  const value = String(values2[peer]);
  const members3 = {
    cidrIpv4: { IpRanges: [{ CidrIp: value, ...text2 }] },
    cidrIpv6: { Ipv6Ranges: [{ CidrIpv6: value, ...text2 }] },
    prefixListId: { PrefixListIds: [{ PrefixListId: value, ...text2 }] },
    referencedSecurityGroupId: { UserIdGroupPairs: [{ GroupId: value, ...text2 }] }
  };
  return {
    IpProtocol: String(values2["ipProtocol"]),
    ...values2["fromPort"] === void 0 ? {} : { FromPort: Number(values2["fromPort"]) },
    ...values2["toPort"] === void 0 ? {} : { ToPort: Number(values2["toPort"]) },
    ...members3[peer]
  };
}
function peerFailures(values2) {
  const given = peers.filter((name) => values2[name] !== void 0);
  return given.length === 1 ? [] : [
    {
      property: "cidrIpv4",
      reason: `exactly one of ${peers.join(", ")} is required; given are ${given.join(", ") || "none"}`
    }
  ];
}
function portFailures(values2) {
  const protocol = values2["ipProtocol"];
  if (isUnknown(protocol)) {
    return [];
  }
  const all = protocol === "-1" || protocol === "all";
  return ["fromPort", "toPort"].flatMap((property) => {
    if (all && values2[property] !== void 0) {
      return [
        { property, reason: `is given, but ipProtocol ${String(protocol)} is for all ports: leave it out` }
      ];
    }
    return !all && values2[property] === void 0 ? [{ property, reason: `is required with ipProtocol ${String(protocol)}` }] : [];
  });
}

// emulation/providers/aws/ec2/cidr.ts
var import_node_net = require("node:net");
function cidrFailures(property, value) {
  if (isUnknown(value)) {
    return [];
  }
  const cidr = String(value);
  const [address = "", length = "", ...rest] = cidr.split("/");
  const bits = /^\d{1,2}$/.test(length) ? Number(length) : NaN;
  if (rest.length > 0 || !(0, import_node_net.isIPv4)(address) || !(bits >= 0 && bits <= 32)) {
    return [{ property, reason: `"${cidr}" is no IPv4 network; required is <address>/<bits>, as 10.0.0.0/16` }];
  }
  const number2 = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  if (bits < 16 || bits > 28) {
    return [{ property, reason: `"${cidr}" has /${bits}; EC2 takes /16 to /28` }];
  }
  return number2 % 2 ** (32 - bits) === 0 ? [] : [{ property, reason: `"${cidr}" does not begin at the first address of a /${bits} network` }];
}

// emulation/providers/aws/ec2/subnet.ts
var inputs10 = {
  assignIpv6AddressOnCreation: boolean({ default: false }),
  availabilityZone: text({ replaces: true, computed: true }),
  availabilityZoneId: text({ replaces: true, computed: true }),
  cidrBlock: text({ replaces: true }),
  mapPublicIpOnLaunch: boolean({ default: false }),
  region,
  tags,
  vpcId: text({ required: true, replaces: true }),
  ...allUnserved(
    "customerOwnedIpv4Pool",
    "enableDns64",
    "enableLniAtDeviceIndex",
    "enableResourceNameDnsARecordOnLaunch",
    "enableResourceNameDnsAaaaRecordOnLaunch",
    "ipv4IpamPoolId",
    "ipv4NetmaskLength",
    "ipv6CidrBlock",
    "ipv6IpamPoolId",
    "ipv6Native",
    "ipv6NetmaskLength",
    "mapCustomerOwnedIpOnLaunch",
    "outpostArn",
    "privateDnsHostnameTypeOnLaunch"
  )
};
var subnet = {
  inputs: inputs10,
  outputs: ["arn", "ipv6CidrBlockAssociationId", "ownerId", "tagsAll"],
  check(values2) {
    const zones = values2["availabilityZone"] !== void 0 && values2["availabilityZoneId"] !== void 0;
    return [
      ...values2["cidrBlock"] === void 0 ? [{ property: "cidrBlock", reason: "is required, as 10.0.0.0/24" }] : cidrFailures("cidrBlock", values2["cidrBlock"]),
      ...zones ? [
        {
          property: "availabilityZoneId",
          reason: "is given together with availabilityZone; give one of them"
        }
      ] : []
    ];
  },
  async create(aws, values2) {
    const created = await (await aws.ec2()).createSubnet({
      VpcId: String(values2["vpcId"]),
      CidrBlock: String(values2["cidrBlock"]),
      AvailabilityZone: values2["availabilityZone"],
      AvailabilityZoneId: values2["availabilityZoneId"],
      ...tagSpecification("subnet", values2)
    });
    return created.Subnet?.SubnetId ?? "";
  },
  finish: (aws, id, values2) => setAttributes(aws, id, values2, { assignIpv6AddressOnCreation: false, mapPublicIpOnLaunch: false }),
  async read(aws, id) {
    const { Subnets: [found] = [] } = await (await aws.ec2()).describeSubnets({ SubnetIds: [id] });
    return found && {
      arn: found.SubnetArn ?? await aws.arn("ec2", `subnet/${id}`),
      assignIpv6AddressOnCreation: found.AssignIpv6AddressOnCreation,
      availabilityZone: found.AvailabilityZone,
      availabilityZoneId: found.AvailabilityZoneId,
      cidrBlock: found.CidrBlock,
      ipv6CidrBlockAssociationId: "",
      mapPublicIpOnLaunch: found.MapPublicIpOnLaunch,
      ownerId: found.OwnerId,
      tagsAll: fromKeyValues(found.Tags),
      vpcId: found.VpcId
    };
  },
  async update(aws, id, news, olds) {
    await setAttributes(aws, id, news, olds);
    await updateEc2Tags(aws, id, news, olds);
  },
  async delete(aws, id) {
    await refuseWhileUsed(aws, "subnet-id", id, `The subnet '${id}' has dependencies and cannot be deleted.`);
    await (await aws.ec2()).deleteSubnet({ SubnetId: id });
  }
};
async function setAttributes(aws, SubnetId, news, olds) {
  const ec2 = await aws.ec2();
  if (news["mapPublicIpOnLaunch"] !== olds["mapPublicIpOnLaunch"]) {
    await ec2.modifySubnetAttribute({
      SubnetId,
      MapPublicIpOnLaunch: { Value: news["mapPublicIpOnLaunch"] === true }
    });
  }
  if (news["assignIpv6AddressOnCreation"] !== olds["assignIpv6AddressOnCreation"]) {
    await ec2.modifySubnetAttribute({
      SubnetId,
      AssignIpv6AddressOnCreation: { Value: news["assignIpv6AddressOnCreation"] === true }
    });
  }
}

// emulation/providers/aws/ec2/vpc.ts
var inputs11 = {
  cidrBlock: text({ replaces: true }),
  enableDnsHostnames: boolean({ computed: true }),
  enableDnsSupport: boolean({ default: true }),
  enableNetworkAddressUsageMetrics: boolean({ computed: true }),
  instanceTenancy: text({ default: "default", oneOf: ["default", "dedicated"] }),
  region,
  tags,
  ...allUnserved(
    "assignGeneratedIpv6CidrBlock",
    "ipv4IpamPoolId",
    "ipv4NetmaskLength",
    "ipv6CidrBlock",
    "ipv6CidrBlockNetworkBorderGroup",
    "ipv6IpamPoolId",
    "ipv6NetmaskLength"
  )
};
var vpc = {
  inputs: inputs11,
  outputs: [
    "arn",
    "defaultNetworkAclId",
    "defaultRouteTableId",
    "defaultSecurityGroupId",
    "dhcpOptionsId",
    "ipv6AssociationId",
    "mainRouteTableId",
    "ownerId",
    "tagsAll"
  ],
  check: (values2) => values2["cidrBlock"] === void 0 ? [{ property: "cidrBlock", reason: "is required, as 10.0.0.0/16" }] : cidrFailures("cidrBlock", values2["cidrBlock"]),
  replacedBy: (changed, _olds, news) => changed.filter((name) => name === "instanceTenancy" && news[name] === "dedicated"),
  async create(aws, values2) {
    const created = await (await aws.ec2()).createVpc({
      CidrBlock: String(values2["cidrBlock"]),
      InstanceTenancy: values2["instanceTenancy"],
      ...tagSpecification("vpc", values2)
    });
    return created.Vpc?.VpcId ?? "";
  },
  finish: (aws, id, values2) => setVpcAttributes(aws, id, values2, {}),
  async read(aws, id) {
    const { Vpcs: [found] = [] } = await (await aws.ec2()).describeVpcs({ VpcIds: [id] });
    return found && {
      arn: await aws.arn("ec2", `vpc/${id}`),
      cidrBlock: found.CidrBlock,
      dhcpOptionsId: found.DhcpOptionsId,
      instanceTenancy: found.InstanceTenancy,
      ipv6AssociationId: "",
      ownerId: found.OwnerId,
      tagsAll: fromKeyValues(found.Tags),
      ...await vpcDefaults(aws, id)
    };
  },
  async update(aws, id, news, olds) {
    await setVpcAttributes(aws, id, news, olds);
    await updateEc2Tags(aws, id, news, olds);
  },
  async delete(aws, id) {
    await (await aws.ec2()).deleteVpc({ VpcId: id });
  }
};

// emulation/providers/aws/ec2.ts
var ec2Types = {
  "aws:ec2/launchTemplate:LaunchTemplate": launchTemplate,
  "aws:ec2/securityGroup:SecurityGroup": securityGroup,
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": securityGroupRule("egress"),
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": securityGroupRule("ingress"),
  "aws:ec2/vpc:Vpc": vpc,
  "aws:ec2/subnet:Subnet": subnet,
  "aws:ec2/internetGateway:InternetGateway": internetGateway,
  "aws:ec2/routeTable:RouteTable": routeTable,
  "aws:ec2/route:Route": route,
  "aws:ec2/routeTableAssociation:RouteTableAssociation": routeTableAssociation,
  "aws:ec2/eip:Eip": eip,
  "aws:ec2/natGateway:NatGateway": natGateway
};

// emulation/providers/aws/ecr.ts
var inputs12 = {
  encryptionConfigurations: list(
    object({ encryptionType: text({ default: "AES256", oneOf: ["AES256", "KMS", "KMS_DSSE"] }), kmsKey: text() }),
    {
      replaces: true
    }
  ),
  forceDelete: boolean(),
  imageScanningConfiguration: object({ scanOnPush: boolean({ required: true }) }),
  imageTagMutability: text({ default: "MUTABLE", oneOf: ["IMMUTABLE", "MUTABLE"] }),
  imageTagMutabilityExclusionFilters: unserved(),
  name: text({ replaces: true }),
  region,
  tags
};
var repository = {
  inputs: inputs12,
  outputs: ["arn", "registryId", "repositoryUrl", "tagsAll"],
  autoName: { maxLength: 256, lowerCase: true },
  async create(aws, values2) {
    const [encryption] = values2["encryptionConfigurations"] ?? [];
    const created = await (await aws.ecr()).createRepository({
      encryptionConfiguration: encryption && {
        encryptionType: encryption.encryptionType ?? "AES256",
        kmsKey: encryption.kmsKey
      },
      imageScanningConfiguration: { scanOnPush: scansOnPush(values2) },
      imageTagMutability: values2["imageTagMutability"],
      repositoryName: String(values2["name"]),
      tags: toKeyValues(tagsOf(values2))
    });
    return created.repository?.repositoryName ?? "";
  },
  async read(aws, id) {
    const ecr = await aws.ecr();
    const { repositories: [found] = [] } = await ecr.describeRepositories({ repositoryNames: [id] });
    const { tags: own } = await ecr.listTagsForResource({ resourceArn: found?.repositoryArn });
    return found && {
      arn: found.repositoryArn,
      encryptionConfigurations: found.encryptionConfiguration === void 0 ? void 0 : [{ ...found.encryptionConfiguration }],
      imageScanningConfiguration: { scanOnPush: found.imageScanningConfiguration?.scanOnPush ?? false },
      imageTagMutability: found.imageTagMutability,
      name: found.repositoryName,
      registryId: found.registryId,
      repositoryUrl: found.repositoryUri,
      tagsAll: fromKeyValues(own)
    };
  },
  async update(aws, id, news, olds) {
    const ecr = await aws.ecr();
    if (news["imageTagMutability"] !== olds["imageTagMutability"]) {
      await ecr.putImageTagMutability({
        repositoryName: id,
        imageTagMutability: news["imageTagMutability"]
      });
    }
    if (scansOnPush(news) !== scansOnPush(olds)) {
      await ecr.putImageScanningConfiguration({
        repositoryName: id,
        imageScanningConfiguration: { scanOnPush: scansOnPush(news) }
      });
    }
    const resourceArn = String(olds["arn"]);
    const { removed, set } = tagChanges(olds, news);
    if (removed.length > 0) {
      await ecr.untagResource({ resourceArn, tagKeys: removed });
    }
    if (Object.keys(set).length > 0) {
      await ecr.tagResource({ resourceArn, tags: toKeyValues(set) });
    }
  },
  async delete(aws, id, state) {
    await (await aws.ecr()).deleteRepository({ repositoryName: id, force: state["forceDelete"] === true });
  }
};
function scansOnPush(values2) {
  return values2["imageScanningConfiguration"]?.["scanOnPush"] === true;
}
var ecrTypes = { "aws:ecr/repository:Repository": repository };

// emulation/providers/aws/ecs/clusters.ts
var fargateProviders = ["FARGATE", "FARGATE_SPOT"];
async function activeClusters(aws) {
  const ecs = await aws.ecs();
  const { clusterArns: clusters = [] } = await ecs.listClusters({});
  const answer = clusters.length === 0 ? void 0 : await ecs.describeClusters({ clusters });
  return answer?.clusters?.filter((one) => one.status === "ACTIVE") ?? [];
}
async function activeCluster(aws, nameOrArn) {
  const answer = await (await aws.ecs()).describeClusters({ clusters: [nameOrArn] });
  const found = answer.clusters?.find((one) => one.status === "ACTIVE");
  if (found === void 0) {
    throw new AwsError("ClusterNotFoundException", "Cluster not found.");
  }
  return found;
}
async function activeServices(aws, cluster2) {
  const ecs = await aws.ecs();
  const { serviceArns = [] } = await ecs.listServices({ cluster: cluster2, maxResults: 100 });
  const found = [];
  for (let from = 0; from < serviceArns.length; from += 10) {
    const answer = await ecs.describeServices({ cluster: cluster2, services: serviceArns.slice(from, from + 10) });
    found.push(...answer.services ?? []);
  }
  return found.filter((one) => one.status === "ACTIVE");
}

// emulation/providers/aws/ecs/tagging.ts
async function updateEcsTags(aws, arn, news, olds) {
  const { removed, set } = tagChanges(olds, news);
  const ecs = await aws.ecs();
  if (removed.length > 0) {
    await ecs.untagResource({ resourceArn: arn, tagKeys: removed });
  }
  if (Object.keys(set).length > 0) {
    await ecs.tagResource({ resourceArn: arn, tags: toEcsTags(set) });
  }
}
function nameOf(nameOrArn) {
  return nameOrArn.split("/").pop() ?? nameOrArn;
}

// emulation/providers/aws/ecs/capacity-provider.ts
var onOff = { oneOf: ["ENABLED", "DISABLED"] };
var inputs13 = {
  autoScalingGroupProvider: object({
    autoScalingGroupArn: text({ required: true, replaces: true }),
    managedDraining: text(onOff),
    managedScaling: object({
      instanceWarmupPeriod: number(),
      maximumScalingStepSize: number(),
      minimumScalingStepSize: number(),
      status: text(onOff),
      targetCapacity: number()
    }),
    managedTerminationProtection: text(onOff)
  }),
  cluster: unserved(),
  managedInstancesProvider: unserved(),
  name: text({ replaces: true }),
  region,
  tags
};
var capacityProvider = {
  inputs: inputs13,
  outputs: ["arn", "tagsAll"],
  autoName: { maxLength: 255 },
  check(values2) {
    const provider = values2["autoScalingGroupProvider"];
    const failures = [];
    if (provider === void 0) {
      failures.push({
        property: "autoScalingGroupProvider",
        reason: "is required: a capacity provider stands on an Auto Scaling group"
      });
    }
    if (/^(aws|ecs|fargate)/i.test(String(values2["name"]))) {
      failures.push({
        property: "name",
        reason: `"${String(values2["name"])}" begins with aws, ecs or fargate, which AWS reserves`
      });
    }
    const scaling = provider?.["managedScaling"];
    if (provider?.["managedTerminationProtection"] === "ENABLED" && (scaling === void 0 || scaling["status"] === "DISABLED")) {
      failures.push({
        property: "autoScalingGroupProvider.managedTerminationProtection",
        reason: "is ENABLED, which requires managedScaling with status ENABLED"
      });
    }
    return failures;
  },
  async create(aws, values2) {
    const members3 = toApi(inputs13, values2, camelCase);
    if (await describe5(aws, members3.name) !== void 0) {
      throw new AwsError("ClientException", `A capacity provider with the name ${members3.name} already exists.`);
    }
    await refuseUnfitGroup(aws, members3.autoScalingGroupProvider);
    const ecs = await aws.ecs();
    const created = await ecs.createCapacityProvider({ ...members3, tags: toEcsTags(tagsOf(values2)) });
    return created.capacityProvider?.capacityProviderArn ?? "";
  },
  async read(aws, id, state) {
    const found = await describe5(aws, id);
    return found && {
      ...withSentDraining(fromApi(inputs13, found, camelCase), state),
      arn: found.capacityProviderArn,
      tagsAll: fromEcsTags(found.tags)
    };
  },
  async update(aws, id, news, olds) {
    const { autoScalingGroupProvider } = toApi(inputs13, news, camelCase);
    const changeable = without(autoScalingGroupProvider, "autoScalingGroupArn");
    await (await aws.ecs()).updateCapacityProvider({ name: nameOf(id), autoScalingGroupProvider: changeable });
    await updateEcsTags(aws, id, news, olds);
  },
  async delete(aws, id) {
    if (await describe5(aws, id) === void 0) {
      return;
    }
    const user = (await activeClusters(aws)).find((one) => one.capacityProviders?.map(nameOf).includes(nameOf(id)));
    if (user !== void 0) {
      throw new AwsError(
        "ClientException",
        `The capacity provider cannot be deleted because it is associated with cluster: ${user.clusterName ?? ""}. Remove the capacity provider from the cluster and try again.`
      );
    }
    await (await aws.ecs()).deleteCapacityProvider({ capacityProvider: id });
  }
};
async function describe5(aws, nameOrArn) {
  const answer = await (await aws.ecs()).describeCapacityProviders({ capacityProviders: [nameOrArn], include: ["TAGS"] });
  return answer.capacityProviders?.find((one) => one.status === "ACTIVE");
}
function withSentDraining(described5, state) {
  const sent = state["autoScalingGroupProvider"]?.["managedDraining"];
  const provider = described5["autoScalingGroupProvider"];
  return sent === void 0 ? described5 : { ...described5, autoScalingGroupProvider: { ...provider, managedDraining: sent } };
}
async function refuseUnfitGroup(aws, provider) {
  const name = nameOf(provider.autoScalingGroupArn);
  const { AutoScalingGroups: groups } = await (await aws.autoScaling()).describeAutoScalingGroups({ AutoScalingGroupNames: [name] });
  const group2 = groups?.find((one) => one.AutoScalingGroupARN === provider.autoScalingGroupArn);
  if (group2 === void 0) {
    throw new AwsError(
      "ClientException",
      `The specified Auto Scaling group does not exist: ${provider.autoScalingGroupArn}.`
    );
  }
  if (provider.managedTerminationProtection === "ENABLED" && group2.NewInstancesProtectedFromScaleIn !== true) {
    throw new AwsError(
      "InvalidParameterException",
      "The managed termination protection setting for the capacity provider is invalid. To enable managed termination protection for a capacity provider, the Auto Scaling group must have instance protection from scale in enabled."
    );
  }
}

// emulation/providers/aws/ecs/cluster.ts
var inputs14 = {
  configuration: object({
    executeCommandConfiguration: object({
      kmsKeyId: text(),
      logConfiguration: object({
        cloudWatchEncryptionEnabled: boolean(),
        cloudWatchLogGroupName: text(),
        s3BucketEncryptionEnabled: boolean({ api: "s3EncryptionEnabled" }),
        s3BucketName: text(),
        s3KeyPrefix: text()
      }),
      logging: text({ oneOf: ["NONE", "DEFAULT", "OVERRIDE"] })
    }),
    managedStorageConfiguration: object({ fargateEphemeralStorageKmsKeyId: text(), kmsKeyId: text() })
  }),
  name: text({ replaces: true, api: "clusterName" }),
  region,
  serviceConnectDefaults: object({ namespace: text({ required: true }) }),
  settings: list(
    object({
      name: text({ required: true, oneOf: ["containerInsights"] }),
      value: text({ required: true, oneOf: ["enabled", "enhanced", "disabled"] })
    }),
    { computed: true, unordered: true }
  ),
  tags
};
var cluster = {
  inputs: inputs14,
  outputs: ["arn", "tagsAll"],
  autoName: { maxLength: 255 },
  check(values2) {
    const command = values2["configuration"]?.["executeCommandConfiguration"];
    return command?.["logging"] === "OVERRIDE" && command["logConfiguration"] === void 0 ? [
      {
        property: "configuration.executeCommandConfiguration.logConfiguration",
        reason: 'logging is "OVERRIDE", which requires a logConfiguration that says where to'
      }
    ] : [];
  },
  async create(aws, values2) {
    const existing = await describe6(aws, String(values2["name"]));
    if (existing !== void 0) {
      throw new AwsError(
        "InvalidParameterException",
        "Arguments on this idempotent request are inconsistent with arguments used in previous request(s)."
      );
    }
    const ecs = await aws.ecs();
    const created = await ecs.createCluster({
      ...toApi(inputs14, values2, camelCase),
      tags: toEcsTags(tagsOf(values2))
    });
    return created.cluster?.clusterArn ?? "";
  },
  async read(aws, id) {
    const found = await describe6(aws, id);
    return found && {
      ...fromApi(inputs14, found, camelCase),
      arn: found.clusterArn,
      tagsAll: fromEcsTags(found.tags)
    };
  },
  async update(aws, id, news, olds) {
    const { settings, configuration, serviceConnectDefaults } = toApi(inputs14, news, camelCase);
    const ecs = await aws.ecs();
    await ecs.updateCluster({ cluster: id, ...{ settings, configuration, serviceConnectDefaults } });
    await updateEcsTags(aws, id, news, olds);
  },
  async delete(aws, id) {
    await refuseWhileInUse(aws, id);
    await (await aws.ecs()).deleteCluster({ cluster: id });
  }
};
async function describe6(aws, nameOrArn) {
  const ecs = await aws.ecs();
  const answer = await ecs.describeClusters({
    clusters: [nameOrArn],
    include: ["CONFIGURATIONS", "SETTINGS", "TAGS"]
  });
  return answer.clusters?.find((one) => one.status === "ACTIVE");
}
async function refuseWhileInUse(aws, id) {
  const ecs = await aws.ecs();
  if ((await activeServices(aws, id)).length > 0) {
    throw new AwsError(
      "ClusterContainsServicesException",
      "The cluster cannot be deleted while services are active."
    );
  }
  const { containerInstanceArns: instances = [] } = await ecs.listContainerInstances({ cluster: id });
  if (instances.length > 0) {
    throw new AwsError(
      "ClusterContainsContainerInstancesException",
      "The cluster cannot be deleted while container instances are active or draining."
    );
  }
}

// emulation/providers/aws/ecs/cluster-capacity-providers.ts
var inputs15 = {
  capacityProviders: list(text(), { unordered: true }),
  clusterName: text({ required: true, replaces: true, api: "cluster" }),
  defaultCapacityProviderStrategies: list(
    object({ base: number(), capacityProvider: text({ required: true }), weight: number() }),
    {
      api: "defaultCapacityProviderStrategy",
      unordered: true
    }
  ),
  region
};
var clusterCapacityProviders = {
  inputs: inputs15,
  outputs: [],
  check: strategiesWithoutProvider,
  async create(aws, values2) {
    const association = associationOf(values2);
    await activeCluster(aws, association.cluster);
    await put(aws, association);
    return association.cluster;
  },
  async read(aws, id) {
    const found = await activeCluster(aws, id);
    if ((found.capacityProviders ?? []).length === 0) {
      return void 0;
    }
    return { ...fromApi(inputs15, found, camelCase), clusterName: id };
  },
  async update(aws, _id, news) {
    await put(aws, associationOf(news));
  },
  async delete(aws, id) {
    await put(aws, { cluster: id, capacityProviders: [], defaultCapacityProviderStrategy: [] });
  }
};
function associationOf(values2) {
  return {
    capacityProviders: [],
    defaultCapacityProviderStrategy: [],
    ...toApi(inputs15, values2, camelCase)
  };
}
async function put(aws, association) {
  const ecs = await aws.ecs();
  const before = (await activeCluster(aws, association.cluster)).capacityProviders ?? [];
  const own = association.capacityProviders.filter((one) => !fargateProviders.includes(one));
  if (own.length > 0) {
    const { failures = [] } = await ecs.describeCapacityProviders({ capacityProviders: own });
    if (failures.length > 0) {
      throw new AwsError(
        "InvalidParameterException",
        "The specified capacity provider was not found. Specify a valid capacity provider and try again."
      );
    }
  }
  const removed = before.filter((one) => !association.capacityProviders.includes(one)).map(nameOf);
  const services = removed.length === 0 ? [] : await activeServices(aws, association.cluster);
  if (services.some(
    (one) => one.capacityProviderStrategy?.some((item) => removed.includes(nameOf(item.capacityProvider ?? "")))
  )) {
    throw new AwsError(
      "ResourceInUseException",
      "The specified capacity provider is in use and cannot be removed."
    );
  }
  await ecs.putClusterCapacityProviders(association);
}
function strategiesWithoutProvider(values2) {
  const providers = values2["capacityProviders"] ?? [];
  const strategies3 = values2["defaultCapacityProviderStrategies"];
  if (!Array.isArray(strategies3) || holdsUnknown(providers)) {
    return [];
  }
  return strategies3.flatMap((strategy, index) => {
    const wanted = strategy["capacityProvider"];
    return holdsUnknown(wanted) || providers.some((one) => nameOf(one) === nameOf(String(wanted))) ? [] : [
      {
        property: `defaultCapacityProviderStrategies[${index}].capacityProvider`,
        reason: `"${String(wanted)}" is not among capacityProviders: add it there, or name one of ${providers.join(", ")}`
      }
    ];
  });
}

// emulation/providers/aws/ecs/service-admission.ts
async function refuseUnfitService(aws, members3, values2) {
  const cluster2 = await activeCluster(aws, members3.cluster ?? "default");
  const associated = (cluster2.capacityProviders ?? []).map(nameOf);
  if (members3.capacityProviderStrategy?.some((item) => !associated.includes(nameOf(item.capacityProvider))) === true) {
    throw invalid(
      "The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster or specify a valid capacity provider and try again."
    );
  }
  const services = await activeServices(aws, cluster2.clusterArn ?? "");
  if (services.some((one) => one.serviceName === members3.serviceName)) {
    throw invalid("Creation of service was not idempotent.");
  }
  if (members3.taskDefinition !== void 0) {
    await refuseUnfitTaskDefinition(aws, members3.taskDefinition, values2["networkConfiguration"] !== void 0);
  }
}
async function refuseUnfitTaskDefinition(aws, taskDefinition2, hasNetwork) {
  const { taskDefinition: found } = await (await aws.ecs()).describeTaskDefinition({ taskDefinition: taskDefinition2 });
  if (found?.status !== "ACTIVE") {
    throw new AwsError("ClientException", "TaskDefinition is inactive");
  }
  if (found.networkMode === "awsvpc" && !hasNetwork) {
    throw invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
  }
  if (found.networkMode !== "awsvpc" && hasNetwork) {
    throw invalid("Network Configuration is not valid for the given networkMode of this task definition.");
  }
}
function invalid(message) {
  return new AwsError("InvalidParameterException", message);
}

// emulation/providers/aws/ecs/cluster-query.ts
var subjects = ["agentConnected", "agentVersion", "ec2InstanceId", "registeredAt", "runningTasksCount"];
var operators = {
  "==": "value",
  equals: "value",
  "!=": "value",
  not_equals: "value",
  ">": "value",
  greater_than: "value",
  ">=": "value",
  greater_than_equal: "value",
  "<": "value",
  less_than: "value",
  "<=": "value",
  less_than_equal: "value",
  "=~": "value",
  matches: "value",
  "!~": "value",
  not_matches: "value",
  exists: "none",
  "!exists": "none",
  not_exists: "none",
  in: "list",
  "!in": "list",
  not_in: "list"
};
var token = /\s*(?:([()[\],])|(&&|\|\||==|!=|>=|<=|=~|!~|>|<|!exists\b|!in\b|!)|("[^"]*"|'[^']*')|([^\s()[\],"'=!<>&|]+))/y;
function clusterQueryError(expression) {
  const tokens = tokenize(expression);
  if (tokens === void 0) {
    return "holds characters that belong to no word, operator or bracket";
  }
  if (tokens.length === 0) {
    return "is empty";
  }
  try {
    const rest = parseEither(tokens, 0);
    return rest === tokens.length ? void 0 : `does not end where "${tokens[rest] ?? ""}" follows`;
  } catch (error) {
    return error.message;
  }
}
function tokenize(expression) {
  const found = [];
  const text2 = expression.trimEnd();
  for (token.lastIndex = 0; token.lastIndex < text2.length; ) {
    const match = token.exec(text2);
    if (match === null) {
      return void 0;
    }
    found.push(match[0].trim());
  }
  return found;
}
function parseEither(tokens, from) {
  const position = parseTerm(tokens, from);
  return ["and", "&&", "or", "||"].includes(tokens[position] ?? "") ? parseEither(tokens, position + 1) : position;
}
function parseTerm(tokens, from) {
  const first = tokens[from];
  if (first === "not" || first === "!") {
    return parseTerm(tokens, from + 1);
  }
  if (first === "(") {
    return expect(tokens, parseEither(tokens, from + 1), ")");
  }
  return parseComparison(tokens, from);
}
function parseComparison(tokens, from) {
  const subject = tokens[from];
  if (subject === void 0 || !(subjects.includes(subject) || /^(attribute|task):[\w.\-/\\]+$/.test(subject))) {
    throw new Error(
      `has ${quoted(subject)} where a subject is required: attribute:<name>, task:<name> or one of ${subjects.join(", ")}`
    );
  }
  const operator = tokens[from + 1] ?? "";
  const kind = Object.hasOwn(operators, operator) ? operators[operator] : void 0;
  if (kind === void 0) {
    throw new Error(`has ${quoted(tokens[from + 1])} where an operator is required, as == or in`);
  }
  if (kind === "none") {
    return from + 2;
  }
  return kind === "value" ? parseValue(tokens, from + 2) : parseList(tokens, from + 2);
}
function parseList(tokens, from) {
  let position = parseValue(tokens, expect(tokens, from, "["));
  while (tokens[position] === ",") {
    position = parseValue(tokens, position + 1);
  }
  return expect(tokens, position, "]");
}
function parseValue(tokens, from) {
  const value = tokens[from];
  if (value === void 0 || /^[()[\],=!<>&|]/.test(value)) {
    throw new Error(`has ${quoted(value)} where a value is required`);
  }
  return from + 1;
}
function expect(tokens, from, wanted) {
  if (tokens[from] !== wanted) {
    throw new Error(`has ${quoted(tokens[from])} where "${wanted}" is required`);
  }
  return from + 1;
}
function quoted(found) {
  return found === void 0 ? "its end" : `"${found}"`;
}

// emulation/providers/aws/ecs/placement.ts
function placementConstraintFailures(constraints) {
  if (!Array.isArray(constraints)) {
    return [];
  }
  return constraints.flatMap((constraint2, index) => {
    if (isUnknown(constraint2)) {
      return [];
    }
    const { type, expression } = constraint2;
    const property = join(join("placementConstraints", index), "expression");
    if (type === "distinctInstance" && expression !== void 0 && expression !== "") {
      return [{ property, reason: "is given, but distinctInstance takes none: leave it out" }];
    }
    if (type !== "memberOf" || isUnknown(expression)) {
      return [];
    }
    if (typeof expression !== "string") {
      return [
        {
          property,
          reason: "is missing; memberOf requires one, as attribute:ecs.instance-type == inf1.xlarge"
        }
      ];
    }
    const error = clusterQueryError(expression);
    return error === void 0 ? [] : [{ property, reason: `"${expression}" ${error} (cluster query language)` }];
  });
}
var binpackFields = ["cpu", "memory"];
function placementStrategyFailures(strategies3) {
  if (!Array.isArray(strategies3)) {
    return [];
  }
  return strategies3.flatMap((strategy, index) => {
    if (isUnknown(strategy)) {
      return [];
    }
    const { type, field } = strategy;
    const property = join(join("orderedPlacementStrategies", index), "field");
    if (isUnknown(field) || field !== void 0 && typeof field !== "string") {
      return [];
    }
    if (type === "random" && field !== void 0 && field !== "") {
      return [{ property, reason: `"${field}" is given, but random takes none: leave it out` }];
    }
    if (type === "binpack" && !binpackFields.includes((field ?? "").toLowerCase())) {
      return [
        {
          property,
          reason: `"${field ?? ""}" is not accepted; binpack requires one of ${binpackFields.join(", ")}`
        }
      ];
    }
    return type === "spread" && (field === void 0 || field === "") ? [
      {
        property,
        reason: "is missing; spread requires one, as attribute:ecs.availability-zone or instanceId"
      }
    ] : [];
  });
}

// emulation/providers/aws/ecs/service-failures.ts
var strategies = "capacityProviderStrategies";
function serviceFailures(values2) {
  return [
    ...placementConstraintFailures(values2["placementConstraints"]),
    ...placementStrategyFailures(values2["orderedPlacementStrategies"]),
    ...launchFailures(values2),
    ...schedulingFailures(values2)
  ];
}
function launchFailures(values2) {
  return values2["launchType"] !== void 0 && values2[strategies] !== void 0 && !isEmpty(values2[strategies]) ? [
    {
      property: "launchType",
      reason: `is given together with ${strategies}; Amazon ECS takes one of them: remove launchType to use the capacity providers`
    }
  ] : [];
}
function isEmpty(value) {
  return Array.isArray(value) && value.length === 0;
}
function schedulingFailures(values2) {
  if (values2["schedulingStrategy"] !== "DAEMON") {
    return values2["taskDefinition"] === void 0 && values2["deploymentController"]?.["type"] !== "EXTERNAL" ? [{ property: "taskDefinition", reason: "is required, unless the deployment controller is EXTERNAL" }] : [];
  }
  return ["desiredCount", "orderedPlacementStrategies"].filter((name) => values2[name] !== void 0 && !holdsUnknown(values2[name])).map((property) => ({
    property,
    reason: "is given, but a DAEMON service runs one task on each instance: leave it out"
  }));
}

// emulation/providers/aws/ecs/service-inputs.ts
var constraint = { expression: text(), type: text({ required: true, oneOf: ["distinctInstance", "memberOf"] }) };
var serviceInputs = {
  alarms: object(
    {
      alarmNames: list(text(), { required: true }),
      enable: boolean({ required: true }),
      rollback: boolean({ required: true })
    },
    { api: false }
  ),
  availabilityZoneRebalancing: text({ computed: true, oneOf: ["ENABLED", "DISABLED"] }),
  capacityProviderStrategies: list(
    object({ base: number(), capacityProvider: text({ required: true }), weight: number() }),
    {
      api: "capacityProviderStrategy",
      unordered: true
    }
  ),
  cluster: text({ replaces: true, computed: true }),
  deploymentCircuitBreaker: object(
    { enable: boolean({ required: true }), rollback: boolean({ required: true }) },
    { api: false }
  ),
  deploymentController: object({
    type: text({ oneOf: ["ECS", "CODE_DEPLOY", "EXTERNAL"], default: "ECS", replaces: true })
  }),
  deploymentMaximumPercent: number({ default: 200, api: false }),
  deploymentMinimumHealthyPercent: number({ default: 100, api: false }),
  desiredCount: number(),
  enableEcsManagedTags: boolean({ default: false, api: "enableECSManagedTags" }),
  enableExecuteCommand: boolean({ default: false }),
  forceDelete: boolean({ api: false }),
  forceNewDeployment: boolean({ default: false, api: false }),
  healthCheckGracePeriodSeconds: number(),
  iamRole: text({ replaces: true, computed: true, api: "role" }),
  launchType: text({ replaces: true, computed: true, oneOf: ["EC2", "EXTERNAL", "FARGATE"] }),
  loadBalancers: list(
    object({
      advancedConfiguration: object({
        alternateTargetGroupArn: text({ required: true }),
        productionListenerRule: text({ required: true }),
        roleArn: text({ required: true }),
        testListenerRule: text()
      }),
      containerName: text({ required: true }),
      containerPort: number({ required: true }),
      elbName: text({ api: "loadBalancerName" }),
      targetGroupArn: text()
    }),
    { unordered: true }
  ),
  name: text({ replaces: true, api: "serviceName" }),
  networkConfiguration: object(
    {
      assignPublicIp: boolean({ api: false }),
      securityGroups: list(text(), { unordered: true }),
      subnets: list(text(), { required: true, unordered: true })
    },
    { api: false }
  ),
  orderedPlacementStrategies: list(
    object({ field: text(), type: text({ required: true, oneOf: ["binpack", "random", "spread"] }) }),
    {
      api: "placementStrategy"
    }
  ),
  placementConstraints: list(object(constraint), { unordered: true }),
  platformVersion: text({ computed: true }),
  propagateTags: text({ oneOf: ["SERVICE", "TASK_DEFINITION", "NONE"] }),
  region,
  schedulingStrategy: text({ replaces: true, default: "REPLICA", oneOf: ["DAEMON", "REPLICA"] }),
  serviceRegistries: object(
    { containerName: text(), containerPort: number(), port: number(), registryArn: text({ required: true }) },
    { api: false }
  ),
  sigintRollback: boolean({ default: false, api: false }),
  tags,
  taskDefinition: text(),
  triggers: map(text(), { computed: true, api: false }),
  waitForSteadyState: boolean({ default: false, api: false }),
  ...allUnserved(
    "deploymentConfiguration",
    "serviceConnectConfiguration",
    "volumeConfiguration",
    "vpcLatticeConfigurations"
  )
};
function serviceMembers(values2) {
  const members3 = toApi(serviceInputs, values2, camelCase);
  const network = values2["networkConfiguration"];
  const registry = values2["serviceRegistries"];
  return {
    ...members3,
    ...{ deploymentConfiguration: deploymentConfiguration(values2) },
    ...registry === void 0 ? {} : { serviceRegistries: [registry] },
    ...network === void 0 ? {} : {
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: network["subnets"],
          securityGroups: network["securityGroups"] ?? [],
          assignPublicIp: network["assignPublicIp"] === true ? "ENABLED" : "DISABLED"
        }
      }
    }
  };
}
function deploymentConfiguration(values2) {
  const daemon = values2["schedulingStrategy"] === "DAEMON";
  return {
    // A daemon service's maximum is AWS's own.
    ...daemon ? {} : { maximumPercent: values2["deploymentMaximumPercent"] },
    minimumHealthyPercent: values2["deploymentMinimumHealthyPercent"],
    ...values2["deploymentCircuitBreaker"] === void 0 ? {} : { deploymentCircuitBreaker: values2["deploymentCircuitBreaker"] },
    ...values2["alarms"] === void 0 ? {} : { alarms: values2["alarms"] }
  };
}

// emulation/providers/aws/ecs/steady-state.ts
var import_promises3 = require("node:timers/promises");
var defaultTimeoutSeconds = 20 * 60;
async function settle(aws, arn, values2, timeoutSeconds) {
  if (values2["waitForSteadyState"] !== true) {
    return;
  }
  const ecs = await aws.ecs();
  const cluster2 = values2["cluster"];
  const seconds = timeoutSeconds > 0 ? timeoutSeconds : defaultTimeoutSeconds;
  const deadline = Date.now() + seconds * 1e3;
  for (; ; ) {
    const { services = [] } = await ecs.describeServices({ cluster: cluster2, services: [arn] });
    const [found] = services;
    if (found !== void 0 && found.runningCount === found.desiredCount && (found.deployments ?? []).length <= 1) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `the service did not reach a steady state within ${seconds} s: ${found?.runningCount ?? 0} of ${found?.desiredCount ?? 0} tasks run`
      );
    }
    await (0, import_promises3.setTimeout)(1e3);
  }
}

// emulation/providers/aws/ecs/service.ts
var strategies2 = "capacityProviderStrategies";
var onlyCreated = ["serviceName", "launchType", "schedulingStrategy", "deploymentController", "role"];
var emptied2 = {
  loadBalancers: { loadBalancers: [] },
  orderedPlacementStrategies: { placementStrategy: [] },
  placementConstraints: { placementConstraints: [] },
  serviceRegistries: { serviceRegistries: [] }
};
var service = {
  inputs: serviceInputs,
  outputs: ["arn", "tagsAll"],
  autoName: { maxLength: 255 },
  check: serviceFailures,
  replacedBy(changed, olds, news) {
    const [before, after] = [olds, news].map((values2) => (values2[strategies2] ?? []).length > 0);
    return changed.includes(strategies2) && (before !== after || news["forceNewDeployment"] !== true) ? [strategies2] : [];
  },
  async create(aws, values2) {
    const members3 = serviceMembers(values2);
    await refuseUnfitService(aws, members3, values2);
    const created = await (await aws.ecs()).createService({ ...members3, tags: toEcsTags(tagsOf(values2)) });
    return created.service?.serviceArn ?? "";
  },
  async finish(aws, id, values2, timeoutSeconds) {
    const { cluster: cluster2, ...members3 } = serviceMembers(values2);
    await (await aws.ecs()).updateService({ cluster: cluster2, service: id, ...without(members3, ...onlyCreated, "desiredCount") });
    await settle(aws, id, values2, timeoutSeconds);
  },
  async read(aws, id, state) {
    const found = await describe7(aws, id, clusterOf(id, state));
    return found && { ...described3(found, state), tagsAll: fromEcsTags(found.tags) };
  },
  async update(aws, id, news, olds, timeoutSeconds) {
    const { cluster: cluster2, ...members3 } = serviceMembers(news);
    await (await aws.ecs()).updateService({
      cluster: cluster2,
      service: id,
      ...without(members3, ...onlyCreated),
      ...cleared(emptied2, olds, news),
      ...news["forceNewDeployment"] === true ? { forceNewDeployment: true } : {}
    });
    await updateEcsTags(aws, id, news, olds);
    await settle(aws, id, news, timeoutSeconds);
  },
  async delete(aws, id, state) {
    const cluster2 = clusterOf(id, state);
    const ecs = await aws.ecs();
    const found = await describe7(aws, id, cluster2);
    if (found === void 0) {
      return;
    }
    const force = state["forceDelete"] === true;
    if (found.schedulingStrategy !== "DAEMON" && !force) {
      await ecs.updateService({ cluster: cluster2, service: id, desiredCount: 0 });
    }
    await ecs.deleteService({ cluster: cluster2, service: id, force });
  }
};
async function describe7(aws, arn, cluster2) {
  const answer = await (await aws.ecs()).describeServices({ cluster: cluster2, services: [arn], include: ["TAGS"] });
  return answer.services?.find((one) => one.status !== "INACTIVE");
}
function clusterOf(arn, state) {
  return state["cluster"] ?? arn.split("/")[1] ?? "default";
}
function described3(found, state) {
  const deployment = found.deploymentConfiguration;
  const network = found.networkConfiguration?.awsvpcConfiguration;
  const { launchType, ...members3 } = fromApi(serviceInputs, found, camelCase);
  return {
    ...members3,
    // The emulator says EC2 where AWS says nothing, as a strategy takes the launch type's place.
    launchType: (found.capacityProviderStrategy ?? []).length > 0 ? "" : launchType,
    platformVersion: found.platformVersion ?? "",
    triggers: {},
    // AWS answers ARNs where the program may have given names.
    ...sameResource("cluster", state["cluster"], found.clusterArn),
    ...sameResource("taskDefinition", state["taskDefinition"], found.taskDefinition),
    iamRole: found.roleArn ?? "",
    arn: found.serviceArn,
    deploymentMaximumPercent: deployment?.maximumPercent,
    deploymentMinimumHealthyPercent: deployment?.minimumHealthyPercent,
    deploymentCircuitBreaker: deployment?.deploymentCircuitBreaker,
    networkConfiguration: network && {
      subnets: network.subnets,
      securityGroups: network.securityGroups,
      assignPublicIp: network.assignPublicIp === "ENABLED"
    }
  };
}
function sameResource(name, given, described5) {
  const same = typeof given === "string" && described5 !== void 0 && nameOf(given) === nameOf(described5);
  return { [name]: same ? given : described5 };
}

// emulation/providers/aws/ecs/container-definition.ts
var containerDefinition = {
  command: list(text()),
  cpu: number({ default: 0 }),
  credentialSpecs: list(text()),
  dependsOn: list(
    object({
      containerName: text({ required: true }),
      condition: text({ required: true, oneOf: ["START", "COMPLETE", "SUCCESS", "HEALTHY"] })
    })
  ),
  disableNetworking: boolean(),
  dnsSearchDomains: list(text()),
  dnsServers: list(text()),
  dockerLabels: map(text()),
  dockerSecurityOptions: list(text()),
  entryPoint: list(text()),
  environment: list(object({ name: text({ required: true }), value: text() }), { unordered: true }),
  environmentFiles: list(object({ type: text({ required: true, oneOf: ["s3"] }), value: text({ required: true }) })),
  essential: boolean({ default: true }),
  extraHosts: list(object({ hostname: text({ required: true }), ipAddress: text({ required: true }) })),
  firelensConfiguration: object({
    type: text({ required: true, oneOf: ["fluentd", "fluentbit"] }),
    options: map(text())
  }),
  healthCheck: object({
    command: list(text(), { required: true }),
    interval: number({ default: 30 }),
    retries: number({ default: 3 }),
    startPeriod: number(),
    timeout: number({ default: 5 })
  }),
  hostname: text(),
  image: text({ required: true }),
  interactive: boolean(),
  links: list(text()),
  linuxParameters: object({
    capabilities: object({ add: list(text(), { unordered: true }), drop: list(text(), { unordered: true }) }),
    devices: list(
      object({
        hostPath: text({ required: true }),
        containerPath: text(),
        permissions: list(text({ oneOf: ["read", "write", "mknod"] }), { unordered: true })
      })
    ),
    initProcessEnabled: boolean(),
    maxSwap: number(),
    sharedMemorySize: number(),
    swappiness: number(),
    tmpfs: list(
      object({
        containerPath: text({ required: true }),
        size: number({ required: true }),
        mountOptions: list(text())
      })
    )
  }),
  logConfiguration: object({
    logDriver: text({
      required: true,
      oneOf: ["awsfirelens", "awslogs", "fluentd", "gelf", "journald", "json-file", "splunk", "syslog"]
    }),
    options: map(text()),
    secretOptions: list(object({ name: text({ required: true }), valueFrom: text({ required: true }) }), {
      unordered: true
    })
  }),
  memory: number(),
  memoryReservation: number(),
  mountPoints: list(object({ containerPath: text(), readOnly: boolean(), sourceVolume: text() })),
  name: text({ required: true }),
  portMappings: list(
    object({
      appProtocol: text({ oneOf: ["http", "http2", "grpc"] }),
      containerPort: number(),
      containerPortRange: text(),
      hostPort: number({ default: 0 }),
      name: text(),
      protocol: text({ oneOf: ["tcp", "udp"], default: "tcp" })
    }),
    { unordered: true }
  ),
  privileged: boolean(),
  pseudoTerminal: boolean(),
  readonlyRootFilesystem: boolean(),
  repositoryCredentials: object({ credentialsParameter: text({ required: true }) }),
  resourceRequirements: list(
    object({
      sharingStrategy: unserved(),
      type: text({ required: true, oneOf: ["GPU", "InferenceAccelerator", "NeuronDevice"] }),
      value: text()
    })
  ),
  restartPolicy: object({
    enabled: boolean({ required: true }),
    ignoredExitCodes: list(number()),
    restartAttemptPeriod: number()
  }),
  secrets: list(object({ name: text({ required: true }), valueFrom: text({ required: true }) }), { unordered: true }),
  startTimeout: number(),
  stopTimeout: number(),
  systemControls: list(object({ namespace: text(), value: text() }), { unordered: true }),
  ulimits: list(
    object({
      hardLimit: number({ required: true }),
      name: text({ required: true }),
      softLimit: number({ required: true })
    }),
    { unordered: true }
  ),
  user: text(),
  versionConsistency: text({ oneOf: ["enabled", "disabled"] }),
  volumesFrom: list(object({ readOnly: boolean(), sourceContainer: text() })),
  workingDirectory: text()
};

// emulation/providers/aws/ecs/container-dependencies.ts
function dependencyFailures(containers) {
  const byName = new Map(containers.map((container) => [String(container.definition["name"]), container]));
  const failures = containers.flatMap(
    (container, index) => dependenciesOf(container).flatMap((dependency, position) => {
      const property = `containerDefinitions[${index}].dependsOn[${position}]`;
      const target = byName.get(dependency.containerName);
      if (target === void 0 || target === container) {
        return [
          {
            property: `${property}.containerName`,
            reason: `"${dependency.containerName}" is no other container of the task`
          }
        ];
      }
      return target.isWellTyped ? conditionFailures(dependency, target.definition, property) : [];
    })
  );
  const cycle = findCycle(byName);
  return cycle === void 0 ? failures : [
    ...failures,
    { property: "containerDefinitions", reason: `containers wait for each other: ${cycle.join(" -> ")}` }
  ];
}
function conditionFailures({ containerName, condition }, target, property) {
  if (condition === "HEALTHY" && target["healthCheck"] === void 0) {
    return [
      {
        property: `${property}.condition`,
        reason: `is HEALTHY, which requires a healthCheck on "${containerName}"`
      }
    ];
  }
  return (condition === "COMPLETE" || condition === "SUCCESS") && target["essential"] !== false ? [
    {
      property: `${property}.condition`,
      reason: `is ${condition}, which an essential container cannot reach: set essential to false on "${containerName}"`
    }
  ] : [];
}
function dependenciesOf({ definition, isWellTyped }) {
  return isWellTyped ? definition["dependsOn"] ?? [] : [];
}
function findCycle(byName) {
  const done = /* @__PURE__ */ new Set();
  const visit = (name, path) => {
    if (path.includes(name)) {
      return [...path.slice(path.indexOf(name)), name];
    }
    const container = done.has(name) ? void 0 : byName.get(name);
    done.add(name);
    for (const { containerName } of container === void 0 ? [] : dependenciesOf(container)) {
      const cycle = containerName === name ? void 0 : visit(containerName, [...path, name]);
      if (cycle !== void 0) {
        return cycle;
      }
    }
    return void 0;
  };
  for (const name of byName.keys()) {
    const cycle = visit(name, []);
    if (cycle !== void 0) {
      return cycle;
    }
  }
  return void 0;
}

// emulation/providers/aws/ecs/container-relations.ts
var leastMemoryMiB = 6;
function relationFailures(containers, task) {
  const names = containers.map(({ definition }) => definition["name"]);
  return [
    ...duplicateNames(names),
    ...containers.some(({ definition }) => definition["essential"] !== false) ? [] : [{ property: "containerDefinitions", reason: "has no essential container; at least one must be" }],
    ...containers.flatMap(({ definition, isWellTyped }, index) => {
      const path = `containerDefinitions[${index}]`;
      return isWellTyped ? [
        ...nameFailures(definition, path),
        ...memoryFailures(definition, path, task),
        ...portFailures2(definition, path, task.networkMode),
        ...volumeFailures(definition, path, names, task.volumes)
      ] : [];
    }),
    ...dependencyFailures(containers)
  ];
}
function duplicateNames(names) {
  return names.flatMap(
    (name, index) => typeof name === "string" && names.indexOf(name) < index ? [
      {
        property: `containerDefinitions[${index}].name`,
        reason: `"${name}" is the name of an earlier container; names are unique`
      }
    ] : []
  );
}
function nameFailures(container, path) {
  return /^[\w-]{1,255}$/.test(String(container["name"])) ? [] : [
    {
      property: `${path}.name`,
      reason: `"${String(container["name"])}" is not accepted; a name has 1 to 255 letters, digits, hyphens and underscores`
    }
  ];
}
function memoryFailures(container, path, task) {
  const memory = container["memory"];
  const reservation = container["memoryReservation"];
  if (memory === void 0 && reservation === void 0 && task.hasMemory === false) {
    return [
      {
        property: path,
        reason: "has neither memory nor memoryReservation (MiB), and the task has no memory either: give one of them"
      }
    ];
  }
  const tooSmall = Object.entries({ memory, memoryReservation: reservation }).filter(([, value]) => value !== void 0 && value < leastMemoryMiB).map(([name, value]) => ({
    property: `${path}.${name}`,
    reason: `is ${String(value)} MiB; at least ${leastMemoryMiB} MiB are required`
  }));
  if (memory !== void 0 && reservation !== void 0 && memory < reservation) {
    tooSmall.push({
      property: `${path}.memory`,
      reason: `is ${memory} MiB, less than the memoryReservation of ${reservation} MiB`
    });
  }
  return tooSmall;
}
function portFailures2(container, path, networkMode) {
  const mappings = container["portMappings"] ?? [];
  return mappings.flatMap((mapping, index) => {
    const property = join(`${path}.portMappings`, index);
    const { containerPort, hostPort, containerPortRange } = mapping;
    if (networkMode === "none") {
      return [{ property, reason: 'is given, but networkMode "none" takes no port mappings' }];
    }
    const outside = Object.entries({ containerPort, hostPort }).filter(([, port]) => typeof port === "number" && !(Number.isInteger(port) && port >= 0 && port <= 65535)).map(([name, port]) => ({
      property: `${property}.${name}`,
      reason: `is ${String(port)}; a port lies between 0 and 65535`
    }));
    if (containerPort === void 0 === (containerPortRange === void 0)) {
      return [...outside, { property, reason: "requires either containerPort or containerPortRange" }];
    }
    return (networkMode === "awsvpc" || networkMode === "host") && hostPort !== void 0 && hostPort !== containerPort ? [
      ...outside,
      {
        property: `${property}.hostPort`,
        reason: `is ${hostPort}; with networkMode "${networkMode}" it must equal the containerPort, ${containerPort}, or be left out`
      }
    ] : outside;
  });
}
function volumeFailures(container, path, names, volumes) {
  const mounts = container["mountPoints"] ?? [];
  const undeclared = mounts.flatMap(
    (mount, index) => volumes === void 0 || volumes.includes(String(mount["sourceVolume"])) ? [] : [
      {
        property: `${path}.mountPoints[${index}].sourceVolume`,
        reason: `"${String(mount["sourceVolume"])}" is no volume of the task, which declares ${volumes.join(", ") || "none"}`
      }
    ]
  );
  const sources = container["volumesFrom"] ?? [];
  const missing = sources.flatMap(
    (source, index) => names.includes(source["sourceContainer"]) && source["sourceContainer"] !== container["name"] ? [] : [
      {
        property: `${path}.volumesFrom[${index}].sourceContainer`,
        reason: `"${String(source["sourceContainer"])}" is no other container of the task`
      }
    ]
  );
  return [...undeclared, ...missing];
}

// emulation/providers/aws/ecs/container-definitions.ts
var root = "containerDefinitions";
function containerDefinitionsFailures(json, task) {
  let parsed;
  try {
    parsed = JSON.parse(json);
  } catch {
    return [
      { property: root, reason: "is not JSON: give the list of container definitions through JSON.stringify" }
    ];
  }
  if (!Array.isArray(parsed)) {
    return [{ property: root, reason: `must be a JSON list of container definitions, not ${nameOfType(parsed)}` }];
  }
  if (parsed.length === 0) {
    return [{ property: root, reason: "is an empty list; a task definition requires at least one container" }];
  }
  const shapes = parsed.map((container, index) => checkContainer(container, `${root}[${index}]`));
  const containers = shapes.map(({ isWellTyped }, index) => ({
    definition: asObject(parsed[index]),
    isWellTyped
  }));
  return [...shapes.flatMap(({ failures }) => failures), ...relationFailures(containers, task)];
}
function checkContainer(container, path) {
  return isObject(container) ? checkJson(containerDefinition, container, path) : {
    failures: [{ property: path, reason: `must be an object, not ${nameOfType(container)}` }],
    isWellTyped: false
  };
}
function asObject(container) {
  return isObject(container) ? container : {};
}
var asList = list(object(containerDefinition), { unordered: true });
function containerDefinitionsMeaning(json) {
  try {
    return meaning(asList, JSON.parse(json));
  } catch {
    return json;
  }
}

// emulation/providers/aws/ecs/fargate.ts
function fargateFailures(values2) {
  const compatibilities = values2["requiresCompatibilities"];
  if (!Array.isArray(compatibilities) || !compatibilities.includes("FARGATE")) {
    return [];
  }
  const failures = [];
  for (const property of ["cpu", "memory"]) {
    if (values2[property] === void 0) {
      failures.push({ property, reason: "is missing; Fargate requires the task's cpu and memory" });
    }
  }
  if (values2["networkMode"] !== "awsvpc" && !isUnknown(values2["networkMode"])) {
    failures.push({ property: "networkMode", reason: 'must be "awsvpc" for Fargate' });
  }
  return failures;
}

// emulation/providers/aws/ecs/task-definition-failures.ts
function taskDefinitionFailures(values2) {
  return [
    ...familyFailures(values2["family"]),
    ...volumeNameFailures(values2["volumes"]),
    ...placementConstraintFailures(values2["placementConstraints"]),
    ...fargateFailures(values2),
    ...containerFailures(values2)
  ];
}
function containerFailures(values2) {
  const { containerDefinitions, memory } = values2;
  if (isUnknown(containerDefinitions)) {
    return [];
  }
  return containerDefinitionsFailures(String(containerDefinitions), {
    networkMode: networkModeOf(values2),
    volumes: volumeNames(values2["volumes"]),
    hasMemory: isUnknown(memory) ? void 0 : memory !== void 0
  });
}
function familyFailures(family) {
  return isUnknown(family) || /^[\w-]{1,255}$/.test(String(family)) ? [] : [
    {
      property: "family",
      reason: `"${String(family)}" is not accepted; a family has 1 to 255 letters, digits, hyphens and underscores`
    }
  ];
}
function volumeNameFailures(volumes) {
  const names = volumeNames(volumes) ?? [];
  return names.flatMap(
    (name, index) => names.indexOf(name) < index ? [
      {
        property: `volumes[${index}].name`,
        reason: `"${name}" is the name of an earlier volume; names are unique`
      }
    ] : []
  );
}
function volumeNames(volumes) {
  if (isUnknown(volumes)) {
    return void 0;
  }
  const names = (volumes ?? []).map((one) => isUnknown(one) ? one : one["name"]);
  return holdsUnknown(names) ? void 0 : names.map(String);
}
function networkModeOf(values2) {
  const mode = values2["networkMode"];
  return typeof mode === "string" && !isUnknown(mode) ? mode : void 0;
}

// emulation/providers/aws/ecs/task-definition-inputs.ts
var volumeInputs = {
  configureAtLaunch: unserved(),
  dockerVolumeConfiguration: object({
    autoprovision: boolean(),
    driver: text(),
    driverOpts: map(text()),
    labels: map(text()),
    scope: text({ oneOf: ["shared", "task"] })
  }),
  efsVolumeConfiguration: object({
    authorizationConfig: object({ accessPointId: text(), iam: text({ oneOf: ["ENABLED", "DISABLED"] }) }),
    fileSystemId: text({ required: true }),
    rootDirectory: text({ default: "/" }),
    transitEncryption: text({ oneOf: ["ENABLED", "DISABLED"] }),
    transitEncryptionPort: number()
  }),
  fsxWindowsFileServerVolumeConfiguration: unserved(),
  hostPath: text({ api: false }),
  name: text({ required: true }),
  s3filesVolumeConfiguration: unserved()
};
var replaces2 = { replaces: true };
var taskDefinitionInputs = {
  containerDefinitions: text({ required: true, replaces: true, api: false, meaning: containerDefinitionsMeaning }),
  cpu: text(replaces2),
  enableFaultInjection: boolean({ ...replaces2, computed: true }),
  ephemeralStorage: object({ sizeInGib: number({ required: true, api: "sizeInGiB" }) }, replaces2),
  executionRoleArn: text(replaces2),
  family: text({ required: true, replaces: true }),
  ipcMode: text({ ...replaces2, oneOf: ["host", "none", "task"] }),
  memory: text(replaces2),
  networkMode: text({ ...replaces2, computed: true, oneOf: ["awsvpc", "bridge", "host", "none"] }),
  pidMode: text({ ...replaces2, oneOf: ["host", "task"] }),
  placementConstraints: list(object({ expression: text(), type: text({ required: true, oneOf: ["memberOf"] }) }), {
    ...replaces2,
    unordered: true
  }),
  proxyConfiguration: object(
    { containerName: text({ required: true }), properties: map(text()), type: text({ oneOf: ["APPMESH"] }) },
    { ...replaces2, api: false }
  ),
  region,
  requiresCompatibilities: list(text({ oneOf: ["EC2", "EXTERNAL", "FARGATE", "MANAGED_INSTANCES"] }), {
    ...replaces2,
    unordered: true
  }),
  runtimePlatform: object(
    { cpuArchitecture: text({ oneOf: ["ARM64", "X86_64"] }), operatingSystemFamily: text() },
    replaces2
  ),
  skipDestroy: boolean({ default: false, api: false }),
  tags,
  taskRoleArn: text(replaces2),
  trackLatest: boolean({ default: false, api: false }),
  volumes: list(object(volumeInputs), { ...replaces2, api: false, unordered: true })
};

// emulation/providers/aws/ecs/task-definition.ts
var taskDefinition = {
  inputs: taskDefinitionInputs,
  outputs: ["arn", "arnWithoutRevision", "revision", "tagsAll"],
  check: taskDefinitionFailures,
  async create(aws, values2) {
    const volumes = values2["volumes"];
    const proxy = values2["proxyConfiguration"];
    const registered = await (await aws.ecs()).registerTaskDefinition({
      ...toApi(taskDefinitionInputs, values2, camelCase),
      containerDefinitions: JSON.parse(String(values2["containerDefinitions"])),
      volumes: volumes?.map((one) => ({
        ...toApi(volumeInputs, one, camelCase),
        ...one["hostPath"] === void 0 ? {} : { host: { sourcePath: one["hostPath"] } }
      })),
      proxyConfiguration: proxy && {
        containerName: proxy.containerName,
        type: proxy.type,
        properties: Object.entries(proxy.properties ?? {}).map(([name, value]) => ({ name, value }))
      },
      ...Object.keys(tagsOf(values2)).length === 0 ? {} : { tags: toEcsTags(tagsOf(values2)) }
    });
    values2["arn"] = registered.taskDefinition?.taskDefinitionArn;
    return registered.taskDefinition?.family ?? "";
  },
  async read(aws, id, state) {
    const arn = state["arn"];
    const wanted = state["trackLatest"] === true ? id : arn ?? id;
    const answer = await (await aws.ecs()).describeTaskDefinition({ taskDefinition: wanted, include: ["TAGS"] });
    const found = answer.taskDefinition;
    return found?.status === "ACTIVE" ? { ...described4(found), tagsAll: fromEcsTags(answer.tags) } : void 0;
  },
  async update(aws, _id, news, olds) {
    news["arn"] = olds["arn"];
    await updateEcsTags(aws, String(olds["arn"]), news, olds);
  },
  async delete(aws, _id, state) {
    if (state["skipDestroy"] !== true) {
      await (await aws.ecs()).deregisterTaskDefinition({ taskDefinition: String(state["arn"]) });
    }
  }
};
function described4(found) {
  const arn = found.taskDefinitionArn ?? "";
  return {
    ...fromApi(taskDefinitionInputs, found, camelCase),
    arn,
    enableFaultInjection: found.enableFaultInjection ?? false,
    arnWithoutRevision: arn.replace(/:\d+$/, ""),
    revision: found.revision,
    containerDefinitions: JSON.stringify(found.containerDefinitions),
    volumes: found.volumes?.map((one) => ({
      ...fromApi(volumeInputs, one, camelCase),
      ...one.host?.sourcePath === void 0 ? {} : { hostPath: one.host.sourcePath }
    }))
  };
}

// emulation/providers/aws/ecs.ts
var ecsTypes = {
  "aws:ecs/cluster:Cluster": cluster,
  "aws:ecs/capacityProvider:CapacityProvider": capacityProvider,
  "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders": clusterCapacityProviders,
  "aws:ecs/taskDefinition:TaskDefinition": taskDefinition,
  "aws:ecs/service:Service": service
};

// emulation/providers/aws/iam/instance-profile.ts
var inputs16 = {
  name: text({ replaces: true }),
  namePrefix: text({ replaces: true }),
  path: text({ replaces: true, default: "/" }),
  role: text(),
  tags
};
var instanceProfile = {
  inputs: inputs16,
  outputs: ["arn", "createDate", "tagsAll", "uniqueId"],
  autoName: { maxLength: 128 },
  async create(aws, values2) {
    const created = await (await aws.iam()).createInstanceProfile({
      InstanceProfileName: String(values2["name"]),
      Path: String(values2["path"]),
      Tags: toKeyValues(tagsOf(values2))
    });
    return created.InstanceProfile?.InstanceProfileName ?? "";
  },
  async finish(aws, id, values2) {
    await setRole(await aws.iam(), id, void 0, values2["role"]);
  },
  async read(aws, id) {
    const { InstanceProfile: found } = await (await aws.iam()).getInstanceProfile({ InstanceProfileName: id });
    return found && {
      arn: found.Arn,
      createDate: found.CreateDate?.toISOString(),
      name: found.InstanceProfileName,
      path: found.Path,
      role: found.Roles?.[0]?.RoleName,
      tagsAll: fromKeyValues(found.Tags),
      uniqueId: found.InstanceProfileId
    };
  },
  async update(aws, id, news, olds) {
    const iam = await aws.iam();
    await setRole(iam, id, olds["role"], news["role"]);
    const { removed, set } = tagChanges(olds, news);
    if (removed.length > 0) {
      await iam.untagInstanceProfile({ InstanceProfileName: id, TagKeys: removed });
    }
    if (Object.keys(set).length > 0) {
      await iam.tagInstanceProfile({ InstanceProfileName: id, Tags: toKeyValues(set) });
    }
  },
  async delete(aws, id, state) {
    const iam = await aws.iam();
    await setRole(iam, id, state["role"], void 0);
    await iam.deleteInstanceProfile({ InstanceProfileName: id });
  }
};
async function setRole(iam, InstanceProfileName, before, after) {
  if (before === after) {
    return;
  }
  if (typeof before === "string") {
    await unlessGone(iam.removeRoleFromInstanceProfile({ InstanceProfileName, RoleName: before }));
  }
  if (typeof after === "string") {
    await iam.addRoleToInstanceProfile({ InstanceProfileName, RoleName: after });
  }
}

// emulation/providers/aws/iam/policy-document.ts
function policyFailures(property, policy) {
  if (typeof policy !== "string" || isUnknown(policy)) {
    return [];
  }
  let parsed;
  try {
    parsed = JSON.parse(policy);
  } catch {
    return [{ property, reason: "is not JSON: give the policy through JSON.stringify" }];
  }
  if (!isObject(parsed)) {
    return [{ property, reason: `must be a JSON object, not ${nameOfType(parsed)}` }];
  }
  return parsed["Statement"] === void 0 ? [{ property, reason: "has no Statement; a policy requires at least one" }] : [];
}
function decodedPolicy(policy) {
  return policy === void 0 ? void 0 : decodeURIComponent(policy);
}

// emulation/providers/aws/iam/role-policies.ts
async function setPolicies(iam, RoleName, olds, news) {
  if (news["managedPolicyArns"] !== void 0) {
    for (const PolicyArn of attached(olds).filter((arn) => !attached(news).includes(arn))) {
      await iam.detachRolePolicy({ RoleName, PolicyArn });
    }
    for (const PolicyArn of attached(news).filter((arn) => !attached(olds).includes(arn))) {
      await iam.attachRolePolicy({ RoleName, PolicyArn });
    }
  }
  if (news["inlinePolicies"] !== void 0) {
    for (const { name } of inline(olds).filter((one) => !inline(news).some((other) => other.name === one.name))) {
      await iam.deleteRolePolicy({ RoleName, PolicyName: name });
    }
    for (const { name, policy } of inline(news)) {
      await iam.putRolePolicy({ RoleName, PolicyName: name, PolicyDocument: policy });
    }
  }
}
async function policiesOf(iam, RoleName) {
  const { AttachedPolicies: policies = [] } = await iam.listAttachedRolePolicies({ RoleName });
  const { PolicyNames: names = [] } = await iam.listRolePolicies({ RoleName });
  const found = await Promise.all(names.map((PolicyName) => iam.getRolePolicy({ RoleName, PolicyName })));
  return {
    inlinePolicies: found.map((one) => ({ name: one.PolicyName, policy: decodedPolicy(one.PolicyDocument) })),
    managedPolicyArns: policies.map((one) => one.PolicyArn)
  };
}
async function detachOwn(iam, RoleName, state) {
  const present2 = await policiesOf(iam, RoleName);
  await setPolicies(
    iam,
    RoleName,
    {
      inlinePolicies: inline(state).filter(({ name }) => inline(present2).some((other) => other.name === name)),
      managedPolicyArns: attached(state).filter((arn) => attached(present2).includes(arn))
    },
    { inlinePolicies: [], managedPolicyArns: [] }
  );
}
async function detachAll(iam, RoleName) {
  await setPolicies(iam, RoleName, await policiesOf(iam, RoleName), { inlinePolicies: [], managedPolicyArns: [] });
}
function attached(values2) {
  return values2["managedPolicyArns"] ?? [];
}
function inline(values2) {
  return values2["inlinePolicies"] ?? [];
}

// emulation/providers/aws/iam/role.ts
var inputs17 = {
  assumeRolePolicy: text({ required: true, meaning: jsonMeaning }),
  description: text(),
  forceDetachPolicies: boolean({ default: false }),
  inlinePolicies: list(object({ name: text(), policy: text({ meaning: jsonMeaning }) }), {
    computed: true,
    unordered: true
  }),
  managedPolicyArns: list(text(), { computed: true, unordered: true }),
  maxSessionDuration: number({ default: 3600 }),
  name: text({ replaces: true }),
  namePrefix: text({ replaces: true }),
  path: text({ replaces: true, default: "/" }),
  permissionsBoundary: text(),
  tags
};
var role = {
  inputs: inputs17,
  outputs: ["arn", "createDate", "tagsAll", "uniqueId"],
  autoName: { maxLength: 64 },
  check: (values2) => policyFailures("assumeRolePolicy", values2["assumeRolePolicy"]),
  async create(aws, values2) {
    const created = await (await aws.iam()).createRole({
      AssumeRolePolicyDocument: String(values2["assumeRolePolicy"]),
      Description: values2["description"],
      MaxSessionDuration: Number(values2["maxSessionDuration"]),
      Path: String(values2["path"]),
      PermissionsBoundary: values2["permissionsBoundary"],
      RoleName: String(values2["name"]),
      Tags: toKeyValues(tagsOf(values2))
    });
    return created.Role?.RoleName ?? "";
  },
  async finish(aws, id, values2) {
    await setPolicies(await aws.iam(), id, {}, values2);
  },
  async read(aws, id) {
    const { Role: found } = await (await aws.iam()).getRole({ RoleName: id });
    return found && {
      arn: found.Arn,
      assumeRolePolicy: decodedPolicy(found.AssumeRolePolicyDocument),
      createDate: found.CreateDate?.toISOString(),
      description: found.Description,
      ...await policiesOf(await aws.iam(), id),
      maxSessionDuration: found.MaxSessionDuration,
      name: found.RoleName,
      path: found.Path,
      permissionsBoundary: found.PermissionsBoundary?.PermissionsBoundaryArn,
      tagsAll: fromKeyValues(found.Tags),
      uniqueId: found.RoleId
    };
  },
  async update(aws, id, news, olds) {
    const iam = await aws.iam();
    const changed = (...names) => differences(Object.fromEntries(Object.entries(inputs17).filter(([name]) => names.includes(name))), olds, news).length > 0;
    if (changed("assumeRolePolicy")) {
      await iam.updateAssumeRolePolicy({ RoleName: id, PolicyDocument: String(news["assumeRolePolicy"]) });
    }
    if (changed("description", "maxSessionDuration")) {
      const Description = news["description"] ?? "";
      await iam.updateRole({ RoleName: id, Description, MaxSessionDuration: Number(news["maxSessionDuration"]) });
    }
    if (changed("permissionsBoundary")) {
      const boundary = news["permissionsBoundary"];
      await (typeof boundary === "string" ? iam.putRolePermissionsBoundary({ RoleName: id, PermissionsBoundary: boundary }) : iam.deleteRolePermissionsBoundary({ RoleName: id }));
    }
    await setPolicies(iam, id, olds, news);
    const { removed, set } = tagChanges(olds, news);
    if (removed.length > 0) {
      await iam.untagRole({ RoleName: id, TagKeys: removed });
    }
    if (Object.keys(set).length > 0) {
      await iam.tagRole({ RoleName: id, Tags: toKeyValues(set) });
    }
  },
  async delete(aws, id, state) {
    const iam = await aws.iam();
    await (state["forceDetachPolicies"] === true ? detachAll(iam, id) : detachOwn(iam, id, state));
    await iam.deleteRole({ RoleName: id });
  }
};

// emulation/providers/aws/iam/role-policy.ts
var inputs18 = {
  name: text({ replaces: true }),
  namePrefix: text({ replaces: true }),
  policy: text({ required: true, meaning: jsonMeaning }),
  role: text({ required: true, replaces: true })
};
var rolePolicy = {
  inputs: inputs18,
  outputs: [],
  autoName: { maxLength: 128 },
  check: (values2) => policyFailures("policy", values2["policy"]),
  async create(aws, values2) {
    await (await aws.iam()).putRolePolicy(request(values2));
    return `${String(values2["role"])}:${String(values2["name"])}`;
  },
  async read(aws, id) {
    const [RoleName = "", PolicyName = ""] = id.split(":");
    const found = await (await aws.iam()).getRolePolicy({ RoleName, PolicyName });
    return { name: found.PolicyName, policy: decodedPolicy(found.PolicyDocument), role: found.RoleName };
  },
  async update(aws, _id, news) {
    await (await aws.iam()).putRolePolicy(request(news));
  },
  async delete(aws, id) {
    const [RoleName = "", PolicyName = ""] = id.split(":");
    await (await aws.iam()).deleteRolePolicy({ RoleName, PolicyName });
  }
};
function request(values2) {
  return {
    RoleName: String(values2["role"]),
    PolicyName: String(values2["name"]),
    PolicyDocument: String(values2["policy"])
  };
}

// emulation/providers/aws/iam/role-policy-attachment.ts
var inputs19 = {
  policyArn: text({ required: true, replaces: true }),
  role: text({ required: true, replaces: true })
};
var rolePolicyAttachment = {
  inputs: inputs19,
  outputs: [],
  async create(aws, values2) {
    await (await aws.iam()).attachRolePolicy(request2(values2));
    return `${String(values2["role"])}/${String(values2["policyArn"])}`;
  },
  async read(aws, id, state) {
    const { role: RoleName = id.split("/")[0] ?? "", policyArn = id.slice(id.indexOf("/") + 1) } = state;
    const { AttachedPolicies: attached2 = [] } = await (await aws.iam()).listAttachedRolePolicies({ RoleName });
    return attached2.some((one) => one.PolicyArn === policyArn) ? { policyArn, role: RoleName } : void 0;
  },
  async delete(aws, _id, state) {
    await (await aws.iam()).detachRolePolicy(request2(state));
  }
};
function request2(values2) {
  return { RoleName: String(values2["role"]), PolicyArn: String(values2["policyArn"]) };
}

// emulation/providers/aws/iam.ts
var iamTypes = {
  "aws:iam/role:Role": role,
  "aws:iam/rolePolicy:RolePolicy": rolePolicy,
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": rolePolicyAttachment,
  "aws:iam/instanceProfile:InstanceProfile": instanceProfile
};

// emulation/providers/aws/resource-types.ts
var resourceTypes = {
  ...ecsTypes,
  ...ec2Types,
  ...autoScalingTypes,
  ...iamTypes,
  ...cloudWatchTypes,
  ...ecrTypes
};

// emulation/providers/aws/state.ts
var import_node_util2 = require("node:util");
function planned(type, wanted, olds) {
  const decidedByAws = [
    ...type.outputs.filter((name) => name !== "tagsAll"),
    ...Object.keys(type.inputs).filter(
      (name) => type.inputs[name]?.computed === true && wanted[name] === void 0
    ),
    ...wanted["name"] === void 0 && wanted["namePrefix"] !== void 0 ? ["name"] : []
  ];
  const changed = olds === void 0 ? void 0 : type.changedByUpdate?.(olds, wanted);
  const state = { ...wanted };
  for (const name of decidedByAws) {
    state[name] = changed?.includes(name) === true ? unknown : olds?.[name] ?? unknown;
  }
  return olds?.["id"] === void 0 ? state : { ...state, id: olds["id"] };
}
function afterCreate(type, wanted, described5) {
  const state = { ...wanted };
  for (const name of [...Object.keys(type.inputs), ...type.outputs]) {
    const value = wanted[name] ?? described5[name];
    if (value !== void 0) {
      state[name] = value;
    }
  }
  return state;
}
function inputsAfterRead(type, inputs20, described5) {
  if (Object.keys(inputs20).length === 0) {
    return Object.fromEntries(
      Object.entries(described5).filter(([name, value]) => name in type.inputs && value !== void 0)
    );
  }
  const current = { ...inputs20 };
  for (const [name, property] of Object.entries(type.inputs)) {
    const value = property.kind === "map" ? described5[name] : projected(inputs20[name], described5[name]);
    if (inputs20[name] !== void 0 && value !== void 0) {
      const drifted = differences({ [name]: property }, { [name]: inputs20[name] }, { [name]: value }).length > 0;
      current[name] = drifted ? value : inputs20[name];
    }
  }
  return current;
}
function projected(given, described5) {
  if (isObject(given) && isObject(described5)) {
    return Object.fromEntries(Object.keys(given).map((key) => [key, projected(given[key], described5[key])]));
  }
  if (Array.isArray(given) && Array.isArray(described5) && given.length === described5.length && !(0, import_node_util2.isDeepStrictEqual)(given, described5)) {
    return described5.map((element, index) => projected(given[index], element));
  }
  return described5;
}

// emulation/providers/aws/provider.ts
var InitializationError = class extends Error {
  constructor(id, state, message) {
    super(message);
    this.id = id;
    this.state = state;
  }
  id;
  state;
};
var AwsProvider = class {
  configuration;
  regions = /* @__PURE__ */ new Map();
  configure(args, environment) {
    this.configuration = parseConfiguration(args, environment);
  }
  check(urn2, olds, news, seed) {
    return checkResource(typeOf(urn2), urn2.name, olds, news, seed);
  }
  diff(urn2, olds, news, state) {
    const type = typeOf(urn2);
    const before = state["tagsAll"];
    const tagsAll = type.outputs.includes("tagsAll") && before !== void 0 ? { before, after: this.tagsAll(news) } : void 0;
    return diffResource(type, olds, news, tagsAll);
  }
  async create(urn2, inputs20, preview, timeoutSeconds) {
    const type = typeOf(urn2);
    const wanted = this.withEffective(type, inputs20);
    if (preview) {
      return { id: "", state: planned(type, wanted) };
    }
    if (wanted["name"] === void 0 && typeof wanted["namePrefix"] === "string") {
      wanted["name"] = nameFromPrefix(wanted["namePrefix"]);
    }
    const aws = this.aws(wanted);
    const id = await explained(() => type.create(aws, wanted));
    try {
      await type.finish?.(aws, id, wanted, timeoutSeconds);
      return { id, state: await stateOf(type, aws, id, wanted) };
    } catch (error) {
      throw new InitializationError(id, { ...wanted, id }, describeError(error));
    }
  }
  async read(urn2, id, state, inputs20) {
    const type = typeOf(urn2);
    const aws = this.aws(state);
    const found = await explained(() => unlessGone(type.read(aws, id, state)));
    if (found === void 0) {
      return { id: "", state: {}, inputs: {} };
    }
    const described5 = {
      ...found,
      ..."region" in type.inputs ? { region: aws.region } : {},
      ...found["tagsAll"] === void 0 ? {} : { tags: this.ownTags(found, inputs20) }
    };
    return { id, state: { ...state, ...described5, id }, inputs: inputsAfterRead(type, inputs20, described5) };
  }
  async update(urn2, id, olds, news, preview, timeoutSeconds) {
    const type = typeOf(urn2);
    const wanted = this.withEffective(type, news);
    if (preview) {
      return planned(type, wanted, { ...olds, id });
    }
    if (wanted["name"] === void 0 && olds["name"] !== void 0) {
      wanted["name"] = olds["name"];
    }
    const aws = this.aws(wanted);
    return explained(async () => {
      await type.update?.(aws, id, wanted, olds, timeoutSeconds);
      return stateOf(type, aws, id, wanted);
    });
  }
  async delete(urn2, id, state, timeoutSeconds) {
    const type = typeOf(urn2);
    const aws = this.aws(state);
    await explained(async () => {
      try {
        await type.delete(aws, id, state, timeoutSeconds);
      } catch (error) {
        if (!isGone(error) || await unlessGone(type.read(aws, id, state)) !== void 0) {
          throw error;
        }
      }
    });
  }
  async invoke(token2, args) {
    const served2 = functions[token2];
    if (served2 === void 0) {
      throw new Error(
        `unknown function "${token2}": this stand-in of the aws provider serves ${Object.keys(functions).join(", ")}`
      );
    }
    const { inputs: inputs20, failures } = checkInputs(served2.inputs, args);
    if (failures.length > 0 || holdsUnknown(inputs20)) {
      return { outputs: {}, failures };
    }
    return { outputs: await explained(() => served2.call(this.aws(inputs20), inputs20)), failures: [] };
  }
  /** The inputs with the values that follow from the provider's own configuration. */
  withEffective(type, inputs20) {
    const wanted = without(inputs20, defaultsKey);
    if ("region" in type.inputs) {
      wanted["region"] ??= this.configured().region;
    }
    if (type.outputs.includes("tagsAll")) {
      wanted["tagsAll"] = this.tagsAll(wanted);
    }
    return wanted;
  }
  tagsAll(inputs20) {
    const own = inputs20["tags"] ?? {};
    return isObject(own) ? { ...this.configured().defaultTags, ...own } : own;
  }
  /** The tags that AWS has, without those that stem from the provider's default tags. */
  ownTags(described5, inputs20) {
    const { defaultTags } = this.configured();
    const given = isObject(inputs20["tags"]) ? inputs20["tags"] : {};
    return Object.fromEntries(
      Object.entries(tagsOf(described5)).filter(([key, value]) => key in given || defaultTags[key] !== value)
    );
  }
  aws(values2) {
    const { region: configured, endpoint } = this.configured();
    const region2 = typeof values2["region"] === "string" ? values2["region"] : configured;
    const aws = this.regions.get(region2) ?? new Aws(endpoint, region2);
    this.regions.set(region2, aws);
    return aws;
  }
  configured() {
    if (this.configuration === void 0) {
      throw new Error("the aws provider was called before it was configured");
    }
    return this.configuration;
  }
};
function typeOf(urn2) {
  const type = resourceTypes[urn2.type];
  if (type === void 0) {
    const known = Object.keys(resourceTypes).join(", ");
    throw new Error(`unknown resource type "${urn2.type}": this stand-in of the aws provider serves ${known}`);
  }
  return type;
}
async function stateOf(type, aws, id, wanted) {
  const described5 = await type.read(aws, id, wanted);
  if (described5 === void 0) {
    throw new Error(`AWS does not describe ${id}, which it has just created or updated`);
  }
  return { ...afterCreate(type, wanted, described5), id };
}
async function explained(operation) {
  try {
    return await operation();
  } catch (error) {
    throw new Error(describeError(error), { cause: error });
  }
}

// emulation/providers/aws/server.ts
var import_grpc_js2 = require("@grpc/grpc-js");
var import_empty_pb = require("google-protobuf/google/protobuf/empty_pb");
var import_plugin_pb = require("@pulumi/pulumi/proto/plugin_pb");
var import_provider_grpc_pb = require("@pulumi/pulumi/proto/provider_grpc_pb");
var messages2 = __toESM(require("@pulumi/pulumi/proto/provider_pb"));

// emulation/providers/aws/secrets.ts
var import_node_util3 = require("node:util");
var signatureKey = "4dabf18193072939515e22adb298388d";
var secretSignature = "1b47061264138c4ac30d75fd1eb44270";
function isObject2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isSecret(value) {
  return isObject2(value) && value[signatureKey] === secretSignature;
}
function seal(value) {
  return { [signatureKey]: secretSignature, value };
}
function reveal(value) {
  if (isSecret(value)) {
    return reveal(value.value);
  }
  if (Array.isArray(value)) {
    return value.map(reveal);
  }
  if (!isObject2(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== null && member !== void 0).map(([key, member]) => [key, reveal(member)])
  );
}
function holdsSecret(value) {
  if (isSecret(value)) {
    return true;
  }
  return Array.isArray(value) ? value.some(holdsSecret) : isObject2(value) && Object.values(value).some(holdsSecret);
}
function concealLike(value, original) {
  if (value === void 0 || !holdsSecret(original)) {
    return value;
  }
  if (isSecret(original)) {
    return seal(value);
  }
  if (isObject2(original) && isObject2(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, concealLike(member, original[key])])
    );
  }
  if (Array.isArray(original) && Array.isArray(value) && (0, import_node_util3.isDeepStrictEqual)(value, reveal(original))) {
    return value.map((member, index) => concealLike(member, original[index]));
  }
  return seal(value);
}

// emulation/providers/aws/wire.ts
var import_grpc_js = require("@grpc/grpc-js");
var import_any_pb = require("google-protobuf/google/protobuf/any_pb");
var import_struct_pb = require("google-protobuf/google/protobuf/struct_pb");
var messages = __toESM(require("@pulumi/pulumi/proto/provider_pb"));
var import_status_pb = require("@pulumi/pulumi/proto/status_pb");
function urn(request3) {
  const [, , qualifiedType = "", ...name] = request3.getUrn().split("::");
  return { type: qualifiedType.split("$").pop() ?? "", name: name.join("::") };
}
function values(from) {
  return from?.toJavaScript() ?? {};
}
function plain(from) {
  return reveal(values(from));
}
function struct(from) {
  return import_struct_pb.Struct.fromJavaScript(JSON.parse(JSON.stringify(from)));
}
function sealed(state, like) {
  return struct(withSecrets(state, like));
}
function withSecrets(state, like) {
  return concealLike(state, { ...like, tagsAll: like["tags"] ?? like["tagsAll"] });
}
function checked(inputs20, failures, owner) {
  return new messages.CheckResponse().setInputs(struct(inputs20)).setFailuresList(failures.map((one) => failure(one, owner)));
}
function failure({ property, reason }, owner) {
  return new messages.CheckFailure().setReason(`${reason}. Examine values at '${owner}.${property}'.`);
}
async function concealed(inputs20, operation) {
  try {
    return await operation();
  } catch (error) {
    if (error instanceof InitializationError) {
      throw new InitializationError(error.id, withSecrets(error.state, inputs20), error.message);
    }
    throw error;
  }
}
function rpcError(error) {
  const details = error instanceof Error ? error.message : String(error);
  if (!(error instanceof InitializationError)) {
    return { code: import_grpc_js.status.UNKNOWN, details };
  }
  const failed = new messages.ErrorResourceInitFailed().setId(error.id).setProperties(struct(error.state)).setReasonsList([details]);
  const packed = new import_any_pb.Any();
  packed.pack(failed.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const whole = new import_status_pb.Status().setCode(import_grpc_js.status.UNKNOWN).setMessage(details).setDetailsList([packed]);
  const metadata = new import_grpc_js.Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(whole.serializeBinary()));
  return { code: import_grpc_js.status.UNKNOWN, details, metadata };
}

// emulation/providers/aws/server.ts
async function serve(provider, version2) {
  const server = new import_grpc_js2.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(import_provider_grpc_pb.ResourceProviderService, handlers(provider, version2));
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", import_grpc_js2.ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) {
        resolve({ port, close: () => server.forceShutdown() });
      } else {
        reject(error);
      }
    });
  });
}
function handlers(provider, version2) {
  return {
    handshake: unary(() => new messages2.ProviderHandshakeResponse().setAcceptSecrets(true)),
    getPluginInfo: unary(() => new import_plugin_pb.PluginInfo().setVersion(version2)),
    getSchema: unary(() => new messages2.GetSchemaResponse().setSchema(JSON.stringify({ name: "aws", version: version2 }))),
    attach: unary(() => new import_empty_pb.Empty()),
    cancel: unary(() => new import_empty_pb.Empty()),
    getMapping: unary(() => new messages2.GetMappingResponse()),
    getMappings: unary(() => new messages2.GetMappingsResponse()),
    checkConfig: unary((request3) => {
      const news = values(request3.getNews());
      return checked(news, checkConfiguration(reveal(news)), "aws");
    }),
    diffConfig: unary(() => new messages2.DiffResponse().setChanges(messages2.DiffResponse.DiffChanges.DIFF_NONE)),
    configure: unary((request3) => {
      provider.configure(plain(request3.getArgs()), process.env);
      return new messages2.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
    }),
    invoke: unary(async (request3) => {
      const args = values(request3.getArgs());
      const { outputs, failures } = await provider.invoke(request3.getTok(), reveal(args));
      return new messages2.InvokeResponse().setReturn(struct(outputs)).setFailuresList(failures.map((one) => failure(one, request3.getTok())));
    }),
    check: unary((request3) => {
      const news = values(request3.getNews());
      const olds = plain(request3.getOlds());
      const { inputs: inputs20, failures } = provider.check(
        urn(request3),
        olds,
        reveal(news),
        request3.getRandomseed_asU8()
      );
      return checked(concealLike(inputs20, news), failures, urn(request3).name);
    }),
    diff: unary((request3) => {
      const state = plain(request3.getOlds());
      const olds = request3.hasOldInputs() ? plain(request3.getOldInputs()) : state;
      const { changed, replaces: replaces3, deleteBeforeReplace } = provider.diff(
        urn(request3),
        olds,
        plain(request3.getNews()),
        state
      );
      const { DIFF_SOME, DIFF_NONE } = messages2.DiffResponse.DiffChanges;
      return new messages2.DiffResponse().setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE).setDiffsList([...changed]).setReplacesList([...replaces3]).setDeletebeforereplace(deleteBeforeReplace);
    }),
    create: unary(async (request3) => {
      const inputs20 = values(request3.getProperties());
      const { id, state } = await concealed(
        inputs20,
        () => provider.create(urn(request3), reveal(inputs20), request3.getPreview(), request3.getTimeout())
      );
      return new messages2.CreateResponse().setId(id).setProperties(sealed(state, inputs20));
    }),
    read: unary(async (request3) => {
      const before = values(request3.getProperties());
      const given = values(request3.getInputs());
      const { id, state, inputs: inputs20 } = await provider.read(
        urn(request3),
        request3.getId(),
        reveal(before),
        reveal(given)
      );
      return new messages2.ReadResponse().setId(id).setProperties(sealed(state, before)).setInputs(sealed(inputs20, given));
    }),
    update: unary(async (request3) => {
      const news = values(request3.getNews());
      const state = await provider.update(
        urn(request3),
        request3.getId(),
        plain(request3.getOlds()),
        reveal(news),
        request3.getPreview(),
        request3.getTimeout()
      );
      return new messages2.UpdateResponse().setProperties(sealed(state, news));
    }),
    delete: unary(async (request3) => {
      await provider.delete(urn(request3), request3.getId(), plain(request3.getProperties()), request3.getTimeout());
      return new import_empty_pb.Empty();
    })
  };
}
function unary(answer) {
  return (call, callback) => {
    Promise.resolve().then(() => answer(call.request)).then(
      (response) => callback(null, response),
      (error) => callback(rpcError(error))
    );
  };
}

// emulation/providers/aws/main.ts
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
endWithEngine();
serve(new AwsProvider(), import_package.version).then(
  ({ port }) => console.log(String(port)),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  }
);
