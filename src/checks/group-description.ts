const MOST = 255;
const REFUSED = /[^a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]/g;

/**
 * The description of a security group, where the path that the CDK writes is none that EC2 takes; `undefined` where it is.
 *
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
 */
export function groupDescription(text: string): string | undefined {
  const written = text.replace(REFUSED, '-').slice(-MOST);
  return written === text ? undefined : written;
}
