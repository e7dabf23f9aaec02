import { list, number, object, type Property, text, unserved } from "../property";

const specification = {
    launchTemplateId: text({ computed: true }),
    launchTemplateName: text({ computed: true }),
    version: text({ computed: true }),
};

/** Several instance types, on demand and on spot, in one group. What is left out, EC2 Auto Scaling answers. */
export const mixedInstancesPolicy: Property = object(
    {
        instancesDistribution: object(
            {
                onDemandAllocationStrategy: text({ computed: true, oneOf: ["lowest-price", "prioritized"] }),
                onDemandBaseCapacity: number({ computed: true }),
                onDemandPercentageAboveBaseCapacity: number({ computed: true }),
                spotAllocationStrategy: text({
                    computed: true,
                    oneOf: [
                        "capacity-optimized",
                        "capacity-optimized-prioritized",
                        "lowest-price",
                        "price-capacity-optimized",
                    ],
                }),
                spotInstancePools: number({ computed: true }),
                spotMaxPrice: text(),
            },
            { computed: true },
        ),
        launchTemplate: object(
            {
                launchTemplateSpecification: object(specification, { required: true }),
                overrides: list(
                    object({
                        instanceRequirements: unserved(),
                        instanceType: text(),
                        launchTemplateSpecification: object(specification),
                        weightedCapacity: text(),
                    }),
                    { computed: true },
                ),
            },
            { required: true },
        ),
    },
    { computed: true },
);
