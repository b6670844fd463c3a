import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { optionsOfAwslogs } from '../log/awslogs-options';

export const scLogOptions = defineGotcha({
  id: 'sc-log-options',
  title: 'The logs of the Service Connect proxy lack an option, or have one that awslogs does not take',
  consequence: 'never-works',
  symptom: 'The service is rejected, or its tasks stop before their containers start, with an error about the log driver or its options.',
  why: 'ECS adds the proxy of Service Connect to each task as a container with the log configuration of the service, and starts no container with incomplete awslogs options.',
  rule: '`logConfiguration` of `serviceConnectConfiguration` with the driver `awslogs` has `awslogs-group` and `awslogs-region`, on Fargate `awslogs-stream-prefix` too, and no option that the driver doesn\'t take.',
  fix: 'use the options of the awslogs driver',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  levels: ['synth'],
  avoidedBy: '`ecs.LogDrivers.awsLogs` writes the options by itself.',
  subject: 'service',
  needs: ['connect'],
  reads: ['onFargate'],
  check: ({ connect, onFargate }) => optionsOfAwslogs(connect && known(connect.logging), 'serviceConnectConfiguration.logConfiguration', onFargate),
});
