import { known } from '../../facts/fact';
import type { EbsVolumeFacts } from '../../facts/volume';
import { allowsOn } from '../allowed-on';
import { all, type Result } from '../definition';

/** The action without which EC2 can't attach a volume that has a key; the others go with it. */
const GRANT = 'kms:CreateGrant';

const AT = 'volumeConfigurations.managedEBSVolume';

/** Problems of an EBS volume with the key that encrypts it. */
export function encryption(volume: EbsVolumeFacts): readonly Result[] {
  const key = known(volume.key);
  if (key === undefined) return [];
  return all(
    () => known(volume.encrypted) !== false ? [] : [{
      property: `${AT}.encrypted`, detail: 'encrypted (false) stands beside kmsKeyId, which is for encrypted volumes', fix: 'set encrypted to true, or remove kmsKeyId',
    }],
    () => {
      const role = known(volume.role);
      if (!role || known(key.policyRoles).includes(known(role.id)) || allowsOn(role, GRANT, [key.id])) return [];
      return [{
        consequence: 'misbehaves',
        property: `${AT}.roleArn`,
        detail: `roleArn (without ${GRANT} on it) can't use kmsKeyId, and its managed policy does not allow it`,
        fix: 'allow kms:CreateGrant, kms:Decrypt, kms:DescribeKey, kms:GenerateDataKeyWithoutPlaintext and kms:ReEncrypt* on the key to the infrastructure role',
      }];
    },
  );
}
