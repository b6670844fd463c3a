import type { AccessPointFacts } from '../../facts/file-system';
import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofVolume } from '../naming';

const LONGEST_PATH = 100;
const DEEPEST_PATH = 4;

export const stoAccessPointRules = defineGotcha({
  id: 'sto-access-point-rules',
  title: 'An access point with a path or permissions that EFS refuses',
  consequence: 'rejected',
  symptom: '`BadRequest` from EFS, or a validation of CloudFormation, when the access point is created.',
  why: 'EFS takes an absolute path of a limited length and depth as the root directory of an access point, and the permissions of the directory in octal digits.',
  rule: `The \`path\` of an access point begins with \`/\`, has at most ${LONGEST_PATH} characters and at most ${DEEPEST_PATH} directories. The \`permissions\` of its directory are 3 or 4 octal digits.`,
  fix: 'set path to an absolute path, as in /shop, and permissions to octal digits, as in 750',
  docsUrl: 'https://docs.aws.amazon.com/efs/latest/ug/API_RootDirectory.html',
  levels: ['synth'],
  avoidedBy: '`EfsMount` checks both.',
  subject: 'task',
  needs: ['volumes'],
  check: ({ volumes }) => each(volumes, ({ name, efs: fact }) => {
    const efs = known(fact);
    if (efs === undefined || !known(efs.hasAccessPoint)) return [];
    const point = known(efs.accessPoint)!;
    const property = ofVolume(name, 'efsVolumeConfiguration.authorizationConfig.accessPointId');
    return all(() => path(property, point), () => permissions(property, point));
  }),
});

function path(property: string, point: AccessPointFacts): readonly Result[] {
  const set = known(point.path);
  if (set === undefined) return [];
  const problem = !set.startsWith('/') ? 'does not begin with /'
    : set.length > LONGEST_PATH ? `has ${set.length} characters, and may have ${LONGEST_PATH}`
      : set.split('/').filter(Boolean).length > DEEPEST_PATH ? `has more than ${DEEPEST_PATH} directories` : undefined;
  return problem === undefined ? [] : [{ property, detail: `path (${set}) of the access point ${problem}` }];
}

function permissions(property: string, point: AccessPointFacts): readonly Result[] {
  const set = known(point.permissions);
  return set === undefined || /^[0-7]{3,4}$/.test(set) ? [] : [{ property, detail: `permissions (${set}) of the access point are not 3 or 4 octal digits` }];
}
