import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

// What ECS documents, and what the Docker driver takes beyond that.
const TAKEN = new Set([
  'awslogs-create-group', 'awslogs-datetime-format', 'awslogs-group', 'awslogs-multiline-pattern', 'awslogs-region', 'awslogs-stream-prefix',
  'max-buffer-size', 'mode',
  'awslogs-create-stream', 'awslogs-credentials-endpoint', 'awslogs-endpoint', 'awslogs-force-flush-interval-seconds', 'awslogs-format',
  'awslogs-max-buffered-events', 'tag',
]);

export const logAwslogsOptions = defineGotcha({
  id: 'log-awslogs-options',
  title: 'The awslogs driver lacks an option, or does not take one',
  severity: 'error',
  why: 'ECS refuses to register a container whose awslogs options are not complete or not known, '
    + 'and Docker refuses to start one with two rules for where a log event begins.',
  fix: 'use the options of the awslogs driver',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  levels: ['construct', 'synth'],
  designedOut: 'ecs.LogDrivers.awsLogs writes the options by itself.',
  subject: 'task',
  needs: ['onFargate', 'containers'],
  check: ({ onFargate, containers }) => each(containers, (container) => {
    const logging = known(container.logging);
    if (!logging || known(logging.driver) !== 'awslogs') return [];
    const options = Object.keys(known(logging.options));
    const needed = ['awslogs-group', 'awslogs-region', ...(onFargate ? ['awslogs-stream-prefix'] : [])];
    const missing = needed.filter((option) => !options.includes(option));
    const unknown = options.filter((option) => !TAKEN.has(option));
    const both = ['awslogs-datetime-format', 'awslogs-multiline-pattern'].every((option) => options.includes(option));
    const property = ofContainer(container, 'logging');
    return [
      ...missing.map((option) => ({ property, detail: `logging (awslogs) lacks the option ${option}`, fix: `add the option ${option}` })),
      ...unknown.map((option) => ({ property, detail: `logging (awslogs) does not take the option ${option}`, fix: `remove the option ${option}` })),
      ...(both
        ? [{
          property,
          detail: 'logging (awslogs) has both awslogs-datetime-format and awslogs-multiline-pattern',
          fix: 'remove awslogs-datetime-format or awslogs-multiline-pattern',
        }]
        : []),
    ];
  }),
});
