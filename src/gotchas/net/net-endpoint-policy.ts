import { startupNeeds } from './startup-needs';
import { isOfApp, namesArn } from '../../facts/arn';
import { anyKnown, known, NotKnown } from '../../facts/fact';
import { HOLE } from '../../facts/image';
import type { EndpointPolicyFacts } from '../../facts/network';
import { roleFacts } from '../../facts/role';
import { defineGotcha, each } from '../definition';
import { holds } from '../held';

export const netEndpointPolicy = defineGotcha({
  id: 'net-endpoint-policy',
  title: 'A policy of an endpoint that denies what tasks need to start',
  consequence: 'never-works',
  symptom: 'Tasks stop with `CannotPullContainerError` and `403 Forbidden`, or with `AccessDeniedException … because no VPC endpoint policy allows …`, though their roles allow it.',
  why: 'Requests through an endpoint need the permission of its policy beside that of the role. The layers of an image in ECR come from a bucket of AWS, through the endpoint of S3.',
  rule: 'A policy of an endpoint allows what the tasks need: `s3:GetObject` on `arn:aws:s3:::prod-<region>-starport-layer-bucket/*` for an image in ECR, `ecr:GetAuthorizationToken` and `ecr:BatchGetImage`, `logs:PutLogEvents`, '
    + '`secretsmanager:GetSecretValue` and `ssm:GetParameters`. Without a policy all is allowed.',
  fix: 'allow the actions in the policy of the endpoint, for S3 on the bucket of ECR too',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
  levels: ['synth'],
  avoidedBy: 'Our constructs create no endpoints; those of the CDK have no policy unless you add one.',
  causalRank: 'start',
  subject: 'service',
  alsoOn: ['taskLaunch'],
  needs: ['onFargate', 'network', 'task'],
  check: ({ onFargate, network, task }) => {
    const [subnet] = onFargate && network ? known(network.subnets) : [];
    if (!subnet) return [];
    const { known: needs, open } = startupNeeds(task);
    return each(known(subnet.endpointPolicies), (endpoint) => {
      const service = known(endpoint.service);
      const doubt = needs.includes(service) ? undefined : open.find((need) => need.needs.includes(service));
      if (!needs.includes(service) && !doubt) return [];
      const denied = (ACTIONS[service] ?? []).filter((action) => !allows(endpoint, service, action));
      if (denied.length === 0) return [];
      return [doubt ? { notChecked: doubt.fact.reason } : {
        property: 'policy', detail: `policy (of ${endpoint.name}) does not allow ${denied.join(', ')}${service === 's3' ? ' on the layers of images in ECR' : ''}`,
      }];
    });
  },
});

const ACTIONS: { readonly [service: string]: readonly string[] | undefined } = {
  's3': ['s3:GetObject'],
  'ecr.api': ['ecr:GetAuthorizationToken'],
  'ecr.dkr': ['ecr:BatchGetImage'],
  'logs': ['logs:PutLogEvents'],
  'secretsmanager': ['secretsmanager:GetSecretValue'],
  'ssm': ['ssm:GetParameters'],
};

const LAYERS = `arn:${HOLE}:s3:::prod-${HOLE}-starport-layer-bucket/layer`;

function allows({ statements }: EndpointPolicyFacts, service: string, action: string): boolean {
  const policy = roleFacts({ managedPolicies: [], statements, boundary: undefined });
  return holds(policy, action, (statement) => service !== 's3' || anyKnown(statement.arns ?? [], (arn) => isOfLayers(known(arn))));
}

function isOfLayers(arn: string): boolean {
  // The region in it is that of the app, written out or not.
  if (arn.includes('starport-layer-bucket')) return true;
  const isNamed = !isOfApp(arn) && namesArn(arn, LAYERS);
  if (isNamed === undefined) throw new NotKnown('the policy of an endpoint names its resources by texts that only the deployment completes');
  return isNamed;
}
