import { defineGotcha } from '../definition';

const RESOURCE = /:states:::ecs:runTask(\.sync|\.waitForTaskToken)?$/;

export const jobStateResource = defineGotcha({
  id: 'job-state-resource',
  title: 'A state calls RunTask by a resource that Step Functions does not have',
  consequence: 'rejected',
  symptom: '`SCHEMA_VALIDATION_FAILED: The resource provided … is not recognized`, when the state machine is created.',
  why: 'Step Functions has three resources for RunTask: one that goes on at once, one that waits for the end of the task, and one that waits for a task token. Their letters are exact, and a call by the SDK waits for no task.',
  rule: 'The resource of a state that runs a task is `arn:aws:states:::ecs:runTask`, with `.sync` or `.waitForTaskToken` behind it or with nothing.',
  fix: 'set Resource to arn:aws:states:::ecs:runTask.sync, which waits for the end of the task',
  docsUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html',
  levels: ['synth'],
  designedOut: '`ScheduledJob`, `EventJob` and `asState` of a `OneOffTask` write the state.',
  subject: 'taskLaunch',
  needs: ['calledResource'],
  check: ({ calledResource }) => {
    if (calledResource === undefined || RESOURCE.test(calledResource)) return [];
    return [{ property: 'resource', detail: `resource (${calledResource.replace(/^.*:states:::/, '')}) is none of ecs:runTask, ecs:runTask.sync and ecs:runTask.waitForTaskToken` }];
  },
});
