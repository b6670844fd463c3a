import { defineGotcha } from '../definition';

export const netInternalBalancerCalledPublicly = defineGotcha({
  id: 'net-internal-balancer-called-publicly',
  title: 'An internal load balancer that is called from outside of its VPC',
  consequence: 'never-works',
  symptom: 'API Gateway answers 503 or 504, CloudFront 502 or 504, and no request arrives at the tasks.',
  why: 'The name of an internal load balancer leads to private addresses. API Gateway and CloudFront call it from outside of the VPC, unless a VPC link or a VPC origin takes them in.',
  rule: 'An integration of API Gateway without a VPC link, or an origin of CloudFront that is no VPC origin, does not name an internal load balancer.',
  fix: 'call the load balancer through a VPC link, or from CloudFront through a VPC origin; or make it internet-facing',
  docsUrl: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html',
  levels: ['synth'],
  avoidedBy: '`HttpApiIngress` calls tasks through a VPC link.',
  subject: 'balancer',
  needs: ['internetFacing', 'publicCallers'],
  check: ({ internetFacing, publicCallers }) => internetFacing ? [] : publicCallers.map((name) => ({
    property: 'scheme', detail: `scheme (internal) keeps ${name} out, which calls the load balancer from outside of its VPC`,
  })),
});
