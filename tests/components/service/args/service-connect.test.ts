import { refuses } from "../harness";

describe("Service, of Service Connect,", () => {
    refuses([
        [
            "a mistyped member at depth",
            {
                serviceConnectConfiguration: {
                    enabled: true,
                    services: [{ portName: "http", clientAlias: [{ port: 80, dnsname: "bert" }] }],
                },
            },
            "serviceConnectConfiguration.services[0].clientAlias[0].dnsname is not an argument of a client alias (did you " +
                "mean dnsName?); leave it out",
        ],
    ]);
});
