export const usage = `Usage: ecs-inferentia check [options] PATH…
       ecs-inferentia rules
       ecs-inferentia explain RULE

check judges ECS task definitions, CloudFormation templates, Terraform plans and states (terraform show -json) and
Pulumi states (pulumi stack export) by what AWS Inferentia and Neuron need. A folder stands for the JSON and YAML files
in it, - for standard input. rules lists the rules; explain prints what one demands and why, with a wrong and a right
example.

  --format FORMAT[=FILE]     how to report: text (default), json, sarif or junit; to standard output, or into a file.
                             Can be given again
  --verbose                  say of each rule what it waits for where something is not known
  --rule NAME                judge by this rule only; can be given again
  --config FILE              levels and options of the rules, as for pulumi preview --policy-pack-config; without a
                             PATH, this file alone is checked
  --exclude GLOB             leave files out, as in "vendor/**" or "*.test.json"; can be given again
  --parameter NAME=VALUE     the value of a template's parameter; can be given again
  --baseline FILE            accept the findings that stand in this file, and fail only on new ones
  --update-baseline          write the findings of today into the baseline
  --diff                     show what --fix would change, and change nothing
  --fix                      first repair JSON files of ECS task definitions, in what has exactly one right answer
  --help, --version

Colours are for terminals only; NO_COLOR=1 turns them off.
Exit code: 0 nothing mandatory found, 1 mandatory findings, 2 something could not be read, or not be repaired,
or a --parameter is in no template.
`;
