import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { andOthers } from '../naming';

export const iamPolicyNotAwaited = defineGotcha({
  id: 'iam-policy-not-awaited',
  title: 'A service that may start before the policies of its roles',
  consequence: 'worth-knowing',
  symptom: 'The first tasks of a new stack stop with `ResourceInitializationError` or `AccessDeniedException`, and later ones run.',
  why: 'A policy that is a resource of its own is made beside the service: nothing in the task definition refers to it. One that waits for a database or a key may be attached minutes later. '
    + 'The first tasks are denied their image, their secrets and their logs until then, which the circuit breaker counts against the first deployment.',
  rule: 'A service with a circuit breaker depends on each `AWS::IAM::Policy`, `ManagedPolicy` and `RolePolicy` of its stack that is attached to the execution role or the task role. '
    + 'A policy is in time where the service waits for a load balancer, a database or another resource that takes minutes, and for all that the policy waits for.',
  fix: 'make the service depend on the policies of its roles, as `service.node.addDependency(taskDefinition.executionRole)` does',
  docsUrl: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
  levels: ['synth'],
  designedOut: 'Services depend on both roles and on their policies.',
  subject: 'service',
  needs: ['unawaitedPolicies', 'circuitBreaker'],
  // Without the circuit breaker ECS tries until the policies are there.
  check: ({ unawaitedPolicies, circuitBreaker }) => unawaitedPolicies.length === 0 || !circuitBreaker || !known(circuitBreaker.enabled) ? [] : [{
    property: 'taskDefinition', detail: `policies (${andOthers(unawaitedPolicies)}) of the roles may be attached after the first tasks start`,
  }],
});
