import { Facts } from "../facts";
import { holds, UNKNOWN, type Known } from "../known";
import type { Key } from "./keys";
import type { Fields, ShapeReader } from "./shape-reader";
import type { Container, Dependency, Device, MountPoint, PortMapping, Variable } from "./task-definition";

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
        user: reader.text(fields, "user", path),
        secrets: reader.objects(fields, "secrets", path, (one, at) => reader.text(one, "name", at) ?? "", UNKNOWN),
        hasEnvironmentFiles: holds(reader.items(fields, "environmentFiles", path), (files) => files.length > 0),
        resourceRequirements: reader.objects(
            fields,
            "resourceRequirements",
            path,
            (one, at) => ({ type: reader.text(one, "type", at) ?? "", value: reader.text(one, "value", at) ?? "" }),
            { type: UNKNOWN, value: UNKNOWN },
        ),
        dockerLabels: readLabels(reader, fields, path),
        memory: reader.number(fields, "memory", path),
        memoryReservation: reader.number(fields, "memoryReservation", path),
        cpu: reader.number(fields, "cpu", path),
        hasHealthCheck: readHealthCheck(reader, fields, path),
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
        devices: reader.objects(linux, "devices", path, (one, at) => readDevice(reader, one, at), {
            hostPath: UNKNOWN,
            containerPath: UNKNOWN,
            permissions: UNKNOWN,
        }),
    };
}

function readDevice(reader: ShapeReader, device: Fields, path: string): Device {
    return {
        hostPath: reader.text(device, "hostPath", path) ?? "",
        containerPath: reader.text(device, "containerPath", path),
        permissions:
            reader.field(device, "permissions") === undefined ? undefined : reader.texts(device, "permissions", path),
    };
}

function readLabels(reader: ShapeReader, fields: Fields, path: string): Container["dockerLabels"] {
    const labels = reader.object(fields, "dockerLabels", path) ?? noFields;
    if (labels === UNKNOWN) {
        return UNKNOWN;
    }
    // Other labels are none of the rules' business, and may be of any shape.
    const texts = Object.entries(labels).map(([name, value]) => [name, typeof value === "string" ? value : UNKNOWN]);
    return Object.fromEntries(texts) as Record<string, Known<string>>;
}

/** `["NONE"]` turns off the health check of the image. */
function readHealthCheck(reader: ShapeReader, fields: Fields, path: string): Known<boolean> {
    const check = reader.object(fields, "healthCheck", path) ?? noFields;
    if (check === UNKNOWN) {
        return UNKNOWN;
    }
    const command = reader.texts(check, "command", `${path}.healthCheck`);
    return command === UNKNOWN || command[0] === UNKNOWN
        ? UNKNOWN
        : Object.keys(check).length > 0 && command[0] !== "NONE";
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
        user: UNKNOWN,
        secrets: UNKNOWN,
        hasEnvironmentFiles: UNKNOWN,
        resourceRequirements: UNKNOWN,
        dockerLabels: UNKNOWN,
        memory: UNKNOWN,
        memoryReservation: UNKNOWN,
        cpu: UNKNOWN,
        hasHealthCheck: UNKNOWN,
        routesLogs: UNKNOWN,
        facts: new Facts(),
    };
}
