import { all, defineGotcha, type Result } from '../definition';

const CLUSTER = 'AWS::ECS::Cluster';
const TASK = 'AWS::ECS::TaskDefinition';

export const jobTargetNotCluster = defineGotcha({
  id: 'job-target-not-cluster',
  title: 'The target of a rule, a schedule or a pipe is no cluster, or has no task',
  consequence: 'rejected',
  symptom: '`Parameter … is not valid. Reason: Provided Arn is not in correct format`, or a rule that matches and starts nothing.',
  why: 'The target of EventBridge is the cluster, by its ARN; which task runs there is in `EcsParameters`. The ARN of a task definition or a service as the target, or of a service as the task definition, is none of both.',
  rule: 'The target is the ARN of a cluster, and `taskDefinitionArn` the ARN of a task definition. A state of Step Functions may have the names instead.',
  fix: 'set the target to the ARN of the cluster, and taskDefinitionArn to the ARN of the task definition',
  docsUrl: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html',
  levels: ['synth'],
  designedOut: '`ScheduledJob` and `EventJob` take a `OneOffTask`, which has its cluster.',
  subject: 'taskLaunch',
  needs: ['clusterNamed', 'taskNamed'],
  check: ({ clusterNamed, taskNamed }) => all(
    () => named('target', 'cluster', clusterNamed, clusterNamed === CLUSTER || clusterNamed.includes(':cluster/')),
    () => named('taskDefinitionArn', 'task definition', taskNamed, taskNamed === TASK || taskNamed.includes(':task-definition/')),
  ),
});

function named(property: string, kind: string, value: string, isRight: boolean): readonly Result[] {
  if (isRight) return [];
  const what = value.startsWith('AWS::') ? `a resource of type ${value}` : value;
  return [{ property, detail: `${property} (${what}) is not the ARN of a ${kind}`, fix: `set ${property} to the ARN of the ${kind}` }];
}
