import { ecsNamePattern, ecsNameRequirement } from "../../../contract";
import { map, object, required, type Check, type Fields } from "../../validation/shape";
import { anyText, boolean, integer, oneOf, text } from "../../validation/values";
import type {
    DockerVolumeConfigurationArgs,
    EfsAuthorizationConfigArgs,
    EfsVolumeConfigurationArgs,
    HostVolumePropertiesArgs,
    MountPointArgs,
    S3FilesVolumeConfigurationArgs,
    VolumeArgs,
    VolumeFromArgs,
} from "../args/volume";

const onOrOff = oneOf(["ENABLED", "DISABLED"]);
const port = integer(0, 65535, "");

const mountPointFields: Fields<MountPointArgs> = {
    sourceVolume: required(anyText, "name the volume"),
    containerPath: required(text(/^\//, "an absolute path"), "say where it is mounted"),
    readOnly: boolean,
};

const volumeFromFields: Fields<VolumeFromArgs> = {
    sourceContainer: required(anyText, "name the other container"),
    readOnly: boolean,
};

const hostFields: Fields<HostVolumePropertiesArgs> = {
    sourcePath: text(/^\//, "an absolute path on the instance"),
};

const dockerVolumeFields: Fields<DockerVolumeConfigurationArgs> = {
    scope: oneOf(["task", "shared"]),
    autoprovision: boolean,
    driver: anyText,
    driverOpts: map(anyText, "a map of the driver's options"),
    labels: map(anyText, "a map of labels"),
};

const efsAuthorizationFields: Fields<EfsAuthorizationConfigArgs> = {
    accessPointId: text(/^fsap-[0-9a-f]+$/, "the id of an access point of Amazon EFS"),
    iam: onOrOff,
};

const efsVolumeFields: Fields<EfsVolumeConfigurationArgs> = {
    fileSystemId: required(
        text(/^fs-[0-9a-f]+$/, "the id of a file system of Amazon EFS"),
        "give the file system's id",
    ),
    rootDirectory: text(/^\//, "an absolute path in the file system"),
    transitEncryption: onOrOff,
    transitEncryptionPort: port,
    authorizationConfig: object("the authorization for a file system", efsAuthorizationFields),
};

const s3FilesVolumeFields: Fields<S3FilesVolumeConfigurationArgs> = {
    fileSystemArn: required(text(/^arn:/, "the ARN of a file system of Amazon S3 Files"), "give the file system's ARN"),
    rootDirectory: text(/^\//, "an absolute path in the file system"),
    transitEncryptionPort: port,
    accessPointArn: text(/^arn:/, "the ARN of an access point"),
};

const volumeFields: Fields<VolumeArgs> = {
    name: required(text(ecsNamePattern, ecsNameRequirement), "name the volume"),
    host: object("a directory of the instance", hostFields),
    dockerVolumeConfiguration: object("a Docker volume", dockerVolumeFields),
    efsVolumeConfiguration: object("a file system of Amazon EFS", efsVolumeFields),
    s3filesVolumeConfiguration: object("a file system of Amazon S3 Files", s3FilesVolumeFields),
    configuredAtLaunch: boolean,
};

export const mountPoint: Check = object("a mount point", mountPointFields);
export const volumeFrom: Check = object("a container whose volumes are mounted", volumeFromFields);
export const volume: Check = object("a volume", volumeFields, {
    fsxWindowsFileServerVolumeConfiguration: "Neuron has no driver for Windows; take a volume of another kind",
});
