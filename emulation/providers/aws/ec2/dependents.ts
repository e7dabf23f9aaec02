import type { Aws } from "../aws";
import { AwsError } from "../aws-error";

/** Refuses to delete a security group or subnet in which instances still are; the emulator deletes it under them. */
export async function refuseWhileUsed(
    aws: Aws,
    filter: "instance.group-id" | "subnet-id",
    id: string,
    message: string,
): Promise<void> {
    const { Reservations: reservations = [] } = await (
        await aws.ec2()
    ).describeInstances({ Filters: [{ Name: filter, Values: [id] }] });
    const instances = reservations.flatMap((one) => one.Instances ?? []);
    if (instances.some((one) => one.State?.Name !== "terminated")) {
        throw new AwsError("DependencyViolation", message);
    }
}
