import type { NeuronInstanceType } from "./neuron-instances";

/**
 * What an hour of an instance costs: US dollars, Linux, on demand, in one region on one day; types without a row were
 * not offered there.
 *
 * Source: AWS's price list as aws/karpenter-provider-aws carries it (pkg/providers/pricing/zz_generated.pricing_aws.go,
 * "generated at 2026-01-19T13:23:24Z for us-east-1").
 */
export const onDemandPrices = {
    region: "us-east-1",
    date: "2026-01-19",
    dollarsPerHour: {
        "inf1.xlarge": 0.228,
        "inf1.2xlarge": 0.362,
        "inf1.6xlarge": 1.18,
        "inf1.24xlarge": 4.721,
        "inf2.xlarge": 0.7582,
        "inf2.8xlarge": 1.96786,
        "inf2.24xlarge": 6.49063,
        "inf2.48xlarge": 12.98127,
        "trn1.2xlarge": 1.34375,
        "trn1.32xlarge": 21.5,
        "trn1n.32xlarge": 24.78,
    } satisfies Readonly<Partial<Record<NeuronInstanceType, number>>>,
} as const;
