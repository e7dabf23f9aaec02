import { Facts } from "../facts";
import { UNKNOWN, type Known } from "../known";
import type { Key } from "./keys";
import type { Fields, ShapeReader } from "./shape-reader";
import type { Container, Dependency, MountPoint, PortMapping, Variable } from "./task-definition";

const noFields: Fields = {};

/** Reads a container definition. @param path where it stands: `containerDefinitions[0]` */
export function readContainer(reader: ShapeReader, item: unknown, path: string): Container {
    const fields = reader.required(reader.objectValue(item, path), path);
    if (fields === UNKNOWN) {
        return unknownContainer(path);
    }
    const linux = reader.object(fields, "linuxParameters", path) ?? noFields;
    return {
        path,
        name: reader.required(reader.text(fields, "name", path), path, "name"),
        image: reader.required(reader.text(fields, "image", path), path, "image"),
        essential: reader.flag(fields, "essential", path, true),
        privileged: reader.flag(fields, "privileged", path, false),
        entryPoint: reader.texts(fields, "entryPoint", path),
        command: reader.texts(fields, "command", path),
        environment: reader.objects(fields, "environment", path, (one, at) => readVariable(reader, one, at), {
            name: UNKNOWN,
            value: UNKNOWN,
        }),
        dependsOn: reader.objects(fields, "dependsOn", path, (one, at) => readDependency(reader, one, at), {
            containerName: UNKNOWN,
            condition: UNKNOWN,
        }),
        mountPoints: reader.objects(fields, "mountPoints", path, (one, at) => readMount(reader, one, at), {
            sourceVolume: UNKNOWN,
            containerPath: UNKNOWN,
            readOnly: UNKNOWN,
        }),
        volumesFrom: reader.objects(
            fields,
            "volumesFrom",
            path,
            (from, at) => reader.text(from, "sourceContainer", at) ?? "",
            UNKNOWN,
        ),
        portMappings: reader.objects(fields, "portMappings", path, (one, at) => readPorts(reader, one, at), {
            hostPort: UNKNOWN,
            containerPort: UNKNOWN,
        }),
        ...(linux === UNKNOWN
            ? { addedCapabilities: UNKNOWN, devices: UNKNOWN }
            : readLinuxParameters(reader, linux, `${path}.linuxParameters`)),
        hasHealthCheck: hasFields(reader, fields, "healthCheck", path),
        routesLogs: hasFields(reader, fields, "firelensConfiguration", path),
        facts: new Facts(),
    };
}

function readLinuxParameters(
    reader: ShapeReader,
    linux: Fields,
    path: string,
): Pick<Container, "addedCapabilities" | "devices"> {
    const capabilities = reader.object(linux, "capabilities", path) ?? noFields;
    return {
        addedCapabilities:
            capabilities === UNKNOWN ? UNKNOWN : reader.texts(capabilities, "add", `${path}.capabilities`),
        devices: reader.objects(
            linux,
            "devices",
            path,
            (device, at) => reader.text(device, "hostPath", at) ?? "",
            UNKNOWN,
        ),
    };
}

function readVariable(reader: ShapeReader, variable: Fields, path: string): Variable {
    return { name: reader.text(variable, "name", path) ?? "", value: reader.text(variable, "value", path) ?? "" };
}

function readDependency(reader: ShapeReader, dependency: Fields, path: string): Dependency {
    return {
        containerName: reader.text(dependency, "containerName", path) ?? "",
        condition: reader.text(dependency, "condition", path) ?? "",
    };
}

function readMount(reader: ShapeReader, mount: Fields, path: string): MountPoint {
    return {
        sourceVolume: reader.text(mount, "sourceVolume", path) ?? "",
        containerPath: reader.text(mount, "containerPath", path) ?? "",
        readOnly: reader.flag(mount, "readOnly", path, false),
    };
}

function readPorts(reader: ShapeReader, mapping: Fields, path: string): PortMapping {
    return {
        hostPort: reader.number(mapping, "hostPort", path) ?? 0,
        containerPort: reader.number(mapping, "containerPort", path) ?? 0,
    };
}

function hasFields(reader: ShapeReader, fields: Fields, key: Key, path: string): Known<boolean> {
    const object = reader.object(fields, key, path) ?? noFields;
    return object === UNKNOWN ? UNKNOWN : Object.keys(object).length > 0;
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
        facts: new Facts(),
    };
}
