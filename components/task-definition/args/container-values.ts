import type * as pulumi from "@pulumi/pulumi";

/** An environment variable. */
export interface KeyValuePairArgs {
    /** The variable's name. */
    name: pulumi.Input<string>;
    /** Its value. */
    value: pulumi.Input<string>;
}

/** A file in Amazon S3 with environment variables. */
export interface EnvironmentFileArgs {
    /** The ARN of the object; its name ends in `.env`. */
    value: pulumi.Input<string>;
    /** `s3`. */
    type: pulumi.Input<string>;
}

/** A value that ECS reads where the container starts, and that stands in no task definition. */
export interface SecretArgs {
    /** The name of the environment variable, or of the log driver's option. */
    name: pulumi.Input<string>;
    /**
     * The ARN of a secret of AWS Secrets Manager, perhaps with `:<json key>:<version stage>:<version id>`; or the name
     * or ARN of a parameter of Systems Manager.
     */
    valueFrom: pulumi.Input<string>;
}

/** How an image is pulled from a private registry that is not ECR. */
export interface RepositoryCredentialsArgs {
    /** The ARN of the secret that has the registry's user and password. */
    credentialsParameter: pulumi.Input<string>;
}
