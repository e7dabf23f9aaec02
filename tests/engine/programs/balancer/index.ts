import * as inferentia from "pulumi-ecs-inferentia";

new inferentia.LoadBalancer("front", { protocol: "HTTP" });
