import { maxContainers } from "../../contract";
import { UNKNOWN, type Known } from "../known";
import { otherNames } from "../nearest-name";
import type { Path } from "../path";
import { readContainer } from "./read-container";
import { ShapeReader, type ItemReader } from "./shape-reader";
import type { Constraint, Container, RuntimePlatform, TaskDefinition, Volume } from "./task-definition";
import { isFields, type Fields } from "./value-types";

const containersKey = "containerDefinitions";

/**
 * Reads a task definition: as `register-task-definition` takes it, as CloudFormation and `aws-native` write it, or with
 * `containerDefinitions` as one JSON text, as Pulumi's and Terraform's AWS providers take it. Values that are not known
 * yet stand as {@link UNKNOWN}. Never throws: what has the wrong shape is in `problems`.
 */
export function readTaskDefinition(definition: unknown): TaskDefinition {
    const reader = new ShapeReader();
    const fields = reader.required(reader.objectValue(definition, []), []);
    const { problems } = reader;
    if (fields === UNKNOWN) {
        return {
            containers: UNKNOWN,
            volumes: UNKNOWN,
            placementConstraints: UNKNOWN,
            requiresCompatibilities: UNKNOWN,
            networkMode: UNKNOWN,
            memory: UNKNOWN,
            cpu: UNKNOWN,
            runtimePlatform: UNKNOWN,
            problems,
        };
    }
    return {
        containers: readContainers(reader, fields),
        volumes: reader.objects(fields, "volumes", [], volume),
        placementConstraints: reader.objects(fields, "placementConstraints", [], constraint),
        requiresCompatibilities: reader.texts(fields, "requiresCompatibilities", []),
        networkMode: reader.text(fields, "networkMode", []),
        memory: readSize(reader.field(fields, "memory"), mebibytesPerGigabyte),
        cpu: readSize(reader.field(fields, "cpu"), unitsPerVcpu),
        runtimePlatform: readPlatform(reader, fields),
        problems,
    };
}

const platformPath = ["runtimePlatform"];

function readPlatform(reader: ShapeReader, fields: Fields): Known<RuntimePlatform> {
    const given = reader.field(fields, "runtimePlatform");
    // Terraform's nested block is a list of one.
    const platform = reader.objectValue(Array.isArray(given) && given.length <= 1 ? given[0] : given, platformPath);
    return platform === UNKNOWN
        ? UNKNOWN
        : {
              cpuArchitecture: platform && reader.text(platform, "cpuArchitecture", platformPath),
              operatingSystemFamily: platform && reader.text(platform, "operatingSystemFamily", platformPath),
          };
}

const mebibytesPerGigabyte = 1024;
const unitsPerVcpu = 1024;

/** The size of a task: a number, as text too, or with a unit, as `1 GB` and `.5 vCPU`. */
function readSize(value: unknown, perUnit: number): Known<number> | undefined {
    if (value === undefined || typeof value === "number") {
        return value;
    }
    const size = typeof value === "string" ? /^\s*(\d*\.?\d+)\s*(GB|vCPU)?\s*$/i.exec(value) : null;
    return size === null ? UNKNOWN : Number(size[1]) * (size[2] === undefined ? 1 : perUnit);
}

/**
 * Its host path stands in `host`, or, for Pulumi and Terraform, beside the name; that of a volume of Docker's driver
 * `local`, which binds one, in its options.
 */
const volume: ItemReader<Volume> = {
    read: (reader, fields, path) => {
        const host = reader.object(fields, "host", path);
        const nested =
            host === undefined || host === UNKNOWN ? host : reader.text(host, "sourcePath", [...path, "host"]);
        return {
            name: reader.text(fields, "name", path) ?? "",
            hostPath: nested ?? reader.text(fields, "hostPath", path) ?? boundBy(reader, fields),
        };
    },
    unknown: { name: UNKNOWN, hostPath: UNKNOWN },
};

/** What the options of Docker's driver bind (Docker documentation, `docker volume create`: `o=bind`, as for mount). */
function boundBy(reader: ShapeReader, fields: Fields): Known<string> | undefined {
    const docker = single(reader.field(fields, "dockerVolumeConfiguration"));
    const options = docker && docker !== UNKNOWN ? single(reader.field(docker, "driverOpts")) : docker;
    if (options === undefined || options === UNKNOWN) {
        return options;
    }
    const { o, device } = options;
    const isBound = typeof o === "string" && o.split(",").some((one) => /^r?bind$/.test(one.trim()));
    return o === UNKNOWN || (isBound && device === UNKNOWN)
        ? UNKNOWN
        : isBound && typeof device === "string"
          ? device
          : undefined;
}

/** An object; a nested block of Terraform's is a list of one. */
function single(given: unknown): Known<Fields> | undefined {
    const value: unknown = Array.isArray(given) && given.length <= 1 ? given[0] : given;
    return value === UNKNOWN || isFields(value) ? value : undefined;
}

const constraint: ItemReader<Constraint> = {
    read: (reader, fields, path) => ({
        type: reader.text(fields, "type", path) ?? "",
        expression: reader.text(fields, "expression", path),
    }),
    unknown: { type: UNKNOWN, expression: UNKNOWN },
};

function readContainers(reader: ShapeReader, fields: Fields): Known<readonly Container[]> {
    const given = reader.field(fields, containersKey);
    const value = typeof given === "string" ? parse(reader, given) : given;
    const list = reader.required(reader.list(value, [containersKey]), [containersKey]);
    if (list === UNKNOWN) {
        return UNKNOWN;
    }
    if (list.length === 0) {
        reader.problems.push({
            path: [containersKey],
            reason: "is empty, but must be a list of container definitions",
        });
    }
    if (list.length > maxContainers) {
        reader.problems.push({
            path: [containersKey],
            reason: `has ${list.length} containers, but ECS takes at most ${maxContainers}`,
        });
        return UNKNOWN;
    }
    return list.map((item, index) => {
        const path = [containersKey, index];
        // Of a text, Terraform's provider drops what it does not know, and the container is without.
        if (typeof given !== "string") {
            noteOtherNames(reader, item, path);
        }
        return readContainer(reader, item, path);
    });
}

/** Notes what other tools call a member of a container: Amazon ECS refuses it. */
function noteOtherNames(reader: ShapeReader, container: unknown, path: Path): void {
    for (const [name, meant] of isFields(container) ? otherNames : []) {
        const key = [name, capitalized(name)].find((one) => (container as Fields)[one] !== undefined);
        if (key !== undefined) {
            reader.problems.push({
                path: [...path, key],
                reason:
                    "is no property of a container definition " +
                    `(did you mean ${key === name ? meant : capitalized(meant)}?)`,
            });
        }
    }
}

function capitalized(name: string): string {
    return name.charAt(0).toUpperCase() + name.slice(1);
}

function parse(reader: ShapeReader, text: string): unknown {
    try {
        return JSON.parse(text) as unknown;
    } catch {
        // The parser's own message quotes the text, in which secrets may stand.
        reader.problems.push({
            path: [containersKey],
            reason: "is not JSON, but must be a JSON list of container definitions",
        });
        return UNKNOWN;
    }
}
