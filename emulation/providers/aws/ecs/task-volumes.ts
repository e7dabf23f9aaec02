import { camelCase, fromApi, toApi } from "../api-shape";
import type { Failure } from "../failure";
import { boolean, map, number, object, type Properties, text, type Values } from "../property";
import { isUnknown } from "../unknown";

const kinds = {
    dockerVolumeConfiguration: object({
        autoprovision: boolean({ default: false }),
        driver: text(),
        driverOpts: map(text()),
        labels: map(text()),
        scope: text({ computed: true, oneOf: ["shared", "task"] }),
    }),
    efsVolumeConfiguration: object({
        authorizationConfig: object({ accessPointId: text(), iam: text({ oneOf: ["ENABLED", "DISABLED"] }) }),
        fileSystemId: text({ required: true }),
        rootDirectory: text({ default: "/" }),
        transitEncryption: text({ oneOf: ["ENABLED", "DISABLED"] }),
        transitEncryptionPort: number(),
    }),
    fsxWindowsFileServerVolumeConfiguration: object({
        authorizationConfig: object(
            { credentialsParameter: text({ required: true }), domain: text({ required: true }) },
            { required: true },
        ),
        fileSystemId: text({ required: true }),
        rootDirectory: text({ required: true }),
    }),
    s3filesVolumeConfiguration: object({
        accessPointArn: text(),
        fileSystemArn: text({ required: true }),
        rootDirectory: text(),
        transitEncryptionPort: number(),
    }),
};

/** The inputs of one volume. */
export const volumeInputs: Properties = {
    ...kinds,
    configureAtLaunch: boolean({ api: "configuredAtLaunch" }),
    hostPath: text({ api: false }),
    name: text({ required: true }),
};

export function volumeToApi(volume: Values): Values {
    const host = volume["hostPath"] === undefined ? {} : { host: { sourcePath: volume["hostPath"] } };
    return { ...toApi(volumeInputs, volume, camelCase), ...host };
}

export function volumeFromApi(found: object): Values {
    const hostPath = (found as { host?: { sourcePath?: string } }).host?.sourcePath;
    return { ...fromApi(volumeInputs, found, camelCase), ...(hostPath === undefined ? {} : { hostPath }) };
}

/** What is wrong with the volumes of a task definition. */
export function taskVolumeFailures(volumes: unknown): Failure[] {
    return (Array.isArray(volumes) ? (volumes as unknown[]) : []).flatMap((volume, index) => {
        if (isUnknown(volume)) {
            return [];
        }
        const path = `volumes[${index}]`;
        const { efsVolumeConfiguration: efs } = volume as Values;
        return [...kindFailures(volume as Values, path), ...efsFailures(efs as Values | undefined, path)];
    });
}

function kindFailures(volume: Values, path: string): Failure[] {
    const given = ["hostPath", "configureAtLaunch", ...Object.keys(kinds)].filter(
        (name) => volume[name] !== undefined && volume[name] !== false,
    );
    return given.length < 2
        ? []
        : [{ property: path, reason: `is of several kinds at once, ${given.join(", ")}; a volume is of one` }];
}

/** Source: Amazon ECS API Reference, EFSVolumeConfiguration. */
function efsFailures(efs: Values | undefined, path: string): Failure[] {
    const { accessPointId, iam } = (efs?.["authorizationConfig"] ?? {}) as Values;
    const property = `${path}.efsVolumeConfiguration`;
    const failures: Failure[] = [];
    const isUnencrypted = efs?.["transitEncryption"] === undefined || efs["transitEncryption"] === "DISABLED";
    if (isUnencrypted && (accessPointId !== undefined || iam === "ENABLED")) {
        failures.push({
            property: `${property}.transitEncryption`,
            reason: "must be ENABLED with an access point or IAM authorization",
        });
    }
    const root = efs?.["rootDirectory"];
    if (accessPointId !== undefined && root !== undefined && root !== "/" && !isUnknown(root)) {
        failures.push({
            property: `${property}.rootDirectory`,
            reason: "is given together with an access point, which has its own: leave it out",
        });
    }
    return failures;
}
