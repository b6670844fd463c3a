import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

const RETIRED = /^1\.[0-3]\.\d+$/;

export const opsPlatformVersionRetired = defineGotcha({
  id: 'ops-platform-version-retired',
  title: 'The service is pinned to a platform version that no longer runs',
  consequence: 'never-works',
  symptom: 'The service starts no tasks any more, and those that ran have been stopped.',
  why: 'Fargate starts no Linux tasks on platform versions before 1.4.0 since June 2026, and has stopped those that were left.',
  rule: '`platformVersion` of Linux tasks is `LATEST`, `1.4.0` or left out, and not `1.0.0` to `1.3.0`.',
  fix: 'set platformVersion to LATEST or 1.4.0',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-retired.html',
  levels: ['construct', 'synth', 'live'],
  causalRank: 'none',
  subject: 'service',
  alsoOn: ['taskLaunch'],
  needs: ['platformVersion', 'task'],
  check: ({ platformVersion, task }) => {
    if (platformVersion === undefined || !RETIRED.test(platformVersion)) return [];
    // Windows counts its own versions, from 1.0.0.
    if (known(task.operatingSystemFamily).startsWith('WINDOWS')) return [];
    return [{ property: 'platformVersion', detail: `platformVersion (${platformVersion}) is retired` }];
  },
});
