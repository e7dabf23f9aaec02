import { serviceDefaults } from "../../contract";
import { any, UNKNOWN, type Known } from "../known";

/** A capacity provider of a strategy. */
export interface StrategyItem {
    readonly base: Known<number> | undefined;
    readonly weight: Known<number> | undefined;
}

/**
 * Whether each capacity provider of a strategy gets tasks of a service: first those with a base get its count, then the
 * weights share out the rest. Not known while the bases alone hold all of the tasks, which a deployment can exceed.
 *
 * Source: Amazon ECS API Reference, CapacityProviderStrategyItem: of several providers, one of weight 0 is not used
 * to place tasks; ECS refuses a strategy of several in which all have weight 0.
 */
export function getTasks(
    strategy: readonly StrategyItem[],
    desiredCount: Known<number> | undefined,
): readonly Known<boolean>[] {
    const based = strategy.map(({ base = 0 }) => (base === UNKNOWN ? UNKNOWN : base > 0));
    const weighted = strategy.map(({ weight = 0 }) => (weight === UNKNOWN ? UNKNOWN : weight > 0));
    if (strategy.length === 1 || [...based, ...weighted].every((one) => one === false)) {
        return strategy.map(() => true);
    }
    const bases = strategy.reduce((sum, { base = 0 }) => (base === UNKNOWN ? sum : sum + base), 0);
    const tasks = desiredCount === UNKNOWN ? Infinity : (desiredCount ?? serviceDefaults.desiredCount);
    return based.map((isBased, index) => {
        const { [index]: isWeighted = false } = weighted;
        return any([isBased, isWeighted === true && bases >= tasks ? UNKNOWN : isWeighted]);
    });
}
