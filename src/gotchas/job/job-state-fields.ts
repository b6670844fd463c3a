import { known } from '../../facts/fact';
import { all, defineGotcha, type Result } from '../definition';

/** Fields that each language lacks. */
const FOREIGN = {
  JSONata: ['Parameters', 'ResultPath', 'InputPath', 'OutputPath', 'ResultSelector', 'TimeoutSecondsPath', 'HeartbeatSecondsPath'],
  JSONPath: ['Arguments', 'Output'],
};
/** Fields of RunTask and its overrides in the letters of Step Functions. */
const PASCAL = [
  'Cluster', 'TaskDefinition', 'LaunchType', 'NetworkConfiguration', 'AwsvpcConfiguration', 'Subnets', 'SecurityGroups', 'AssignPublicIp', 'Overrides',
  'ContainerOverrides', 'Name', 'Command', 'Environment', 'Value', 'Cpu', 'Memory', 'Count', 'Group', 'Tags', 'PropagateTags', 'PlatformVersion',
  'CapacityProviderStrategy', 'EnableExecuteCommand', 'TaskRoleArn', 'ExecutionRoleArn',
];

export const jobStateFields = defineGotcha({
  id: 'job-state-fields',
  title: 'A state or an input has fields in the form of another language',
  consequence: 'rejected',
  symptom: '`InvalidDefinition`: a field is not supported by Step Functions, or by the query language of the state. A rule starts the task without its overrides.',
  why: 'Step Functions takes the fields of RunTask with a capital first letter, and refuses others. A state in JSONata has `Arguments` and `Output` and values of the form `{% … %}`, one in JSONPath has `Parameters` and fields that end in `.$`. '
    + 'The input of a rule or a schedule is JSON of the API of ECS, whose fields begin with a small letter.',
  rule: 'A state has only fields of its query language, and passes fields of RunTask with a capital first letter. The input of a target has `containerOverrides`, `name` and `command` with a small first letter (a warning). A field whose value is a path ends in `.$` (a warning).',
  fix: 'use the fields of the query language of the state, in the letters of the documentation',
  docsUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  levels: ['synth'],
  designedOut: '`ScheduledJob`, `EventJob` and `asState` of a `OneOffTask` write the state.',
  subject: 'taskLaunch',
  needs: ['launcher', 'queryLanguage', 'stateFields', 'runFields'],
  reads: ['literalPaths'],
  check: ({ launcher, queryLanguage, stateFields, runFields, literalPaths }) => all(
    () => queryLanguage === undefined ? [] : language(queryLanguage, stateFields),
    () => launcher === 'state' ? letters(runFields) : launcher === 'pipe' ? [] : ofInput(runFields),
    () => known(literalPaths).slice(0, 1).map((path): Result => ({
      property: 'parameters',
      consequence: 'misbehaves',
      detail: `parameters (${path}) pass the path as a text, and not what is there`,
      fix: `end the name of the field in .$ (${path.replace(/: .*$/, '')}.$), with States.Array for a list`,
    })),
  ),
});

function language(own: 'JSONPath' | 'JSONata', fields: readonly string[]): readonly Result[] {
  const foreign = fields.filter((field) => FOREIGN[own].includes(field) || (own === 'JSONata' ? field.endsWith('.$') : field.startsWith('{%')));
  if (foreign.length === 0) return [];
  const other = own === 'JSONata' ? 'JSONPath' : 'JSONata';
  return [{
    property: 'queryLanguage',
    detail: `queryLanguage (${own}) has no ${[...new Set(foreign)].join(', ')}`,
    fix: `set QueryLanguage of the state to ${other}, or ${own === 'JSONata' ? 'use Arguments and Output with values of the form {% … %}' : 'use Parameters with fields that end in .$'}`,
  }];
}

function letters(fields: readonly string[]): readonly Result[] {
  const wrong = fields.map((field) => field.replace(/\.\$$/, '')).filter((field) => !PASCAL.includes(field) && PASCAL.some((right) => right.toLowerCase() === field.toLowerCase()));
  if (wrong.length === 0) return [];
  const right = PASCAL.find((field) => field.toLowerCase() === wrong[0].toLowerCase())!;
  return [{ property: 'parameters', detail: `parameters (${[...new Set(wrong)].join(', ')}) are none of Step Functions, which has ${right}`, fix: `write ${right}, and all fields of RunTask with a capital first letter` }];
}

function ofInput(fields: readonly string[]): readonly Result[] {
  const wrong = fields.filter((field) => ['ContainerOverrides', 'containeroverrides', 'container_overrides'].includes(field));
  if (wrong.length === 0) return [];
  return [{
    property: 'input',
    consequence: 'misbehaves',
    detail: `input (${wrong[0]}) has no overrides in the letters of the API of ECS, so the task runs without them`,
    fix: 'write containerOverrides, name, command and environment with a small first letter',
  }];
}
