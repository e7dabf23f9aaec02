/** The script that keeps containers in bridge mode away from the instance metadata service. */
const script = "/usr/local/sbin/ecs-inferentia-block-imds";

/** Settings of the agent's service besides its own, which a new release of the agent leaves alone. */
const dropIn = "/etc/systemd/system/ecs.service.d/ecs-inferentia-block-imds.conf";

/**
 * Lines of user data that keep containers in bridge mode away from the instance metadata service, and so from the
 * instance's role. It does not hold for containers in host mode. Where the firewall cannot be set, the boot says so,
 * and the agent never starts. Nothing is installed: the packages of the agent and of Docker require `iptables`.
 *
 * The rule is set at once, and again before each start of the agent, as no restart of the instance keeps it.
 *
 * Docker starts beside user data, so that its chain may not be there yet. It takes an existing chain as it is, adds its
 * own rule behind those in it, and puts the jump to it first.
 *
 * Sources: Amazon ECS Developer Guide, task IAM role (the rule); aws/amazon-ecs-agent, packaging (`Requires: iptables`
 * of ecs-init; ecs.service, which waits for user data); moby, libnetwork/firewall_linux.go (DOCKER-USER).
 */
export const blockImdsInBridgeMode: readonly string[] = [
    `cat > ${script} <<'END'`,
    "#!/bin/sh",
    'ensure() { iptables --wait --check "$@" 2> /dev/null || iptables --wait --insert "$@"; }',
    "iptables --wait --new-chain DOCKER-USER 2> /dev/null",
    "ensure DOCKER-USER --in-interface docker+ --destination 169.254.169.254/32 --jump REJECT &&",
    "    ensure FORWARD --jump DOCKER-USER && exit",
    'echo "ecs-inferentia: iptables cannot keep containers from the role; the instance joins no cluster" >&2',
    "exit 1",
    "END",
    `chmod 755 ${script}`,
    `mkdir -p ${dropIn.slice(0, dropIn.lastIndexOf("/"))}`,
    `printf '[Service]\\nExecStartPre=${script}\\n' > ${dropIn}`,
    "systemctl daemon-reload",
    `${script} || exit 1`,
];
