import { holds, UNKNOWN, type Known } from "../known";
import { unhealthyAfter } from "../service/health-checks";
import type { ShapeReader } from "./shape-reader";
import type { Key } from "./keys";
import * as items from "./container-items";
import type { Container } from "./task-definition";
import type { Path } from "../path";
import type { Fields } from "./value-types";

const noFields: Fields = {};

/** Reads a container definition. @param path where it stands: `["containerDefinitions", 0]` */
export function readContainer(reader: ShapeReader, item: unknown, path: Path): Container {
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
        environment: reader.objects(fields, "environment", path, items.variableReader),
        dependsOn: reader.objects(fields, "dependsOn", path, items.dependencyReader),
        mountPoints: reader.objects(fields, "mountPoints", path, items.mountPointReader),
        volumesFrom: reader.objects(fields, "volumesFrom", path, items.volumeSourceReader),
        portMappings: reader.objects(fields, "portMappings", path, items.portMappingReader),
        ...(linux === UNKNOWN
            ? unknownLinuxParameters
            : readLinuxParameters(reader, linux, [...path, "linuxParameters"])),
        user: reader.text(fields, "user", path),
        secrets: reader.objects(fields, "secrets", path, items.secretNameReader),
        hasEnvironmentFiles: holds(reader.items(fields, "environmentFiles", path), (files) => files.length > 0),
        resourceRequirements: reader.objects(fields, "resourceRequirements", path, items.resourceRequirementReader),
        dockerLabels: readLabels(reader, fields, path),
        memory: reader.number(fields, "memory", path),
        memoryReservation: reader.number(fields, "memoryReservation", path),
        cpu: reader.number(fields, "cpu", path),
        ...readHealthCheck(reader, fields, path),
        routesLogs: hasFields(reader, fields, "firelensConfiguration", path),
    };
}

type LinuxParameters = Pick<Container, "addedCapabilities" | "hasDropList" | "devices">;

const unknownLinuxParameters: LinuxParameters = { addedCapabilities: UNKNOWN, hasDropList: UNKNOWN, devices: UNKNOWN };

function readLinuxParameters(reader: ShapeReader, linux: Fields, path: Path): LinuxParameters {
    const capabilities = reader.object(linux, "capabilities", path) ?? noFields;
    const devices = reader.objects(linux, "devices", path, items.deviceReader);
    return capabilities === UNKNOWN
        ? { ...unknownLinuxParameters, devices }
        : {
              addedCapabilities: reader.texts(capabilities, "add", [...path, "capabilities"]),
              hasDropList: reader.field(capabilities, "drop") !== undefined,
              devices,
          };
}

function readLabels(reader: ShapeReader, fields: Fields, path: Path): Container["dockerLabels"] {
    const labels = reader.object(fields, "dockerLabels", path) ?? noFields;
    if (labels === UNKNOWN) {
        return UNKNOWN;
    }
    // Other labels are none of the rules' business, and may be of any shape.
    return new Map(Object.entries(labels).map(([name, value]) => [name, typeof value === "string" ? value : UNKNOWN]));
}

type HealthCheck = Pick<Container, "hasHealthCheck" | "unhealthyAfter">;

const unknownHealthCheck: HealthCheck = { hasHealthCheck: UNKNOWN, unhealthyAfter: UNKNOWN };

/** `["NONE"]` turns off the health check of the image. */
function readHealthCheck(reader: ShapeReader, fields: Fields, path: Path): HealthCheck {
    const check = reader.object(fields, "healthCheck", path) ?? noFields;
    if (check === UNKNOWN) {
        return unknownHealthCheck;
    }
    const at = [...path, "healthCheck"];
    const command = reader.texts(check, "command", at);
    if (command === UNKNOWN || command[0] === UNKNOWN) {
        return unknownHealthCheck;
    }
    const hasHealthCheck = Object.keys(check).length > 0 && command[0] !== "NONE";
    const [interval, retries, startPeriod] = (["interval", "retries", "startPeriod"] as const).map((key) =>
        reader.number(check, key, at),
    );
    return { hasHealthCheck, unhealthyAfter: hasHealthCheck ? unhealthyAfter({ interval, retries, startPeriod }) : 0 };
}

function hasFields(reader: ShapeReader, fields: Fields, key: Key, path: Path): Known<boolean> {
    const object = reader.object(fields, key, path) ?? noFields;
    return object === UNKNOWN ? UNKNOWN : Object.keys(object).length > 0;
}

function unknownContainer(path: Path): Container {
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
        ...unknownLinuxParameters,
        user: UNKNOWN,
        secrets: UNKNOWN,
        hasEnvironmentFiles: UNKNOWN,
        resourceRequirements: UNKNOWN,
        dockerLabels: UNKNOWN,
        memory: UNKNOWN,
        memoryReservation: UNKNOWN,
        cpu: UNKNOWN,
        ...unknownHealthCheck,
        routesLogs: UNKNOWN,
    };
}
