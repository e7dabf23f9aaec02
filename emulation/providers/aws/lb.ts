import { listener } from "./lb/listener";
import { listenerCertificate } from "./lb/listener-certificate";
import { listenerRule } from "./lb/listener-rule";
import { loadBalancer } from "./lb/load-balancer";
import { targetGroup } from "./lb/target-group";
import type { ResourceTypes } from "./resource-type";

/** Elastic Load Balancing. */
export const lbTypes: ResourceTypes = {
    "aws:lb/loadBalancer:LoadBalancer": loadBalancer,
    "aws:lb/targetGroup:TargetGroup": targetGroup,
    "aws:lb/listener:Listener": listener,
    "aws:lb/listenerRule:ListenerRule": listenerRule,
    "aws:lb/listenerCertificate:ListenerCertificate": listenerCertificate,
};
