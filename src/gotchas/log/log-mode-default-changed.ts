import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';
import { routerFix } from './router-fix';

export const logModeDefaultChanged = defineGotcha({
  id: 'log-mode-default-changed',
  title: 'The awslogs mode is left to a default of the account',
  consequence: 'worth-knowing',
  symptom: 'Lines are missing in the logs at times of heavy output, without a warning.',
  why: 'Since June 2025 a mode that is left out is non-blocking with a buffer of 10 MiB, unless defaultLogDriverMode of the account differs: lines beyond the buffer are lost without a warning.',
  rule: '`awslogs` has the option `mode`: `non-blocking`, with a `max-buffer-size` (10m by default), or `blocking`.',
  fix: 'set mode: non-blocking with a max-buffer-size of 25m or more, or blocking for logs that must be complete',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Services write the mode and the size of the buffer.',
  causalRank: 'none',
  isObserved: true,
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => {
    const logging = known(container.logging);
    if (!logging || known(logging.driver) !== 'awslogs' || 'mode' in known(logging.options)) return [];
    return [{
      property: ofContainer(container, 'logging'),
      detail: `${ofContainer(container, 'logging')}.mode (not set) of awslogs is what the account has as its default`,
      ...routerFix(container, 'a mode'),
    }];
  }),
});
