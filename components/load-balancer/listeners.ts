import { Listener, ListenerCertificate } from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { defaultSslPolicy, listenerPorts } from "../../contract";
import { ListenerProtocol, type LoadBalancerArgs } from "./args";

/** The listeners of an Application Load Balancer. */
export interface Listeners {
    /** The one to which routes add their rules. */
    readonly listener: Listener;
    /** The one that redirects to it; undefined where it is not HTTPS. */
    readonly redirect?: Listener | undefined;
    /** All ports that listen. */
    readonly ports: readonly number[];
}

/**
 * Creates the listener of routes, which answers 404 where none takes a request; in front of HTTPS another one, which
 * redirects.
 */
export function createListeners(
    name: string,
    loadBalancerArn: pulumi.Input<string>,
    args: LoadBalancerArgs,
    opts: pulumi.CustomResourceOptions,
): Listeners {
    const { tags } = args;
    // An output is refused.
    const protocol = (args.protocol ?? ListenerProtocol.Https) as ListenerProtocol;
    const isHttps = protocol === ListenerProtocol.Https;
    const port = listenerPorts[protocol];
    const listener = new Listener(
        `${name}-listener`,
        {
            loadBalancerArn,
            port,
            protocol,
            ...(isHttps && {
                certificateArn: args.certificateArn,
                sslPolicy: args.sslPolicy ?? defaultSslPolicy,
            }),
            defaultActions: [
                {
                    type: "fixed-response",
                    fixedResponse: { contentType: "text/plain", messageBody: "No route", statusCode: "404" },
                },
            ],
            tags,
        },
        opts,
    );
    if (!isHttps) {
        return { listener, ports: [port] };
    }
    for (const [index, certificateArn] of (args.additionalCertificateArns ?? []).entries()) {
        new ListenerCertificate(`${name}-certificate-${index}`, { listenerArn: listener.arn, certificateArn }, opts);
    }
    const toHttps = { port: String(port), protocol, statusCode: "HTTP_301" };
    const redirect = new Listener(
        `${name}-redirect`,
        {
            loadBalancerArn,
            port: listenerPorts.HTTP,
            protocol: ListenerProtocol.Http,
            defaultActions: [{ type: "redirect", redirect: toHttps }],
            tags,
        },
        opts,
    );
    return { listener, redirect, ports: [port, listenerPorts.HTTP] };
}
