import { mostContainers } from "../../contract";
import { UNKNOWN, type Known } from "../known";
import type { Constraint, Container, TaskDefinition, Volume } from "./task-definition";
import { ShapeReader, type Fields } from "./shape-reader";

/**
 * Reads a task definition: as `register-task-definition` takes it, as CloudFormation and `aws-native` write it, or with
 * `containerDefinitions` as one JSON text, as Pulumi's and Terraform's AWS providers take it. Values that are not known
 * yet stand as {@link UNKNOWN}. Never throws: what has the wrong shape is in `problems`.
 */
export function readTaskDefinition(definition: unknown): TaskDefinition {
    const reader = new ShapeReader();
    const fields = reader.required(reader.object(definition, "task definition"), "task definition");
    if (fields === UNKNOWN) {
        const unknown = {
            containers: UNKNOWN,
            volumes: UNKNOWN,
            placementConstraints: UNKNOWN,
            requiresCompatibilities: UNKNOWN,
            networkMode: UNKNOWN,
        } as const;
        return { ...unknown, problems: reader.problems };
    }
    return {
        containers: readContainers(reader, fields),
        volumes: reader.objects(fields, "volumes", "", (volume, path) => readVolume(reader, volume, path), {
            name: UNKNOWN,
            hostPath: UNKNOWN,
        }),
        placementConstraints: reader.objects(
            fields,
            "placementConstraints",
            "",
            (constraint, path) => readConstraint(reader, constraint, path),
            {
                type: UNKNOWN,
                expression: UNKNOWN,
            },
        ),
        requiresCompatibilities: reader.texts(fields, "requiresCompatibilities", ""),
        networkMode: reader.text(fields, "networkMode", ""),
        problems: reader.problems.map(({ path, reason }) => ({ path: path.replace(/^\./, ""), reason })),
    };
}

/** Its host path stands in `host`, or, for Pulumi and Terraform, beside the name. */
function readVolume(reader: ShapeReader, volume: Fields, path: string): Volume {
    const host = reader.object(reader.field(volume, "host"), `${path}.host`) ?? {};
    const nested = host === UNKNOWN ? UNKNOWN : reader.text(host, "sourcePath", `${path}.host`);
    return { name: reader.text(volume, "name", path) ?? "", hostPath: nested ?? reader.text(volume, "hostPath", path) };
}

function readConstraint(reader: ShapeReader, constraint: Fields, path: string): Constraint {
    return {
        type: reader.text(constraint, "type", path) ?? "",
        expression: reader.text(constraint, "expression", path),
    };
}

const containersKey = "containerDefinitions";

function readContainers(reader: ShapeReader, fields: Fields): Known<readonly Container[]> {
    const given = reader.field(fields, containersKey);
    const value = typeof given === "string" ? parse(reader, given) : given;
    const list = reader.required(reader.list(value, containersKey), containersKey);
    if (list === UNKNOWN) {
        return UNKNOWN;
    }
    if (list.length === 0) {
        reader.problems.push({ path: containersKey, reason: "is empty, but must be a list of container definitions" });
    }
    if (list.length > mostContainers) {
        reader.problems.push({
            path: containersKey,
            reason: `has ${list.length} containers, but ECS takes at most ${mostContainers}`,
        });
        return UNKNOWN;
    }
    return list.map((item, index) => readContainer(reader, item, `${containersKey}[${index}]`));
}

function parse(reader: ShapeReader, text: string): unknown {
    try {
        return JSON.parse(text) as unknown;
    } catch {
        // The parser's own message quotes the text, in which secrets may stand.
        reader.problems.push({
            path: containersKey,
            reason: "is not JSON, but must be a JSON list of container definitions",
        });
        return UNKNOWN;
    }
}

function readContainer(reader: ShapeReader, item: unknown, path: string): Container {
    const object = reader.required(reader.object(item, path), path);
    if (object === UNKNOWN) {
        return unknownContainer(path);
    }
    const nested = (key: string): Fields | typeof UNKNOWN =>
        reader.object(reader.field(object, key), `${path}.${key}`) ?? {};
    const linux = nested("linuxParameters");
    const capabilities =
        linux === UNKNOWN
            ? UNKNOWN
            : (reader.object(reader.field(linux, "capabilities"), `${path}.linuxParameters.capabilities`) ?? {});
    const of = <T>(fields: Known<Fields>, read: (fields: Fields) => T): Known<T> =>
        fields === UNKNOWN ? UNKNOWN : read(fields);
    return {
        path,
        name: reader.required(reader.text(object, "name", path), `${path}.name`),
        image: reader.required(reader.text(object, "image", path), `${path}.image`),
        essential: reader.flag(object, "essential", path, true),
        privileged: reader.flag(object, "privileged", path, false),
        entryPoint: reader.texts(object, "entryPoint", path),
        command: reader.texts(object, "command", path),
        environment: reader.objects(
            object,
            "environment",
            path,
            (variable, at) => ({
                name: reader.text(variable, "name", at) ?? "",
                value: reader.text(variable, "value", at) ?? "",
            }),
            { name: UNKNOWN, value: UNKNOWN },
        ),
        dependsOn: reader.objects(
            object,
            "dependsOn",
            path,
            (dependency, at) => ({
                containerName: reader.text(dependency, "containerName", at) ?? "",
                condition: reader.text(dependency, "condition", at) ?? "",
            }),
            { containerName: UNKNOWN, condition: UNKNOWN },
        ),
        mountPoints: reader.objects(
            object,
            "mountPoints",
            path,
            (mount, at) => ({
                sourceVolume: reader.text(mount, "sourceVolume", at) ?? "",
                containerPath: reader.text(mount, "containerPath", at) ?? "",
                readOnly: reader.flag(mount, "readOnly", at, false),
            }),
            { sourceVolume: UNKNOWN, containerPath: UNKNOWN, readOnly: UNKNOWN },
        ),
        volumesFrom: reader.objects(
            object,
            "volumesFrom",
            path,
            (from, at) => reader.text(from, "sourceContainer", at) ?? "",
            UNKNOWN,
        ),
        portMappings: reader.objects(
            object,
            "portMappings",
            path,
            (mapping, at) => ({
                hostPort: reader.number(mapping, "hostPort", at) ?? 0,
                containerPort: reader.number(mapping, "containerPort", at) ?? 0,
            }),
            { hostPort: UNKNOWN, containerPort: UNKNOWN },
        ),
        addedCapabilities: of(capabilities, (fields) =>
            reader.texts(fields, "add", `${path}.linuxParameters.capabilities`),
        ),
        devices: of(linux, (fields) =>
            reader.objects(
                fields,
                "devices",
                `${path}.linuxParameters`,
                (device, at) => reader.text(device, "hostPath", at) ?? "",
                UNKNOWN,
            ),
        ),
        hasHealthCheck: of(nested("healthCheck"), (fields) => Object.keys(fields).length > 0),
        routesLogs: of(nested("firelensConfiguration"), (fields) => Object.keys(fields).length > 0),
    };
}

function unknownContainer(path: string): Container {
    return {
        path,
        name: UNKNOWN,
        image: UNKNOWN,
        essential: UNKNOWN,
        privileged: UNKNOWN,
        entryPoint: UNKNOWN,
        command: UNKNOWN,
        environment: UNKNOWN,
        dependsOn: UNKNOWN,
        mountPoints: UNKNOWN,
        volumesFrom: UNKNOWN,
        portMappings: UNKNOWN,
        addedCapabilities: UNKNOWN,
        devices: UNKNOWN,
        hasHealthCheck: UNKNOWN,
        routesLogs: UNKNOWN,
    };
}
