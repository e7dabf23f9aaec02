import type { LaunchTemplate as Ec2LaunchTemplate } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { componentTypes } from "../../contract";
import { givenArguments } from "../engine/given-arguments";
import { OwnResources } from "../engine/own-resources";
import { whenValid } from "../engine/when-valid";
import { launchTemplateCheck, type LaunchTemplateArgs } from "./args";
import { createTemplate } from "./template";

const resources = new OwnResources<LaunchTemplate, Ec2LaunchTemplate>();

/**
 * An EC2 launch template for Inferentia container instances: the AMI that AWS publishes for the runtime on ECS, IMDSv2
 * only with a hop limit of 2 (as in the AMI; the user data keeps containers away from the service), an encrypted root
 * volume, and user data that joins an ECS cluster.
 *
 * A new AMI makes a new version of the template; running instances keep theirs.
 *
 * @throws InvalidArgumentsError with every wrong argument, before anything of it is created.
 */
export class LaunchTemplate extends pulumi.ComponentResource {
    /** The launch template's id. */
    public readonly launchTemplateId: pulumi.Output<string>;
    /** The launch template's newest version. */
    public readonly latestVersion: pulumi.Output<number>;
    /** The id of the AMI that the template launches; undefined with `amiResolution: "launch"`. */
    public readonly amiId: pulumi.Output<string | undefined>;
    /** The name of that AMI, which carries its release; undefined where only the id is known. */
    public readonly amiName: pulumi.Output<string | undefined>;
    /** The EC2 instance type that the template launches. */
    public readonly instanceType: pulumi.Output<string>;

    constructor(name: string, args: LaunchTemplateArgs, opts?: pulumi.ComponentResourceOptions) {
        args = givenArguments("LaunchTemplate", name, args);
        super(componentTypes.launchTemplate, name, args, opts);
        const ready = whenValid("LaunchTemplate", name, args, launchTemplateCheck, this);
        const lookups = { component: "LaunchTemplate", name, ready, opts: { parent: this } };
        const { template, ami } = createTemplate(name, args, lookups, { parent: this, dependsOn: ready });
        resources.set(this, template);
        this.launchTemplateId = template.id;
        this.latestVersion = template.latestVersion;
        this.amiId = ami.apply(({ id }) => id);
        this.amiName = ami.apply((one) => one.name);
        this.instanceType = pulumi.output(args.instanceType);
        const { launchTemplateId, latestVersion, amiId, amiName, instanceType } = this;
        this.registerOutputs({ launchTemplateId, latestVersion, amiId, amiName, instanceType });
    }

    /** The launch template itself. */
    get launchTemplate(): Ec2LaunchTemplate {
        return resources.of(this);
    }
}
