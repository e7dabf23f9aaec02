/** At most 80 columns wide, as terminals are. */
export const usage = `Usage: ecs-inferentia check [options] [PATH…]
       ecs-inferentia migrate FILE --to libnrt [options]
       ecs-inferentia rules [--format json]
       ecs-inferentia explain RULE
       ecs-inferentia completion bash|zsh|fish

check checks ECS task definitions, CloudFormation templates, Terraform plans and
states (terraform show -json) and Pulumi states (pulumi stack export) for what
AWS Inferentia and Neuron need. PATH is a file, a folder of JSON and YAML files
(default: this one), or - for standard input; unrelated files of a folder are
skipped and counted. migrate takes task definitions from the neuron-rtd sidecar
to the runtime library, and lists what a person must do. rules lists the rules;
explain prints what one demands and why, with a wrong and a right example.
completion prints what completes this command in a shell.

Options of check:
  --format FORMAT[=FILE]  text (default), json, sarif, junit, or gcc, a line
                          for each finding; to standard output, or to a
                          file; repeatable
  --verbose               name the rules that wait for what is not known
  --rule NAME             check this rule only; repeatable
  --config FILE           levels and options of the rules, as for pulumi preview
                          --policy-pack-config; default: ecs-inferentia.yaml of
                          this folder or the nearest one above it. Without a
                          PATH, the FILE alone is checked
  --exclude GLOB          leave files out, as in "vendor/**" or "*.test.json";
                          repeatable
  --parameter NAME=VALUE  the value of a template's parameter; repeatable
  --baseline FILE         accept the findings in this file, and fail only on new
                          ones
  --update-baseline       write today's findings to the baseline
  --fail-on LEVEL         end with 1 for findings from this level on: mandatory
                          (default), advisory, or none
  --diff                  show what --fix would change, for patch too, and
                          change nothing
  --fix                   first repair task definitions of ECS and of
                          CloudFormation, where there is exactly one right
                          answer; JSON and YAML keep their form and comments

Options of migrate:
  --to libnrt             the runtime library of Runtime 2.x
  --instance-type TYPE    the type on which the tasks shall run, such as
                          inf2.xlarge; default: the one on which they are placed
  --diff                  show what would change (default)
  --write                 write it; of other files than those of ECS and
                          CloudFormation, the new containers are printed
  --format FORMAT         text (default) or json

  --help, --version

Colours are for terminals only; NO_COLOR=1 turns them off.
Exit code: 0 nothing mandatory found, 1 mandatory findings, 2 a file could not
be read, repaired or migrated, or no template has a --parameter.
`;
