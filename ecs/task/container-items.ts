import { UNKNOWN, type Known } from "../known";
import type { ItemReader } from "./shape-reader";
import type { Dependency, Device, MountPoint, PortMapping, ResourceRequirement, Variable } from "./task-definition";

export const variableReader: ItemReader<Variable> = {
    read: (reader, fields, path) => ({
        name: reader.text(fields, "name", path) ?? "",
        value: reader.text(fields, "value", path) ?? "",
    }),
    unknown: { name: UNKNOWN, value: UNKNOWN },
};

export const dependencyReader: ItemReader<Dependency> = {
    read: (reader, fields, path) => ({
        containerName: reader.text(fields, "containerName", path) ?? "",
        condition: reader.text(fields, "condition", path) ?? "",
    }),
    unknown: { containerName: UNKNOWN, condition: UNKNOWN },
};

export const mountPointReader: ItemReader<MountPoint> = {
    read: (reader, fields, path) => ({
        sourceVolume: reader.text(fields, "sourceVolume", path) ?? "",
        containerPath: reader.text(fields, "containerPath", path) ?? "",
        readOnly: reader.flag(fields, "readOnly", path, false),
    }),
    unknown: { sourceVolume: UNKNOWN, containerPath: UNKNOWN, readOnly: UNKNOWN },
};

/** The name of the container whose mounts another one takes over. */
export const volumeSourceReader: ItemReader<Known<string>> = {
    read: (reader, fields, path) => reader.text(fields, "sourceContainer", path) ?? "",
    unknown: UNKNOWN,
};

export const portMappingReader: ItemReader<PortMapping> = {
    read: (reader, fields, path) => ({
        hostPort: reader.number(fields, "hostPort", path) ?? 0,
        containerPort: reader.number(fields, "containerPort", path) ?? 0,
        protocol: reader.text(fields, "protocol", path) ?? "tcp",
    }),
    unknown: { hostPort: UNKNOWN, containerPort: UNKNOWN, protocol: UNKNOWN },
};

export const deviceReader: ItemReader<Device> = {
    read: (reader, fields, path) => ({
        hostPath: reader.text(fields, "hostPath", path) ?? "",
        containerPath: reader.text(fields, "containerPath", path),
        permissions:
            reader.field(fields, "permissions") === undefined ? undefined : reader.texts(fields, "permissions", path),
    }),
    unknown: { hostPath: UNKNOWN, containerPath: UNKNOWN, permissions: UNKNOWN },
};

/** The name of a variable whose value comes from a secret. */
export const secretNameReader: ItemReader<Known<string>> = {
    read: (reader, fields, path) => reader.text(fields, "name", path) ?? "",
    unknown: UNKNOWN,
};

export const resourceRequirementReader: ItemReader<ResourceRequirement> = {
    read: (reader, fields, path) => ({
        type: reader.text(fields, "type", path) ?? "",
        value: reader.text(fields, "value", path) ?? "",
    }),
    unknown: { type: UNKNOWN, value: UNKNOWN },
};
