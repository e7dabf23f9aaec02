import assert from "node:assert/strict";
import { join } from "node:path";
import { awsOf, inventory, projectRoot } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { errors, Stack, steps } from "./stack";

describeOnTheEngine("Routes of HTTPS, gRPC and TLS, and to tasks with addresses of their own", (session) => {
    let stack: Stack;
    let there: readonly string[];

    /** Each listener: its port, its protocol, the domains of its certificates, and what it does by default. */
    async function listeners(): Promise<unknown[]> {
        const [balancing, acm] = await Promise.all([awsOf(session()).loadBalancing(), awsOf(session()).acm()]);
        const { LoadBalancers = [] } = await balancing.describeLoadBalancers({});
        const found = await Promise.all(
            LoadBalancers.map(({ LoadBalancerArn }) => balancing.describeListeners({ LoadBalancerArn })),
        );
        const described = found
            .flatMap(({ Listeners = [] }) => Listeners)
            .map(async ({ ListenerArn, Port, Protocol, DefaultActions }) => {
                const { Certificates = [] } = await balancing.describeListenerCertificates({ ListenerArn });
                const domains = Certificates.map(async ({ CertificateArn }) => {
                    const { Certificate } = await acm.describeCertificate({ CertificateArn });
                    return Certificate?.DomainName;
                });
                return [Port, Protocol, await Promise.all(domains), DefaultActions?.[0]?.Type];
            });
        return (await Promise.all(described)).sort((one, other) => String(one).localeCompare(String(other)));
    }

    /** The target groups by name: their protocol and version, and the ports of their targets. */
    async function targets(): Promise<Record<string, unknown>> {
        const balancing = await awsOf(session()).loadBalancing();
        const { TargetGroups = [] } = await balancing.describeTargetGroups({});
        const all = TargetGroups.map(async (group) => {
            const { TargetGroupArn, Protocol, ProtocolVersion, TargetType } = group;
            const { TargetHealthDescriptions = [] } = await balancing.describeTargetHealth({ TargetGroupArn });
            const ports = TargetHealthDescriptions.map(({ Target }) => Target?.Port);
            return [
                group.TargetGroupName?.replace(/-\w+$/, ""),
                [TargetType, Protocol, ProtocolVersion, ...ports],
            ] as const;
        });
        return Object.fromEntries(await Promise.all(all)) as Record<string, unknown>;
    }

    before(async () => {
        there = await inventory(awsOf(session()));
        stack = await Stack.make(session(), join(__dirname, "programs", "encrypted-routes"), "encrypted-routes");
    });

    it("preview with the policy pack, which finds nothing that it would refuse", async () => {
        const preview = await stack.preview(["--policy-pack", join(projectRoot, "policy-pack")]);
        assert.deepEqual([preview.code, errors(preview)], [0, ""], preview.stdout);
    });

    it("deploy, and want no changes afterwards", async () => {
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up)], [0, ""], up.stdout);
        const second = await stack.preview(["--expect-no-changes"]);
        assert.deepEqual([second.code, errors(second), steps(second)], [0, "", []], second.stdout);
    });

    it("listen with the certificate, redirect HTTP, and reach instances and tasks", async () => {
        assert.deepEqual(await listeners(), [
            [443, "HTTPS", ["example.com"], "fixed-response"],
            [443, "TLS", ["example.com"], "forward"],
            [80, "HTTP", [], "redirect"],
        ]);
        assert.deepEqual(await targets(), {
            grpc: ["instance", "HTTP", "GRPC", 8500],
            resnet: ["ip", "HTTP", "HTTP1", 8080],
            tls: ["instance", "TCP", undefined, 8500],
        });
    });

    it("take another certificate and a further one and a host in place, and want no changes afterwards", async () => {
        await stack.configure({ later: "true" });
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up)], [0, ""], up.stdout);
        const ofAws = steps(up).filter((step) => step.includes(" aws:"));
        assert.deepEqual(ofAws, [
            "create aws:lb/listenerCertificate:ListenerCertificate front-certificate-0",
            "update aws:lb/listener:Listener front-listener",
            "update aws:lb/listener:Listener tls-listener",
            "update aws:lb/listenerRule:ListenerRule grpc-rule",
        ]);
        assert.deepEqual(await listeners(), [
            [443, "HTTPS", ["example.org", "example.com"], "fixed-response"],
            [443, "TLS", ["example.org"], "forward"],
            [80, "HTTP", [], "redirect"],
        ]);
        const second = await stack.preview(["--expect-no-changes"]);
        assert.deepEqual([second.code, errors(second), steps(second)], [0, "", []], second.stdout);
    });

    it("want no changes after a refresh", async () => {
        const refresh = await stack.refresh();
        assert.deepEqual([refresh.code, errors(refresh)], [0, ""], refresh.stdout);
        const preview = await stack.preview(["--expect-no-changes"]);
        assert.deepEqual([preview.code, errors(preview), steps(preview)], [0, "", []], preview.stdout);
    });

    it("are destroyed to nothing", async () => {
        const destroy = await stack.destroy();
        assert.deepEqual([destroy.code, errors(destroy)], [0, ""], destroy.stdout);
        assert.deepEqual(await inventory(awsOf(session())), there);
    });
});
