import { optionsOfAwslogs } from './awslogs-options';
import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const logAwslogsOptions = defineGotcha({
  id: 'log-awslogs-options',
  title: 'The awslogs driver lacks an option, or does not take one',
  consequence: 'rejected',
  symptom: '`Log driver awslogs disallows options: …` when the task definition is registered, or containers that don\'t start.',
  why: 'ECS refuses to register a container whose awslogs options are not complete or not known, '
    + 'and Docker refuses to start one with two rules for where a log event begins.',
  rule: '`awslogs` has `awslogs-group` and `awslogs-region`, on Fargate `awslogs-stream-prefix` too, no option that the driver doesn\'t take, and not both `awslogs-datetime-format` and `awslogs-multiline-pattern`. `mode` is `blocking` or `non-blocking`, `max-buffer-size` a size such as `25m`, not beside `blocking`, `awslogs-create-group` true, or left out.',
  fix: 'use the options of the awslogs driver',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  levels: ['synth', 'live'],
  avoidedBy: '`ecs.LogDrivers.awsLogs` writes the options by itself.',
  subject: 'task',
  needs: ['containers'],
  reads: ['onFargate'],
  check: ({ containers, onFargate }) => each(containers, (container) => optionsOfAwslogs(known(container.logging), ofContainer(container, 'logging'), onFargate)),
});
