import { UNKNOWN, type Known } from "../../ecs/known";
import { ofRunningStack } from "../engine/running-stack";
import { members, whole } from "../service/service-on-pool";
import { quote, type Problems } from "../validation/problems";
import { RouteProtocol } from "./args";
import { isOfNetwork, type RouteValues } from "./check";
import { canBothMatch } from "./patterns";
import { askedFor, priorityOf, type Conditions } from "./priority";

/** A route of a listener, by the name of its component. */
export interface ListenerRoute {
    readonly name: string;
    /** The priority of a rule, or the port of a network load balancer. */
    readonly place: Known<number>;
    /** Whether the program gave it. */
    readonly isGiven: boolean;
    /** What a rule asks for; undefined with a network load balancer. */
    readonly conditions: Known<Conditions> | undefined;
}

/** The routes of one program, by their load balancer. */
class ListenerRoutes {
    private readonly listeners = new Map<string, Map<object, ListenerRoute>>();

    /**
     * Registers a route, or again when more of it is known. Returns the other routes of the load balancer.
     *
     * @param component identifies the route: two in different parents may have one name.
     */
    register(component: object, balancer: string, route: ListenerRoute): readonly ListenerRoute[] {
        const routes = this.listeners.get(balancer) ?? new Map<object, ListenerRoute>();
        this.listeners.set(balancer, routes.set(component, route));
        return [...routes].filter(([other]) => other !== component).map(([, one]) => one);
    }
}

/** The routes of the program that is running. */
const listenerRoutes = ofRunningStack(() => new ListenerRoutes());

/**
 * Adds why a route could not stand beside the others of its load balancer: one rule for each priority, and one listener
 * for each port.
 *
 * @param component The route's.
 */
export function checkPlace(component: object, name: string, args: RouteValues, problems: Problems): void {
    const balancer = members(args.loadBalancer);
    const key = balancer("loadBalancerName") ?? balancer("listenerArn") ?? balancer("loadBalancerArn") ?? UNKNOWN;
    if (key === UNKNOWN || args.protocol === UNKNOWN) {
        return;
    }
    const ofNetwork = isOfNetwork(args.protocol ?? RouteProtocol.Http);
    const own = ofNetwork ? listenerOf(name, args) : ruleOf(name, args);
    const others = listenerRoutes().register(component, `${ofNetwork} ${key}`, own);
    const argument = ofNetwork ? (own.isGiven ? "listenerPort" : "port") : "priority";
    const problem = ofNetwork ? portProblem(own, others) : priorityProblem(own, others);
    if (problem !== undefined) {
        problems.add(argument, problem);
    }
}

function listenerOf(name: string, { listenerPort, port = UNKNOWN }: RouteValues): ListenerRoute {
    return { name, place: listenerPort ?? port, isGiven: listenerPort !== undefined, conditions: undefined };
}

function ruleOf(name: string, args: RouteValues): ListenerRoute {
    const hosts = whole(args.hosts);
    const paths = whole(args.paths);
    const conditions: Known<Conditions> = hosts === UNKNOWN || paths === UNKNOWN ? UNKNOWN : { hosts, paths };
    const byName = conditions === UNKNOWN ? UNKNOWN : priorityOf(name, conditions);
    return { name, place: args.priority ?? byName, isGiven: args.priority !== undefined, conditions };
}

function portProblem(own: ListenerRoute, others: readonly ListenerRoute[]): string | undefined {
    const equal = others.find(({ place }) => place !== UNKNOWN && place === own.place);
    return (
        equal &&
        `is ${String(own.place)}, at which the load balancer listens for Route ${quote(equal.name)} already; give ` +
            "another listenerPort"
    );
}

/** Why a route's rule could not stand beside those of others, as the problem of `priority`; undefined where it can. */
function priorityProblem(own: ListenerRoute, others: readonly ListenerRoute[]): string | undefined {
    const equal = others.find(({ place }) => place !== UNKNOWN && place === own.place);
    if (equal !== undefined) {
        const from = own.isGiven ? "" : " by the route's name";
        return (
            `is ${String(own.place)}${from}, which Route ${quote(equal.name)} has too on this load balancer; give ` +
            `${own.isGiven ? "another" : "one"}, such as ${freeBeside(own, others)}`
        );
    }
    const rival = own.isGiven ? undefined : others.find((other) => !other.isGiven && areRivals(own, other));
    return (
        rival &&
        `is missing, but a request can fit Route ${quote(rival.name)} too, which asks for as much; give the one that ` +
            "takes it a priority of 1 to 1000"
    );
}

/** Whether two rules take one request and neither asks for more, so that only their names would decide. */
function areRivals(one: ListenerRoute, other: ListenerRoute): boolean {
    const { conditions: own } = one;
    const { conditions: others } = other;
    if (own === undefined || own === UNKNOWN || others === undefined || others === UNKNOWN) {
        return false;
    }
    const meet = (some: readonly string[] = ["*"], more: readonly string[] = ["*"]) =>
        some.some((pattern) => more.some((opposite) => canBothMatch(pattern, opposite)));
    return askedFor(own) === askedFor(others) && meet(own.hosts, others.hosts) && meet(own.paths, others.paths);
}

function freeBeside({ place }: ListenerRoute, others: readonly ListenerRoute[]): number {
    const taken = others.map((other) => other.place);
    let free = (place as number) % 1000;
    do {
        free = (free % 1000) + 1;
    } while (taken.includes(free));
    return free;
}
