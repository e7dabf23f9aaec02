import { awsRequestPath } from "./aws-request";

/** The lifecycle hook that keeps an instance from its warm pool, and from service, until its user data has ended. */
export const readyHookName = "ecs-inferentia-user-data";

/** What cloud-init runs at each start of the instance, before the agent. */
const atEachStart = "/var/lib/cloud/scripts/per-boot/ecs-inferentia";

/** Where it is written, so that it is there as a whole or not at all. */
const unfinished = "/var/lib/cloud/ecs-inferentia";

/**
 * Lines at the beginning of user data in a warm pool. EC2 Auto Scaling may stop an instance in the middle of it, and
 * cloud-init runs it once: it runs again at the next start, until it has come to its end.
 *
 * Source: Amazon EC2 Auto Scaling User Guide, lifecycle hooks with a warm pool.
 */
export const untilEnded: readonly string[] = [
    `cp "$0" ${unfinished} && chmod 755 ${unfinished} && mv -f ${unfinished} ${atEachStart}`,
    "trap '[ $? -eq 0 ] && ready' EXIT",
];

/**
 * Lines of user data that complete the lifecycle action when it has ended, and at each later start: an instance also
 * waits when it leaves the warm pool. The group has the hook only shortly after its first instances: those wait for
 * nothing.
 */
export const whenEnded: readonly string[] = [
    "ready() {",
    `    cat > ${unfinished} <<'END'`,
    "#!/bin/sh",
    "{",
    "    id=$(cat /var/lib/cloud/data/instance-id)",
    "    for try in 1 2 3 4 5 6 7 8 9 10 11 12; do",
    `        found=$(${awsRequestPath} autoscaling '' '' \\`,
    '            "Action=DescribeAutoScalingInstances&Version=2011-01-01&InstanceIds.member.1=$id")',
    `        state=$(echo "$found" | sed -n 's/.*<LifecycleState>\\(.*\\)<\\/LifecycleState>.*/\\1/p')`,
    `        group=$(echo "$found" | sed -n 's/.*<AutoScalingGroupName>\\(.*\\)<\\/AutoScalingGroupName>.*/\\1/p')`,
    "        case $state in",
    "        *Pending:Wait)",
    `            ${awsRequestPath} autoscaling '' '' "Action=CompleteLifecycleAction&Version=2011-01-01&\\`,
    `LifecycleHookName=${readyHookName}&AutoScalingGroupName=$group&InstanceId=$id&LifecycleActionResult=CONTINUE" \\`,
    "                > /dev/null && exit ;;",
    "        *Pending | '') ;;",
    "        *) exit ;;",
    "        esac",
    "        sleep 10",
    "    done",
    '    echo "ecs-inferentia: cannot tell EC2 Auto Scaling that the instance is ready" >&2',
    "} &",
    "END",
    `    chmod 755 ${unfinished} && mv -f ${unfinished} ${atEachStart} && ${atEachStart}`,
    "}",
];
