import { defineGotcha } from '../definition';

export const jobTokenNotPassed = defineGotcha({
  id: 'job-token-not-passed',
  title: 'A state waits for a token that its task never gets',
  consequence: 'never-works',
  symptom: 'The task ends and the state stays in progress until its timeout, or for a year.',
  why: 'A state with `.waitForTaskToken` ends when `SendTaskSuccess` or `SendTaskFailure` is called with its token. Nothing but the state can hand the token to the task.',
  rule: 'A state with `ecs:runTask.waitForTaskToken` has `$$.Task.Token`, or `$states.context.Task.Token` in JSONata, in what it passes to the task.',
  fix: 'pass $$.Task.Token as an environment variable in ContainerOverrides, or use .sync, which waits for the end of the task',
  docsUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token',
  levels: ['synth'],
  avoidedBy: '`ScheduledJob` and `EventJob` wait for the end of the task.',
  subject: 'taskLaunch',
  needs: ['passesToken'],
  check: ({ passesToken }) => passesToken !== false ? [] : [{
    property: 'containerOverrides',
    detail: 'containerOverrides (without the task token) leave the task nothing to end the state with',
  }],
});
