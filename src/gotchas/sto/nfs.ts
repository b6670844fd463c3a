import { known } from '../../facts/fact';
import type { EgressFacts, SecurityGroupFacts } from '../../facts/security-group';

/** The port of EFS and S3 Files. */
export const NFS_PORT = 2049;

/** True if a security group lets its members connect to file systems, whichever addresses they have. */
export function isOpenOut({ egress }: SecurityGroupFacts): boolean {
  return known(egress).some(coversNfs);
}

function coversNfs({ protocol, firstPort, lastPort }: EgressFacts): boolean {
  const name = known(protocol);
  if (name === '-1') return true;
  if (!['tcp', '6'].includes(name)) return false;
  return (known(firstPort) ?? 0) <= NFS_PORT && (known(lastPort) ?? NFS_PORT) >= NFS_PORT;
}
