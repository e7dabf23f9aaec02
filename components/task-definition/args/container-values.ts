import type * as pulumi from "@pulumi/pulumi";
import { awsObject, required } from "../../validation/shape";
import { anyText, oneOf, text } from "../../validation/values";

/** An environment variable. */
export interface KeyValuePair {
    /** The variable's name. */
    name: pulumi.Input<string>;
    /** Its value. */
    value: pulumi.Input<string>;
}

export const keyValuePair = awsObject<KeyValuePair>("an environment variable", {
    name: required(text(/^[^=\0]+$/, "the name of an environment variable"), "name the environment variable"),
    value: required(anyText, "give the variable's value"),
});

/** A file in Amazon S3 with environment variables. */
export interface EnvironmentFile {
    /** The ARN of the object; its name ends in `.env`. */
    value: pulumi.Input<string>;
    /** `s3`. */
    type: pulumi.Input<string>;
}

export const environmentFile = awsObject<EnvironmentFile>("an environment file", {
    value: required(
        text(/^arn:[\w-]+:s3:::.+\.env$/, "the ARN of an object in Amazon S3 whose name ends in .env"),
        "give the object's ARN",
    ),
    type: required(oneOf(["s3"]), "give s3"),
});

/** A value that ECS reads where the container starts, and that stands in no task definition. */
export interface Secret {
    /** The name of the environment variable, or of the log driver's option. */
    name: pulumi.Input<string>;
    /**
     * The ARN of a secret of AWS Secrets Manager, perhaps with `:<json key>:<version stage>:<version id>`; or the name
     * or ARN of a parameter of Systems Manager.
     */
    valueFrom: pulumi.Input<string>;
}

export const secret = awsObject<Secret>("a secret", {
    name: required(text(/^[^=\0]+$/, "a name"), "name the variable, or the option"),
    valueFrom: required(
        text(
            /^(?:(?!arn:)[\w./-]+|arn:[\w-]+:(?:secretsmanager|ssm):\S+)$/,
            "the ARN of a secret, or the name or ARN of a parameter of Systems Manager",
        ),
        "give the secret's ARN",
    ),
});

/** How an image is pulled from a private registry that is not ECR. */
export interface RepositoryCredentials {
    /** The ARN of the secret that has the registry's user and password. */
    credentialsParameter: pulumi.Input<string>;
}

export const repositoryCredentials = awsObject<RepositoryCredentials>("the credentials of a registry", {
    credentialsParameter: required(
        text(/^arn:[\w-]+:secretsmanager:\S+$/, "the ARN of a secret"),
        "give the secret's ARN",
    ),
});
