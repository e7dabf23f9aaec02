import { camelCase, fromApi, toApi } from "../api-shape";
import { boolean, list, number, object, only, type Properties, text, type Values } from "../property";

/** How a deployment goes; Pulumi's provider takes minutes as texts. */
const strategy: Properties = {
    bakeTimeInMinutes: text({ computed: true }),
    canaryConfiguration: object({ canaryBakeTimeInMinutes: text(), canaryPercent: number() }),
    lifecycleHooks: list(
        object({
            hookDetails: text(),
            hookTargetArn: text(),
            lifecycleStages: list(text(), { required: true }),
            roleArn: text(),
            targetType: text(),
            timeoutConfiguration: object({ action: text(), timeoutInMinutes: text() }),
        }),
        { unordered: true },
    ),
    linearConfiguration: object({ stepBakeTimeInMinutes: text(), stepPercent: number() }),
    strategy: text({ computed: true, oneOf: ["ROLLING", "BLUE_GREEN", "LINEAR", "CANARY"] }),
};

/** A block of these that is left out later changes nothing, as with Pulumi's provider. */
const forgiven = { api: false, computed: true } as const;

/** The inputs of a service that are Amazon ECS's `deploymentConfiguration`. */
export const deploymentInputs: Properties = {
    alarms: object(
        {
            alarmNames: list(text(), { required: true, unordered: true }),
            enable: boolean({ required: true }),
            rollback: boolean({ required: true }),
        },
        forgiven,
    ),
    deploymentCircuitBreaker: object(
        { enable: boolean({ required: true }), rollback: boolean({ required: true }) },
        forgiven,
    ),
    deploymentConfiguration: object(strategy, forgiven),
    deploymentMaximumPercent: number({ default: 200, api: false }),
    deploymentMinimumHealthyPercent: number({ default: 100, api: false }),
};

const percents = ["deploymentMaximumPercent", "deploymentMinimumHealthyPercent"];

/** @param of The inputs that are meant; of the two percents, one stands for both. */
export function deploymentMembers(all: Values, of: readonly string[]): Values {
    const isDaemon = all["schedulingStrategy"] === "DAEMON";
    const { deploymentCircuitBreaker, alarms, deploymentConfiguration } = only(all, of);
    const [maximumPercent, minimumHealthyPercent] = percents.map((name) => all[name]);
    return {
        ...(percents.some((name) => of.includes(name))
            ? // A daemon service's maximum is AWS's own.
              { ...(isDaemon ? {} : { maximumPercent }), minimumHealthyPercent }
            : {}),
        ...(deploymentCircuitBreaker === undefined ? {} : { deploymentCircuitBreaker }),
        ...(alarms === undefined ? {} : { alarms }),
        ...(numbers(toApi(strategy, (deploymentConfiguration ?? {}) as Values, camelCase)) as Values),
    };
}

export function describedDeployment(members: Values | undefined): Values {
    const { alarms, deploymentCircuitBreaker, maximumPercent, minimumHealthyPercent } = members ?? {};
    const described = fromApi(strategy, members, camelCase);
    return {
        alarms,
        deploymentCircuitBreaker,
        deploymentConfiguration: Object.keys(described).length === 0 ? undefined : described,
        deploymentMaximumPercent: maximumPercent,
        deploymentMinimumHealthyPercent: minimumHealthyPercent,
    };
}

/** The members with minutes as the numbers that Amazon ECS takes. */
function numbers(members: unknown): unknown {
    if (Array.isArray(members)) {
        return members.map(numbers);
    }
    return typeof members === "object" && members !== null
        ? Object.fromEntries(
              Object.entries(members).map(([name, value]) => [
                  name,
                  name.endsWith("InMinutes") ? Number(value) : numbers(value),
              ]),
          )
        : members;
}
