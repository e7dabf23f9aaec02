import assert from "node:assert/strict";
import { PoolServices } from "../../../components/service/pool-services";
import { serviceOnPool } from "../../../components/service/service-on-pool";
import { UNKNOWN } from "../../../ecs/known";

const on = (poolName: string | typeof UNKNOWN, desiredCount = 1) => serviceOnPool({ pool: { poolName }, desiredCount });

describe("PoolServices", () => {
    it("registers a service, and returns the others of its pool as they were last registered", () => {
        const services = new PoolServices();
        const [bert, gpt, llama] = [{}, {}, {}];
        assert.deepStrictEqual(
            [
                services.register(bert, "bert", on("small")),
                services.register(gpt, "gpt", on("large")),
                services.register(bert, "bert", on("small", 2)),
                services.register(llama, "bert", on("small")),
                services.register(bert, "bert", on("small", 2)),
            ],
            [[], [], [], [{ name: "bert", service: on("small", 2) }], [{ name: "bert", service: on("small") }]],
        );
    });

    it("registers no service whose pool is not known", () => {
        const services = new PoolServices();
        assert.deepStrictEqual(
            [services.register({}, "bert", on(UNKNOWN)), services.register({}, "gpt", on(UNKNOWN))],
            [[], []],
        );
    });
});
