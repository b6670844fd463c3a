import type { SecurityGroup } from '../collect/shapes';

/** True if an outbound rule of a security group lets its members connect to a TCP port, whichever addresses they have. */
export function isOpenOut({ IpPermissionsEgress }: SecurityGroup, port: number): boolean {
  // Not in the answer: not known.
  return IpPermissionsEgress === undefined || IpPermissionsEgress.some((rule) => coversPort(rule, port));
}

/** True if an inbound rule of a security group admits a connection to a TCP port, whatever its source. */
export function isOpenIn({ IpPermissions }: SecurityGroup, port: number): boolean {
  return IpPermissions === undefined || IpPermissions.some((rule) => coversPort(rule, port));
}

type Rule = NonNullable<SecurityGroup['IpPermissions']>[number];

function coversPort({ IpProtocol, FromPort = 0, ToPort = 65_535 }: Rule, port: number): boolean {
  return IpProtocol === '-1' || (IpProtocol === 'tcp' || IpProtocol === '6') && FromPort <= port && ToPort >= port;
}
