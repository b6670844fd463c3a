import { known } from '../../facts/fact';
import type { EfsVolumeFacts } from '../../facts/volume';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofVolume } from '../naming';

/** Greatest number of a port. */
const LAST_PORT = 65535;

export const stoEfsIamOrApNeedsTls = defineGotcha({
  id: 'sto-efs-iam-or-ap-needs-tls',
  title: 'EFS with IAM or an access point, and without what they need',
  consequence: 'rejected',
  symptom: '`When using an EFS access point, the root directory must either be set to "/" or be omitted`, or a `ClientException` about transit encryption.',
  why: 'EFS knows roles and access points on encrypted connections only, and an access point brings the root directory with it; ECS refuses to register anything else.',
  rule: '`transitEncryption` is `ENABLED` wherever `authorizationConfig` has `iam` or an access point. Beside an access point `rootDirectory` is `/` or left out. `transitEncryptionPort` is a port, and nothing without `transitEncryption`, which is a warning.',
  fix: 'set transitEncryption to ENABLED, and leave rootDirectory out beside an access point',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html',
  levels: ['synth', 'live'],
  avoidedBy: '`EfsMount` encrypts the connection; volumes that you add to a `taskDefinition` are checked like any others.',
  subject: 'task',
  needs: ['volumes'],
  check: ({ volumes }) => each(volumes, ({ name, efs: fact }) => {
    const efs = known(fact);
    if (efs === undefined) return [];
    const property = ofVolume(name, 'efsVolumeConfiguration');
    return all(
      () => needsTls(property, 'authorizationConfig.iam', known(efs.iam), known(efs.transitEncryption)),
      () => needsTls(property, 'authorizationConfig.accessPointId', known(efs.hasAccessPoint), known(efs.transitEncryption)),
      () => {
        const directory = known(efs.rootDirectory) ?? '/';
        return directory === '/' || !known(efs.hasAccessPoint) ? [] : [{
          property: `${property}.rootDirectory`,
          detail: `rootDirectory (${directory}) stands beside an access point, which has a root directory of its own`,
          fix: 'remove rootDirectory, and set the path on the access point',
        }];
      },
      () => portOf(property, efs),
    );
  }),
});

function needsTls(property: string, setting: string, isSet: boolean, isEncrypted: boolean): readonly Result[] {
  return isSet && !isEncrypted ? [{
    property: `${property}.transitEncryption`,
    detail: `transitEncryption (DISABLED) is not allowed with ${setting}`,
    fix: 'set transitEncryption to ENABLED',
  }] : [];
}

function portOf(property: string, { transitEncryptionPort, transitEncryption }: EfsVolumeFacts): readonly Result[] {
  const port = known(transitEncryptionPort);
  if (port === undefined) return [];
  const place = `${property}.transitEncryptionPort`;
  if (!Number.isInteger(port) || port < 1 || port > LAST_PORT) return [{ property: place, detail: `transitEncryptionPort (${port}) is not a port, from 1 to ${LAST_PORT}`, fix: 'leave transitEncryptionPort out' }];
  return known(transitEncryption) ? [] : [{
    property: place,
    consequence: 'misbehaves',
    detail: `transitEncryptionPort (${port}) is not used: transitEncryption is DISABLED, and the data goes in plain text`,
    fix: 'set transitEncryption to ENABLED',
  }];
}
