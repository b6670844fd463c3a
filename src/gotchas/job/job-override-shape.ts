import { defineGotcha, type Result } from '../definition';

export const jobOverrideShape = defineGotcha({
  id: 'job-override-shape',
  title: 'Overrides in a shape that RunTask does not read',
  consequence: 'never-works',
  symptom: 'No task starts. The rule or the schedule counts a failed invocation, and the state fails: its parameters could not be used to start the task.',
  why: 'Neither CloudFormation nor EventBridge nor Step Functions reads overrides when the stack is deployed. RunTask reads a command and an environment as lists only, and overrides of a container only with its name.',
  rule: 'In overrides, `containerOverrides` is a list of objects, each with a `name`; `command` is a list of texts, and `environment` a list of objects with `name` and `value`.',
  fix: 'write command as a list of texts, environment as a list of objects with name and value, and the name of the container beside them',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html',
  levels: ['synth'],
  designedOut: '`ScheduledJob`, `EventJob` and the targets and states of a `OneOffTask` write the overrides.',
  subject: 'taskLaunch',
  needs: ['misshapenOverrides'],
  check: ({ misshapenOverrides }) => misshapenOverrides.map(({ field, written, needed }): Result => ({
    property: field,
    detail: `${field} (${written}) must be ${needed}`,
    fix: `set ${field} to ${needed}`,
  })),
});
