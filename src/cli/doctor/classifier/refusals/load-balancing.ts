import type { Refusal } from './refusal';

/** Refusals of load balancers, listeners, rules and target groups. */
export const LOAD_BALANCING: readonly Refusal[] = [
  { when: /two subnets in two different|at least two (?:subnets|availability zones)/i, id: 'net-alb-one-subnet' },
  { when: /multiple subnets in the same Availability Zone/i, id: 'net-alb-one-subnet', fix: 'name one subnet of each Availability Zone on the load balancer' },
  { when: /fully-qualified domain name, a supported signature|UnsupportedCertificate/i, id: 'net-certificate-expires', fix: 'validate the certificate first: it is not issued yet, or its key is of a size that load balancers do not take' },
  { when: /certificate (?:ARN )?.*(?:not valid|not found|does not exist)|CertificateNotFound/i, id: 'net-certificate-region' },
  { when: /certificate must be specified|at least one certificate/i, id: 'net-tls-listener' },
  { when: /priority .*(?:in use|already)|PriorityInUse/i, id: 'net-rule-priority-taken' },
  { when: /a listener already exists|port .*already .*listener|DuplicateListener/i, id: 'net-listener-port-taken' },
  { when: /target groups? .*(?:in use by a listener|associated with more than one|cannot be associated)|TargetGroupAssociationLimit/i, id: 'net-target-group-shared' },
  { when: /access denied for bucket/i, fix: 'let the policy of the bucket for access logs allow s3:PutObject to logdelivery.elasticloadbalancing.amazonaws.com, or to the account of Elastic Load Balancing in old regions' },
  { when: /subnet\b.*(?:not valid|does not exist|not found)|InvalidSubnet|InvalidGroup/i, id: 'net-subnet-or-group-gone' },
  { when: /security group .*(?:does not belong|not belong|same VPC)|different VPC/i, id: 'net-other-vpc' },
  { when: /(?:network interface|subnet|security group|group) .*(?:has a dependent object|currently in use)|DependencyViolation/i, fix: 'delete what uses it first: the tasks, load balancers and endpoints in it, and rules of other security groups that refer to it' },
];
