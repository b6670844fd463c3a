import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const ADOT = { Image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1', Command: ['--config=/etc/ecs/ecs-default-config.yaml'] };

function collecting(stack: Stack, agent: Properties, actions?: readonly string[], task: Properties = {}): void {
  fargateTask(stack, {
    TaskRoleArn: actions && role(stack, { Effect: 'Allow', Action: actions, Resource: '*' }).getAtt('Arn'),
    ContainerDefinitions: [{ Name: 'app', Image: 'public.ecr.aws/acme/app:1' }, { Name: 'agent', Essential: false, ...agent }],
    ...task,
  });
}

const TRAEFIK = { Image: 'public.ecr.aws/docker/library/traefik:v3.1', Command: ['--providers.ecs=true', '--ping=true'] };

/** The CloudWatch agent with a configuration. */
function cloudWatch(config: unknown): Properties {
  return { Image: 'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:latest', Environment: [{ Name: 'CW_CONFIG_CONTENT', Value: JSON.stringify(config) }] };
}

const STATSD = { metrics: { metrics_collected: { statsd: {} } } };
const EMF = { logs: { metrics_collected: { emf: {} } } };

export const cases: readonly GotchaCase[] = [
  { name: 'the task role may do something else', caught: true, app: (stack) => collecting(stack, ADOT, ['s3:GetObject']) },
  { name: 'there is no task role', caught: true, app: (stack) => collecting(stack, ADOT) },
  { name: 'the daemon of X-Ray has no permission', caught: true, app: (stack) => collecting(stack, { Image: 'public.ecr.aws/xray/aws-xray-daemon:3.x' }, ['s3:GetObject']) },
  { name: 'the CloudWatch agent may put no metrics', caught: true, app: (stack) => collecting(stack, cloudWatch(STATSD), ['logs:PutLogEvents']) },
  { name: 'the CloudWatch agent may write no logs', caught: true, app: (stack) => collecting(stack, cloudWatch(EMF), ['cloudwatch:PutMetricData']) },
  { name: 'Traefik may not list tasks', caught: true, app: (stack) => collecting(stack, TRAEFIK, ['s3:GetObject']) },
  { name: 'the CloudWatch agent may put metrics', caught: false, app: (stack) => collecting(stack, cloudWatch(STATSD), ['cloudwatch:PutMetricData']) },
  { name: 'the CloudWatch agent may write logs', caught: false, app: (stack) => collecting(stack, cloudWatch(EMF), ['logs:*']) },
  { name: 'Traefik may list tasks', caught: false, app: (stack) => collecting(stack, TRAEFIK, ['ecs:List*', 'ecs:Describe*']) },
  { name: 'Traefik has another provider', caught: false, app: (stack) => collecting(stack, { ...TRAEFIK, Command: ['--providers.file.filename=/etc/traefik.yml'] }, ['s3:GetObject']) },
  { name: 'the task role may send traces', caught: false, app: (stack) => collecting(stack, ADOT, ['xray:Put*']) },
  { name: 'the configuration is in a variable', caught: false, app: (stack) => collecting(stack, { ...ADOT, Environment: [{ Name: 'AOT_CONFIG_CONTENT', Value: 'receivers: {}' }] }, ['s3:GetObject']) },
  { name: 'the configuration sends no traces', caught: false, app: (stack) => collecting(stack, { ...ADOT, Command: ['--config=/etc/ecs/ecs-cloudwatch.yaml'] }, ['s3:GetObject']) },
  { name: 'an instance may have the permission', caught: false, app: (stack) => collecting(stack, ADOT, undefined, { RequiresCompatibilities: ['EC2'] }) },
  { name: 'the task role is imported', caught: false, notChecked: true, app: (stack) => collecting(stack, ADOT, undefined, { TaskRoleArn: 'arn:aws:iam::111122223333:role/app' }) },
  { name: 'a parameter decides the image', caught: false, notChecked: true, app: (stack) => collecting(stack, { ...ADOT, Image: parameter(stack) }, ['s3:GetObject']) },
];
