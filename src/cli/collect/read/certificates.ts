import { Unknown, type Fact } from '../../../facts/fact';
import { fact, orMissing } from '../call-failed';
import { CALLS } from '../calls';
import { leftOut, reaches, unique, type Context } from '../context';
import { allPages } from '../pages';
import type { Certificate, ElbListener } from '../shapes';

/** Certificates of a listener by their ARNs. */
export type CertificatesOf = (listener: ElbListener) => Promise<Fact<ReadonlyMap<string, Certificate | undefined>>>;

/** Reads the certificates of listeners, each once. Those that IAM keeps have other ARNs, and are not read. */
export function certificatesReader({ aws, depth }: Context): CertificatesOf {
  const read = new Map<string, Promise<Fact<Certificate | undefined>>>();
  const readOne = (CertificateArn: string) => fact(async () => {
    const answer = await orMissing(() => aws.send(CALLS.describeCertificate, { CertificateArn }));
    return answer?.Certificate;
  });
  return async ({ ListenerArn, Protocol = '', Certificates = [] }) => {
    if (!['HTTPS', 'TLS'].includes(Protocol)) return new Map();
    if (!reaches(depth, 'deep')) return leftOut('deep');
    // The listener itself names its default certificate alone.
    const added = await fact(() => allPages(aws, CALLS.describeListenerCertificates, { ListenerArn }, (page) => page.Certificates));
    if (added instanceof Unknown) return added;
    const found = new Map<string, Certificate | undefined>();
    for (const arn of unique([...Certificates, ...added as typeof Certificates].map(({ CertificateArn }) => CertificateArn))) {
      if (!/^arn:[^:]+:acm:/.test(arn)) continue;
      if (!read.has(arn)) read.set(arn, readOne(arn));
      const certificate = await read.get(arn)!;
      if (certificate instanceof Unknown) return certificate;
      found.set(arn, certificate as Certificate | undefined);
    }
    return found;
  };
}
