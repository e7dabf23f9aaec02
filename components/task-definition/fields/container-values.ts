import { object, required, type Check, type Fields } from "../../validation/shape";
import { anyText, oneOf, text } from "../../validation/values";
import type {
    EnvironmentFileArgs,
    KeyValuePairArgs,
    RepositoryCredentialsArgs,
    SecretArgs,
} from "../args/container-values";

const keyValuePairFields: Fields<KeyValuePairArgs> = {
    name: required(text(/^[^=\0]+$/, "the name of an environment variable"), "name the environment variable"),
    value: required(anyText, "give the variable's value"),
};

const environmentFileFields: Fields<EnvironmentFileArgs> = {
    value: required(
        text(/^arn:[\w-]+:s3:::.+\.env$/, "the ARN of an object in Amazon S3 whose name ends in .env"),
        "give the object's ARN",
    ),
    type: required(oneOf(["s3"]), "give s3"),
};

const secretFields: Fields<SecretArgs> = {
    name: required(text(/^[^=\0]+$/, "a name"), "name the variable, or the option"),
    valueFrom: required(
        text(
            /^(?:(?!arn:)[\w./-]+|arn:[\w-]+:(?:secretsmanager|ssm):\S+)$/,
            "the ARN of a secret, or the name or ARN of a parameter of Systems Manager",
        ),
        "give the secret's ARN",
    ),
};

const repositoryCredentialsFields: Fields<RepositoryCredentialsArgs> = {
    credentialsParameter: required(
        text(/^arn:[\w-]+:secretsmanager:\S+$/, "the ARN of a secret"),
        "give the secret's ARN",
    ),
};

export const keyValuePair: Check = object("an environment variable", keyValuePairFields);
export const environmentFile: Check = object("an environment file", environmentFileFields);
export const secret: Check = object("a secret", secretFields);
export const repositoryCredentials: Check = object("the credentials of a registry", repositoryCredentialsFields);
