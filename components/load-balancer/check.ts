import type { Unwrap } from "@pulumi/pulumi";
import { idleTimeouts } from "../../contract";
import { UNKNOWN } from "../../ecs/known";
import { checkInstanceNetwork } from "../pool/check";
import type { Accepted } from "../validation/accepted";
import type { Problems } from "../validation/problems";
import type { ArgumentCheck } from "../validation/validate";
import { ListenerProtocol, loadBalancerFields, LoadBalancerType, type LoadBalancerArgs } from "./args";

type LoadBalancerValues = Accepted<Unwrap<LoadBalancerArgs>>;

export const loadBalancerCheck: ArgumentCheck<LoadBalancerArgs> = {
    fields: loadBalancerFields,
    together(args, problems) {
        problems.written("loadBalancerType", args.loadBalancerType, "which listeners there are");
        problems.written("protocol", args.protocol, "which listeners there are");
        checkInstanceNetwork(args, problems);
        checkIdleTimeout(args, problems);
        if (args.loadBalancerType === LoadBalancerType.Network) {
            checkNetworkType(args, problems);
        } else if (args.loadBalancerType !== UNKNOWN) {
            checkListener(args, problems);
        }
        if (args.securityGroupIds !== undefined && args.allowedCidrBlocks !== undefined) {
            problems.add(
                "allowedCidrBlocks",
                "is given together with securityGroupIds, which stay as they are; open those for clients, and leave " +
                    "this out",
            );
        }
    },
};

function checkNetworkType(args: LoadBalancerValues, problems: Problems): void {
    if (args.protocol !== undefined) {
        problems.add(
            "protocol",
            "is given, but a network load balancer has no listener of its own: each route brings one; leave it out",
        );
    }
    if (args.additionalCertificateArns !== undefined) {
        problems.add(
            "additionalCertificateArns",
            "is given, but the listeners of a network load balancer have one certificate; give certificateArn alone",
        );
    }
}

function checkListener(args: LoadBalancerValues, problems: Problems): void {
    if (args.protocol === ListenerProtocol.Http) {
        for (const name of ["certificateArn", "additionalCertificateArns", "sslPolicy"] as const) {
            if (args[name] !== undefined) {
                problems.add(name, 'is given, but protocol is "HTTP", which encrypts nothing; leave one of them out');
            }
        }
    } else if (args.protocol !== UNKNOWN && args.certificateArn === undefined) {
        problems.add(
            "certificateArn",
            'is missing; give the ARN of a certificate for the clients\' hosts, or protocol: "HTTP", which encrypts ' +
                "nothing",
        );
    }
}

function checkIdleTimeout({ loadBalancerType, idleTimeout }: LoadBalancerValues, problems: Problems): void {
    if (idleTimeout === undefined || idleTimeout === UNKNOWN || loadBalancerType === UNKNOWN) {
        return;
    }
    const type = loadBalancerType ?? LoadBalancerType.Application;
    const { minimum, maximum } = idleTimeouts[type];
    if (idleTimeout < minimum || idleTimeout > maximum) {
        problems.add(
            "idleTimeout",
            `is ${idleTimeout}, but must be from ${minimum} to ${maximum} seconds with the type ${type}`,
        );
    }
}
