import type * as pulumi from "@pulumi/pulumi";
import { ecsNamePattern, ecsNameRequirement } from "../../../contract";
import { awsObject, map, object, required } from "../../validation/shape";
import { anyText, boolean, integer, oneOf, text } from "../../validation/values";

const onOrOff = oneOf(["ENABLED", "DISABLED"]);

const port = integer(0, 65535, "");

/** A mounted volume. */
export interface MountPoint {
    /** The volume's name. */
    sourceVolume: pulumi.Input<string>;
    /** Where it is mounted. */
    containerPath: pulumi.Input<string>;
    /** Whether the container may only read it. Default: false. */
    readOnly?: pulumi.Input<boolean> | undefined;
}

export const mountPoint = awsObject<MountPoint>("a mount point", {
    sourceVolume: required(anyText, "name the volume"),
    containerPath: required(text(/^\//, "an absolute path"), "say where it is mounted"),
    readOnly: boolean,
});

/** Another container whose volumes are mounted too. */
export interface VolumeFrom {
    /** The other container's name. */
    sourceContainer: pulumi.Input<string>;
    /** Whether the container may only read them. Default: false. */
    readOnly?: pulumi.Input<boolean> | undefined;
}

export const volumeFrom = awsObject<VolumeFrom>("a container whose volumes are mounted", {
    sourceContainer: required(anyText, "name the other container"),
    readOnly: boolean,
});

/** A directory of the instance. */
export interface HostVolumeProperties {
    /** Its path, which all tasks on the instance share. Default: none; Docker makes a directory for each task. */
    sourcePath?: pulumi.Input<string> | undefined;
}

const host = object<HostVolumeProperties>("a directory of the instance", {
    sourcePath: text(/^\//, "an absolute path on the instance"),
});

/** A volume of a Docker volume driver. */
export interface DockerVolumeConfiguration {
    /** `task`: removed with the task; `shared`: kept on the instance. Default: `task`. */
    scope?: pulumi.Input<string> | undefined;
    /** Whether to create a shared volume where there is none. Default: false. */
    autoprovision?: pulumi.Input<boolean> | undefined;
    /** The volume driver. Default: `local`. */
    driver?: pulumi.Input<string> | undefined;
    /** Options of the driver. Default: none. */
    driverOpts?: pulumi.Input<{ [name: string]: pulumi.Input<string> }> | undefined;
    /** Docker labels of the volume. Default: none. */
    labels?: pulumi.Input<{ [name: string]: pulumi.Input<string> }> | undefined;
}

const dockerVolume = awsObject<DockerVolumeConfiguration>("a Docker volume", {
    scope: oneOf(["task", "shared"]),
    autoprovision: boolean,
    driver: anyText,
    driverOpts: map(anyText, "an object of the driver's options"),
    labels: map(anyText, "an object of labels"),
});

/** Who may use a file system of Amazon EFS. */
export interface EfsAuthorizationConfig {
    /** The id of an access point. Default: none. */
    accessPointId?: pulumi.Input<string> | undefined;
    /** Whether the task role decides, by its `taskRoleStatements`: `ENABLED` or `DISABLED`. Default: `DISABLED`. */
    iam?: pulumi.Input<string> | undefined;
}

const efsAuthorization = awsObject<EfsAuthorizationConfig>("the authorization for a file system", {
    accessPointId: text(/^fsap-[0-9a-f]+$/, "the id of an access point of Amazon EFS"),
    iam: onOrOff,
});

/** A file system of Amazon EFS. */
export interface EfsVolumeConfiguration {
    /** Its id. */
    fileSystemId: pulumi.Input<string>;
    /** The directory of it that is mounted. Default: its root. */
    rootDirectory?: pulumi.Input<string> | undefined;
    /** Whether data are encrypted on the way: `ENABLED` or `DISABLED`. Default: `ENABLED`. */
    transitEncryption?: pulumi.Input<string> | undefined;
    /** The port for encrypted data on the instance. Default: the mount helper's choice. */
    transitEncryptionPort?: pulumi.Input<number> | undefined;
    /** The access point, and whether the task role decides. Default: neither. */
    authorizationConfig?: pulumi.Input<EfsAuthorizationConfig> | undefined;
}

const efsVolume = awsObject<EfsVolumeConfiguration>("a file system of Amazon EFS", {
    fileSystemId: required(
        text(/^fs-[0-9a-f]+$/, "the id of a file system of Amazon EFS"),
        "give the file system's id",
    ),
    rootDirectory: text(/^\//, "an absolute path in the file system"),
    transitEncryption: onOrOff,
    transitEncryptionPort: port,
    authorizationConfig: efsAuthorization,
});

/** A file system of Amazon S3 Files. */
export interface S3FilesVolumeConfiguration {
    /** Its ARN. */
    fileSystemArn: pulumi.Input<string>;
    /** The directory of it that is mounted. Default: its root. */
    rootDirectory?: pulumi.Input<string> | undefined;
    /** The port for encrypted data on the instance. Default: the mount helper's choice. */
    transitEncryptionPort?: pulumi.Input<number> | undefined;
    /** The ARN of an access point. Default: none. */
    accessPointArn?: pulumi.Input<string> | undefined;
}

const s3FilesVolume = awsObject<S3FilesVolumeConfiguration>("a file system of Amazon S3 Files", {
    fileSystemArn: required(text(/^arn:/, "the ARN of a file system of Amazon S3 Files"), "give the file system's ARN"),
    rootDirectory: text(/^\//, "an absolute path in the file system"),
    transitEncryptionPort: port,
    accessPointArn: text(/^arn:/, "the ARN of an access point"),
});

/**
 * A volume of the task, of one kind at most. With none of them Docker makes an empty directory for each task, and
 * removes it with the task.
 */
export interface Volume {
    /** The name by which mount points know it. */
    name: pulumi.Input<string>;
    /** A directory of the instance. */
    host?: pulumi.Input<HostVolumeProperties> | undefined;
    /** A volume of a Docker volume driver. */
    dockerVolumeConfiguration?: pulumi.Input<DockerVolumeConfiguration> | undefined;
    /** A file system of Amazon EFS. */
    efsVolumeConfiguration?: pulumi.Input<EfsVolumeConfiguration> | undefined;
    /** A file system of Amazon S3 Files. */
    s3filesVolumeConfiguration?: pulumi.Input<S3FilesVolumeConfiguration> | undefined;
    /** Whether the service, or `run-task`, gives the volume: one of Amazon EBS. Default: false. */
    configuredAtLaunch?: pulumi.Input<boolean> | undefined;
}

export const volume = awsObject<Volume>(
    "a volume",
    {
        name: required(text(ecsNamePattern, ecsNameRequirement), "name the volume"),
        host,
        dockerVolumeConfiguration: dockerVolume,
        efsVolumeConfiguration: efsVolume,
        s3filesVolumeConfiguration: s3FilesVolume,
        configuredAtLaunch: boolean,
    },
    { fsxWindowsFileServerVolumeConfiguration: "Neuron has no driver for Windows; take a volume of another kind" },
);
