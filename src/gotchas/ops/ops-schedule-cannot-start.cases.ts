import { Unknown } from '../../facts/fact';
import type { LiveCase } from '../fixtures/live-case';
import { withCluster } from '../fixtures/recorded/changed';

export const cases: readonly LiveCase[] = [
  {
    name: 'a rule that failed twice, with a dead-letter queue',
    caught: true,
    account: withCluster({ rules: [{ name: 'nightly-report', failed: 2, deadLetters: 2 }, { name: 'hourly-import', failed: 0, deadLetters: 0 }] }),
  },
  {
    name: 'an event in the dead-letter queue alone',
    caught: true,
    account: withCluster({ rules: [{ name: 'nightly-report', failed: 0, deadLetters: 1 }] }),
  },
  {
    name: 'a rule without failures',
    caught: false,
    account: withCluster({ rules: [{ name: 'nightly-report', failed: 0, deadLetters: 0 }] }),
  },
  {
    name: 'no rule for the cluster',
    caught: false,
    account: withCluster({ rules: [] }),
  },
  {
    name: 'rules that were not read',
    caught: false,
    account: withCluster({ rules: new Unknown('events:ListRuleNamesByTarget is denied: allow it') }),
  },
];
