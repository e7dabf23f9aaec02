import type { CloudWatchLogs, LogGroup } from "@aws-sdk/client-cloudwatch-logs";
import type { Aws } from "../aws";
import { AwsError } from "../aws-error";
import { region, tags } from "../common-inputs";
import { boolean, number, type Properties, text } from "../property";
import type { ResourceType } from "../resource-type";
import { tagChanges, tagsOf } from "../tags";

/** The periods that Amazon CloudWatch Logs takes; 0 keeps for ever. */
const retentionDays = [
    0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

const inputs: Properties = {
    deletionProtectionEnabled: boolean({ computed: true }),
    kmsKeyId: text(),
    logGroupClass: text({ replaces: true, computed: true, oneOf: ["DELIVERY", "INFREQUENT_ACCESS", "STANDARD"] }),
    name: text({ replaces: true }),
    namePrefix: text({ replaces: true }),
    region,
    retentionInDays: number({ default: 0, oneOf: retentionDays }),
    skipDestroy: boolean({ default: false }),
    tags,
};

export const logGroup: ResourceType = {
    inputs,
    outputs: ["arn", "tagsAll"],
    autoName: { maxLength: 512 },
    async create(aws, values) {
        const name = String(values["name"]);
        await (
            await aws.logs()
        ).createLogGroup({
            kmsKeyId: values["kmsKeyId"] as string | undefined,
            logGroupClass: values["logGroupClass"] as "STANDARD" | undefined,
            logGroupName: name,
            tags: { ...tagsOf(values) },
        });
        return name;
    },
    async finish(aws, id, values) {
        if (values["deletionProtectionEnabled"] === true) {
            throw new AwsError(
                "NotImplemented",
                "the emulator does not protect log groups from deletion: leave deletionProtectionEnabled out",
            );
        }
        if (values["retentionInDays"] !== 0) {
            await setRetention(await aws.logs(), id, values["retentionInDays"]);
        }
    },
    async read(aws, id) {
        const found = await describe(aws, id);
        const arn = found?.arn?.replace(/:\*$/, "");
        return (
            found && {
                arn,
                deletionProtectionEnabled: false,
                kmsKeyId: found.kmsKeyId,
                logGroupClass: found.logGroupClass ?? "STANDARD",
                name: found.logGroupName,
                retentionInDays: found.retentionInDays ?? 0,
                tagsAll: (await (await aws.logs()).listTagsForResource({ resourceArn: arn })).tags,
            }
        );
    },
    async update(aws, id, news, olds) {
        const logs = await aws.logs();
        if (news["retentionInDays"] !== olds["retentionInDays"]) {
            await setRetention(logs, id, news["retentionInDays"]);
        }
        if (news["kmsKeyId"] !== olds["kmsKeyId"]) {
            const kmsKeyId = news["kmsKeyId"];
            await (typeof kmsKeyId === "string"
                ? logs.associateKmsKey({ logGroupName: id, kmsKeyId })
                : logs.disassociateKmsKey({ logGroupName: id }));
        }
        const resourceArn = String(olds["arn"]);
        const { removed, set } = tagChanges(olds, news);
        if (removed.length > 0) {
            await logs.untagResource({ resourceArn, tagKeys: removed });
        }
        if (Object.keys(set).length > 0) {
            await logs.tagResource({ resourceArn, tags: { ...set } });
        }
    },
    async delete(aws, id, state) {
        if (state["skipDestroy"] === true) {
            return;
        }
        const logs = await aws.logs();
        const tagKeys = Object.keys(tagsOf(state));
        if (tagKeys.length > 0) {
            // The emulator would give them to the next log group of that name.
            await logs.untagResource({ resourceArn: String(state["arn"]), tagKeys });
        }
        await logs.deleteLogGroup({ logGroupName: id });
    },
};

async function describe(aws: Aws, name: string): Promise<LogGroup | undefined> {
    const answer = await (await aws.logs()).describeLogGroups({ logGroupNamePrefix: name });
    return answer.logGroups?.find((one) => one.logGroupName === name);
}

async function setRetention(logs: CloudWatchLogs, logGroupName: string, days: unknown): Promise<void> {
    await (days === 0
        ? logs.deleteRetentionPolicy({ logGroupName })
        : logs.putRetentionPolicy({ logGroupName, retentionInDays: Number(days) }));
}
