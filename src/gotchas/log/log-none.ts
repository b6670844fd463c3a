import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const logNone = defineGotcha({
  id: 'log-none',
  title: 'A container logs nowhere',
  consequence: 'risk',
  symptom: 'The task stopped, and there is no log of the reason.',
  why: 'Without a log configuration the output of a container is lost on Fargate; on EC2 it stays on the disk of an instance and is lost with it.',
  rule: 'Each container has a log configuration, sidecars included.',
  fix: 'set logging of the container, sidecars included',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Every container of our services logs to the log group of its service by default.',
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => {
    if (known(container.logging)) return [];
    const at = ofContainer(container);
    return [{ property: `${at}.logging`, detail: `logging (not set) of ${at} leaves its output nowhere to go` }];
  }),
});
