/** The name of a role: the last part of its ARN, behind the role's path. */
export function roleNameOf(arn: string): string {
    return arn.slice(arn.lastIndexOf("/") + 1);
}
