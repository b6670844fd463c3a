import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const ec2DiskFills = defineGotcha({
  id: 'ec2-disk-fills',
  title: 'The logs of a container grow on the disk of its instance without an end',
  consequence: 'misbehaves',
  symptom: '`no space left on device`, for every task on the instance.',
  why: 'The json-file driver keeps one file for each container and never cuts it off by itself: it fills the disk of the instance, 30 GiB by default, and no task there starts or pulls any more.',
  rule: '`json-file` has the option `max-size`.',
  fix: 'set max-size and max-file in the options of the log driver, or log with awslogs',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Services log with awslogs by default.',
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => {
    const logging = known(container.logging);
    if (!logging || known(logging.driver) !== 'json-file' || 'max-size' in known(logging.options)) return [];
    return [{ property: ofContainer(container, 'logging'), detail: 'logging (json-file without max-size) fills the disk of the instance' }];
  }),
});
