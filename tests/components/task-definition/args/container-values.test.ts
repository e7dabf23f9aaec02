import { refuses, withContainer } from "../harness";

describe("TaskDefinition, of the values in its containers,", () => {
    refuses([
        [
            "a variable without a name",
            withContainer({ environment: [{ value: "info" }] }),
            ["containers[0].environment[0].name is missing; name the environment variable"],
        ],
        [
            "a name with an equals sign",
            withContainer({ environment: [{ name: "A=B", value: "" }] }),
            ['containers[0].environment[0].name is "A=B", but must be the name of an environment variable'],
        ],
        [
            "a variable without a value",
            withContainer({ environment: [{ name: "LEVEL" }] }),
            ["containers[0].environment[0].value is missing; give the variable's value"],
        ],
        [
            "an environment file that ECS does not read",
            withContainer({ environmentFiles: [{ type: "s3", value: "arn:aws:s3:::models/bert.txt" }] }),
            [
                'containers[0].environmentFiles[0].value is "arn:aws:s3:::models/bert.txt", but must be the ARN of an ' +
                    "object in Amazon S3 whose name ends in .env",
            ],
        ],
        [
            "an environment file of another store",
            withContainer({ environmentFiles: [{ type: "efs", value: "arn:aws:s3:::models/bert.env" }] }),
            ['containers[0].environmentFiles[0].type is "efs", but must be s3'],
        ],
        [
            "a secret that no service of AWS holds",
            withContainer({ secrets: [{ name: "TOKEN", valueFrom: "arn:aws:s3:::models/token" }] }),
            [
                'containers[0].secrets[0].valueFrom is "arn:aws:s3:::models/token", but must be the ARN of a ' +
                    "secret, or the name or ARN of a parameter of Systems Manager",
            ],
        ],
        [
            "a secret without a source",
            withContainer({ secrets: [{ name: "TOKEN" }] }),
            ["containers[0].secrets[0].valueFrom is missing; give the secret's ARN"],
        ],
        [
            "the credentials of a registry by the name of their secret",
            withContainer({ repositoryCredentials: { credentialsParameter: "registry" } }),
            ['containers[0].repositoryCredentials.credentialsParameter is "registry", but must be the ARN of a secret'],
        ],
    ]);
});
