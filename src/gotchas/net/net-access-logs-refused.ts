import type { LogDeliveryFacts } from '../../facts/balancer';
import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Finding } from '../definition';

export const netAccessLogsRefused = defineGotcha({
  id: 'net-access-logs-refused',
  title: 'A load balancer that may not write its logs into their bucket',
  consequence: 'rejected',
  symptom: '`Access Denied for bucket: …. Please check S3bucket permission`, when the load balancer is created; or a bucket that stays empty.',
  why: 'Elastic Load Balancing writes a test file as soon as logs are switched on, and refuses the attributes if it can\'t. For that the policy of the bucket must allow an account or a service of AWS, which differs by the kind of load balancer.',
  rule: 'Logs that are on have a bucket. Its policy allows `s3:PutObject` under `<prefix>/AWSLogs/`: for an Application Load Balancer to `logdelivery.elasticloadbalancing.amazonaws.com` or the account of Elastic Load Balancing in the region, for a Network Load Balancer to `delivery.logs.amazonaws.com`. '
    + 'The load balancer depends on this policy. The bucket of an Application Load Balancer has no key of KMS; `aws/s3` is a warning. A Network Load Balancer logs requests of TLS listeners alone, and has one.',
  fix: 'allow the delivery in the policy of the bucket, and add DependsOn with the policy to the load balancer: loadBalancer.logAccessLogs(bucket) does both',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
  levels: ['synth'],
  avoidedBy: 'An ingress calls `logAccessLogs` of the load balancer, which allows the delivery.',
  subject: 'balancer',
  needs: ['type', 'logDeliveries'],
  reads: ['protocols', 'isOpen'],
  check: ({ type, logDeliveries, protocols, isOpen }) => each(logDeliveries, (delivery) => all(
    () => denied(delivery),
    () => type === 'application' && known(delivery.usesKms) ? [{
      property: `${delivery.kind}.s3.bucket`,
      detail: `${delivery.kind}.s3.bucket (with a key of KMS) is not for an Application Load Balancer, which writes to buckets with SSE-S3`,
      // Some load balancers are created with aws/s3, and encrypt with such a key of the account that writes, which the reader may not use.
      consequence: known(delivery.namesKey) ? undefined : 'misbehaves',
      fix: 'encrypt the bucket with SSE-S3 (AES256)',
    }] : [],
    () => type !== 'network' || known(protocols).map(known).some((protocol) => protocol === 'TLS') || known(isOpen) ? [] : [{
      property: `${delivery.kind}.s3.enabled`,
      detail: `${delivery.kind}.s3.enabled (true) logs nothing, as no listener of the Network Load Balancer has the protocol TLS`,
      consequence: 'misbehaves',
      fix: 'add a TLS listener, or use flow logs of the VPC',
    }],
  )),
});

function denied({ kind, hasBucket, mayWrite, isAwaited }: LogDeliveryFacts): readonly Finding[] {
  const property = `${kind}.s3.bucket`;
  if (!known(hasBucket)) return [{ property, detail: `${property} (none) leaves the logs without a place`, fix: `set ${property} to the name of a bucket` }];
  if (!known(mayWrite)) return [{ property, detail: `${property} (no policy for it) may not be written to by Elastic Load Balancing` }];
  return known(isAwaited) ? [] : [{
    property,
    detail: `${property} (without DependsOn) may be used before the policy of the bucket is there`,
    consequence: 'risk',
    fix: 'add DependsOn with the policy of the bucket to the load balancer',
  }];
}
